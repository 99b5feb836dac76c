/// `random` on the Mersenne Twister of `_random`; the same numbers as CPython's for the same seed.
export const randomSource = `
import _random
import sys as _sys
from math import log as _log, exp as _exp, sqrt as _sqrt, cos as _cos, acos as _acos, sin as _sin, pi as _pi, e as _e, lgamma as _lgamma, fabs as _fabs, log2 as _log2, floor as _floor, isfinite as _isfinite
from operator import index as _index

def _primes(n):
    found = []
    number = 2
    while len(found) < n:
        if all([number % p for p in found]):
            found.append(number)
        number += 1
    return found

def _root(number, degree):
    "The first 64 bits behind the point of the root."
    low, high = 0, number << 64
    while low < high:
        middle = (low + high + 1) // 2
        if middle ** degree <= number << 64 * degree:
            low = middle
        else:
            high = middle - 1
    return low & _MASK

_MASK = (1 << 64) - 1

def _sha512(data):
    primes = _primes(80)
    k = [_root(p, 3) for p in primes]
    state = [_root(p, 2) for p in primes[:8]]
    data += b"\\x80" + bytes((111 - len(data)) % 128) + (len(data) * 8).to_bytes(16, "big")
    def turn(x, n):
        return (x >> n | x << 64 - n) & _MASK
    for at in range(0, len(data), 128):
        w = [int.from_bytes(data[i:i + 8], "big") for i in range(at, at + 128, 8)]
        for i in range(16, 80):
            x, y = w[i - 15], w[i - 2]
            w.append(w[i - 16] + (turn(x, 1) ^ turn(x, 8) ^ x >> 7) + w[i - 7] + (turn(y, 19) ^ turn(y, 61) ^ y >> 6) & _MASK)
        a, b, c, d, e, f, g, h = state
        for i in range(80):
            one = h + (turn(e, 14) ^ turn(e, 18) ^ turn(e, 41)) + (e & f ^ ~e & g) + k[i] + w[i]
            two = (turn(a, 28) ^ turn(a, 34) ^ turn(a, 39)) + (a & b ^ a & c ^ b & c)
            a, b, c, d, e, f, g, h = one + two & _MASK, a, b, c, d + one & _MASK, e, f, g
        state = [s + v & _MASK for s, v in zip(state, (a, b, c, d, e, f, g, h))]
    return b"".join([s.to_bytes(8, "big") for s in state])

class Random:
    def __init__(self, x=None):
        self._state = _random.new()
        self.gauss_next = None
        self.seed(x)

    def seed(self, a=None, version=2):
        if a is None:
            a = 0
        if isinstance(a, float):
            a = hash(a)
        if isinstance(a, (str, bytes, bytearray)):
            if isinstance(a, str):
                a = a.encode()
            a = int.from_bytes(bytes(a) + _sha512(bytes(a)), "big")
        elif not isinstance(a, (type(None), int, float, str, bytes, bytearray)):
            raise TypeError("The only supported seed types are:" + ("\\nNone, " if _sys.version_info >= (3, 13) else " None,\\n") + "int, float, str, bytes, and bytearray.")
        _random.seed(self._state, abs(a))
        self.gauss_next = None

    def random(self):
        return _random.random(self._state)

    def getrandbits(self, k):
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        return _random.getrandbits(self._state, k)

    def getstate(self):
        return 3, _random.getstate(self._state), self.gauss_next

    def setstate(self, state):
        version, numbers, self.gauss_next = state
        if version != 3:
            raise ValueError("state with version %s passed to Random.setstate() of version 3" % version)
        _random.setstate(self._state, numbers)

    def _randbelow(self, n):
        k = n.bit_length()
        r = self.getrandbits(k)
        while r >= n:
            r = self.getrandbits(k)
        return r

    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, "little")

    # Numbers that are no ints but equal one were taken until 3.12.
    if _sys.version_info < (3, 12):
        def _whole(self, number, words):
            try:
                return _index(number)
            except TypeError:
                whole = int(number)
                import warnings
                if whole != number:
                    warnings.warn("randrange() will raise TypeError in the future", DeprecationWarning, 2)
                    raise ValueError("non-integer " + words + " for randrange()")
                warnings.warn("non-integer arguments to randrange() have been deprecated since Python 3.10 and will be removed in a subsequent version", DeprecationWarning, 2)
                return whole
    else:
        def _whole(self, number, words):
            return _index(number)

    def randrange(self, start, stop=None, step=1):
        start = self._whole(start, "arg 1")
        if stop is None:
            if start > 0:
                return self._randbelow(start)
            raise ValueError("empty range for randrange()")
        stop = self._whole(stop, "stop")
        step = self._whole(step, "step")
        width = stop - start
        if step == 1:
            if width > 0:
                return start + self._randbelow(width)
            self._empty(start, stop, 1)
        if step > 0:
            n = (width + step - 1) // step
        elif step < 0:
            n = (width + step + 1) // step
        else:
            raise ValueError("zero step for randrange()")
        if n <= 0:
            self._empty(start, stop, step)
        return start + step * self._randbelow(n)

    def _empty(self, start, stop, step):
        if _sys.version_info >= (3, 12):
            raise ValueError("empty range in randrange(%d, %d%s)" % (start, stop, "" if step == 1 else ", %d" % step))
        raise ValueError("empty range for randrange()" + (" (%d, %d, %d)" % (start, stop, stop - start) if step == 1 else ""))

    if _sys.version_info >= (3, 14):
        def randint(self, a, b):
            a = _index(a)
            b = _index(b)
            if b < a:
                raise ValueError(f"empty range in randint({a}, {b})")
            return a + self._randbelow(b - a + 1)
    else:
        def randint(self, a, b):
            return self.randrange(a, b + 1)

    def choice(self, seq):
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._randbelow(len(seq))]

    def shuffle(self, x):
        below = self._randbelow
        for last in reversed(range(1, len(x))):
            at = below(last + 1)
            x[last], x[at] = x[at], x[last]

    def sample(self, population, k, *, counts=None):
        if not hasattr(type(population), "__getitem__") or isinstance(population, (set, frozenset, dict)):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        if counts is not None:
            cumulative = []
            for count in counts:
                cumulative.append((cumulative[-1] if cumulative else 0) + count)
            if len(cumulative) != len(population):
                raise ValueError("The number of counts does not match the population")
            if cumulative and cumulative[-1] < 0 or any([count < 0 for count in counts]):
                raise ValueError("Counts must be non-negative")
            from bisect import bisect
            return [population[bisect(cumulative, at)] for at in self.sample(range(cumulative[-1] if cumulative else 0), k)]
        below = self._randbelow
        n = len(population)
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        result = [None] * k
        setsize = 21
        if k > 5:
            power = 1
            while power < k * 3:
                power *= 4
            setsize += power
        if n <= setsize:
            pool = list(population)
            for i in range(k):
                j = below(n - i)
                result[i] = pool[j]
                pool[j] = pool[n - i - 1]
        else:
            selected = set()
            for i in range(k):
                j = below(n)
                while j in selected:
                    j = below(n)
                selected.add(j)
                result[i] = population[j]
        return result

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        n = len(population)
        if cum_weights is None:
            if weights is None:
                return [population[_floor(self.random() * (n + 0.0))] for _ in range(k)]
            if isinstance(weights, int):
                raise TypeError("The number of choices must be a keyword argument: k=%r" % weights)
            cum_weights = []
            for w in weights:
                cum_weights.append((cum_weights[-1] if cum_weights else 0) + w)
        if len(cum_weights) != n:
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        from bisect import bisect
        return [population[bisect(cum_weights, self.random() * total, 0, n - 1)] for _ in range(k)]

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        at = self.random()
        if mode is not None and high == low:
            return low
        top = 0.5 if mode is None else (mode - low) / (high - low)
        # Right of the top, the same from the other end.
        if at > top:
            at, top, low, high = 1.0 - at, 1.0 - top, high, low
        return low + (high - low) * _sqrt(at * top)

    def normalvariate(self, mu=0.0, sigma=1.0):
        magic = 4 * _exp(-0.5) / _sqrt(2.0)
        while True:
            u1 = self.random()
            u2 = 1.0 - self.random()
            z = magic * (u1 - 0.5) / u2
            if z * z / 4.0 <= -_log(u2):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            x2pi = self.random() * 2.0 * _pi
            g2rad = _sqrt(-2.0 * _log(1.0 - self.random()))
            z = _cos(x2pi) * g2rad
            self.gauss_next = _sin(x2pi) * g2rad
        return mu + z * sigma

    def expovariate(self, lambd=1.0):
        return -_log(1.0 - self.random()) / lambd

    def lognormvariate(self, mu=0.0, sigma=1.0):
        return _exp(self.normalvariate(mu, sigma))

    def vonmisesvariate(self, mu, kappa):
        if kappa <= 1e-6:
            return 2 * _pi * self.random()
        s = 0.5 / kappa
        r = s + _sqrt(1.0 + s * s)
        while True:
            z = _cos(_pi * self.random())
            d = z / (r + z)
            u = self.random()
            if u < 1.0 - d * d or u <= (1.0 - d) * _exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        return (mu + _acos(f)) % (2 * _pi) if self.random() > 0.5 else (mu - _acos(f)) % (2 * _pi)

    def gammavariate(self, alpha, beta):
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        if alpha > 1.0:
            # Cheng 1977
            ainv = _sqrt(2.0 * alpha - 1.0)
            b = alpha - _log(4.0)
            c = alpha + ainv
            while True:
                u1 = self.random()
                if not 1e-7 < u1 < 0.9999999:
                    continue
                u2 = 1.0 - self.random()
                v = _log(u1 / (1.0 - u1)) / ainv
                x = alpha * _exp(v)
                z = u1 * u1 * u2
                r = b + c * v - x
                if r + (1.0 + _log(4.5)) - 4.5 * z >= 0.0 or r >= _log(z):
                    return x * beta
        if alpha == 1.0:
            return -_log(1.0 - self.random()) * beta
        # Ahrens and Dieter 1974
        while True:
            b = (_e + alpha) / _e
            p = b * self.random()
            x = p ** (1.0 / alpha) if p <= 1.0 else -_log((b - p) / alpha)
            u = self.random()
            if p > 1.0 and u <= x ** (alpha - 1.0) or p <= 1.0 and u <= _exp(-x):
                return x * beta

    def betavariate(self, alpha, beta):
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

    def paretovariate(self, alpha):
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * (-_log(1.0 - self.random())) ** (1.0 / beta)

class SystemRandom(Random):
    def __init__(self, x=None):
        raise NotImplementedError("memory-sim has no source of random numbers but seeded ones: use random.Random(seed)")

_inst = Random()
for _name in ("seed", "random", "getrandbits", "randbytes", "randrange", "randint", "choice", "shuffle", "sample", "choices",
              "uniform", "triangular", "normalvariate", "gauss", "expovariate", "lognormvariate", "vonmisesvariate", "gammavariate",
              "betavariate", "paretovariate", "weibullvariate", "getstate", "setstate"):
    globals()[_name] = getattr(_inst, _name)
del _name

__all__ = [name for name in ("Random SystemRandom betavariate binomialvariate choice choices expovariate gammavariate gauss getrandbits getstate "
           "lognormvariate normalvariate paretovariate randbytes randint random randrange sample seed setstate shuffle triangular "
           "uniform vonmisesvariate weibullvariate").split() if name in globals()]
`;
