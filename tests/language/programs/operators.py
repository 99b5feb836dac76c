class V:
    def __init__(s, v): s.v = v
    def __repr__(s): return f'V({s.v})'
    def __add__(s, o): return V(s.v + (o.v if isinstance(o, V) else o)) if isinstance(o, (V, int)) else NotImplemented
    def __radd__(s, o): return V(o + s.v)
    def __iadd__(s, o): s.v += 100; return s
    def __mul__(s, o): return NotImplemented
    def __rmul__(s, o): return f'rmul {o}'
    def __neg__(s): return V(-s.v)
    def __pos__(s): return V(+s.v)
    def __invert__(s): return V(~s.v)
    def __abs__(s): return V(abs(s.v))
    def __lt__(s, o): return s.v < o.v
    def __le__(s, o): return s.v <= o.v
    def __getitem__(s, k): return k
    def __setitem__(s, k, v): print('set', k, v)
    def __delitem__(s, k): print('del', k)
    def __len__(s): return s.v
    def __bool__(s): return s.v > 5
    def __int__(s): return s.v
    def __float__(s): return float(s.v)
    def __index__(s): return s.v
    def __round__(s, n=None): return ('round', n)
    def __call__(s, *a, **k): return a, k
    def __matmul__(s, o): return 'matmul'
    def __divmod__(s, o): return 'divmod'
    def __pow__(s, o, m=None): return ('pow', o, m)
    def __rpow__(s, o): return 'rpow'
    def __lshift__(s, o): return 'ls'
    def __and__(s, o): return 'and'
    def __or__(s, o): return 'or'
    def __xor__(s, o): return 'xor'
    def __floordiv__(s, o): return 'fd'
    def __truediv__(s, o): return 'td'
    def __mod__(s, o): return 'mod'
    def __reversed__(s): return iter('rev')
    def __contains__(s, x): return x == 1
    def __hash__(s): return 7
    def __format__(s, spec): return f'<{spec}>'
    def __bytes__(s): return b'by'
    def __complex__(s): return 1j
    def __trunc__(s): return 3
    def __floor__(s): return 4
    def __ceil__(s): return 5
    def __dir__(s): return ['b', 'a']
a, b = V(1), V(10)
print(a + b, a + 1, 1 + a, -a, +a, ~a, abs(V(-3)), a < b, a > b, a <= b, a >= b, sorted([b, a]), max(a, b))
a += 1; print(a)
for e in ['a * b', 'a + "x"', '2 * a', 'a - b', 'b > 5', 'a @ b', 'divmod(a, b)', 'a ** 2', 'pow(a, 2, 3)', '2 ** a', 'a << 1', 'a & 1', 'a | 1', 'a ^ 1', 'a // 1', 'a / 1', 'a % 1', 'a[1]', 'a[1:2]', 'a[1:2:3]', 'a[1, 2]', 'a[...]', 'a[::]', 'a(1, x=2)', '1 in a', '2 in a', 'hash(a)', 'f"{a:>5}"', 'f"{a}"', 'format(a, "q")', 'int(a)', 'float(a)', 'complex(a)', 'bytes(a)', 'round(a)', 'round(a, 2)', 'list(reversed(a))', '[1,2,3][V(1)]', 'len(a)', 'bool(a)', 'bool(V(6))', 'dir(a)', 'not a', 'a and 1', 'a or 1', 'range(V(3))', '"x" * V(3)', 'bin(V(5))', 'a is a', 'a == a', 'a != a', 'a == b', 'a >= 5', 'len(V(-1))', 'hex(V(255))', 'chr(V(65))', '[0] * V(2)', 'a.real', 'int("5", V(10))', 'a >> 1', '1 << a', 'a -1', '-"x"', '~1.5', 'abs([])', 'a[b]', 'sum([a, a])', 'sum([a], V(3))', 'a + None', 'None + a', '[] + a', '"%d" % a', '"%s" % a', '"%r %s" % (a, 1)', '"{0} {0!r} {x:4}".format(a, x=5)']:
    try: print(e, '->', eval(e))
    except Exception as x: print(e, '->', type(x).__name__, x)
a[0] = 1; a[1:2] = 5; del a[3]; del a[:]
class Sub(int):
    def __add__(s, o): return 'Sub.add'
    def __radd__(s, o): return 'Sub.radd'
print(Sub(1) + 1, 1 + Sub(1), Sub(5), Sub(5) * 2, type(Sub(5) * 2), repr(Sub(3)))
class LA:
    def __eq__(s, o): print('LA eq'); return NotImplemented
class LB(LA):
    def __eq__(s, o): print('LB eq'); return NotImplemented
print(LA() == LB(), LA() != LB(), LA() == 5)
class NI:
    def __lt__(s, o): return NotImplemented
try: NI() < NI()
except TypeError as e: print(e)
class BadBool:
    def __bool__(s): return 5
try: bool(BadBool())
except TypeError as e: print(e)
class BadLen:
    def __len__(s): return -1
try: len(BadLen())
except ValueError as e: print(e)
class BadLen2:
    def __len__(s): return 'a'
try: len(BadLen2())
except TypeError as e: print(e)
class BadRepr:
    def __repr__(s): return 5
try: repr(BadRepr())
except TypeError as e: print(e)
class BadStr:
    def __str__(s): return 5
try: str(BadStr())
except TypeError as e: print(e)
class BadHash:
    def __hash__(s): return 'x'
try: hash(BadHash())
except TypeError as e: print(e)
class BadIter:
    def __iter__(s): return 5
try: iter(BadIter())
except TypeError as e: print(e)
class BadIdx:
    def __index__(s): return 1.5
try: [1][BadIdx()]
except TypeError as e: print(e)
class NoneIter:
    __iter__ = None; __contains__ = None; __hash__ = None; __len__ = None
for f in (iter, hash, len, lambda x: 1 in x):
    try: f(NoneIter())
    except TypeError as e: print(e)
x = [1, 2]; y = x; x += [3]; print(y is x, y); x = x + [4]; print(y)
t = (1, [2])
try: t[1] += [3]
except TypeError as e: print(e, t)
class Ctx(dict):
    def __missing__(s, k): return f'missing {k}'
print(Ctx()['q'], Ctx(a=1)['a'], Ctx().get('z'))
class L(list):
    def append(s, x): super().append(x * 2)
    def __getitem__(s, i): return 'item'
l = L([1]); l.append(5); print(l, l[0], list(l), len(l), l == [1, 10], isinstance(l, list))
class S(str):
    def __new__(cls, v): o = super().__new__(cls, v.upper()); o.tag = 1; return o
s = S('abc'); print(s, s.tag, s + 'd', type(s + 'd'), s.lower(), s == 'ABC', {s: 1}['ABC'])
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
print(T(1, 2), T(1, 2)[0], T() == ())
import functools
@functools.total_ordering
class TO:
    def __init__(s, x): s.x = x
    def __eq__(s, o): return s.x == o.x
    def __lt__(s, o): return s.x < o.x
print(TO(1) <= TO(2), TO(1) >= TO(2), TO(2) > TO(1))
