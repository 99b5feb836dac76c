# functools.lru_cache: what the cache holds, in which order it lets go, the collector, weak references.
import copy
import functools
import gc
import sys
import weakref


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)

    def __repr__(self):
        return self.name


calls = []


@functools.lru_cache(maxsize=2)
def make(n):
    calls.append(n)
    return Noisy("r%s" % n)


print(sys.getsizeof(make), make.cache_info(), make.cache_parameters())
make(1)
make(2)
make(1)
print(calls, make.cache_info())
make(3)
print(calls, make.cache_info())
r = make(1)
print(sys.getrefcount(r))
make.cache_clear()
print("cleared", make.cache_info())
del r

x = object()
base = sys.getrefcount(x)


@functools.lru_cache(maxsize=None)
def keep(a, b=None, *, c=None):
    return a


keep(x)
print(sys.getrefcount(x) - base)
keep(x, x)
print(sys.getrefcount(x) - base)
keep(x, c=x)
keep(x, b=x)
print(sys.getrefcount(x) - base, keep.cache_info())
keep.cache_clear()
print(sys.getrefcount(x) - base)


@functools.lru_cache(maxsize=8)
def bounded(a, b=None, *, c=None):
    return a


bounded(x)
bounded(x, x)
bounded(x, c=x)
print(sys.getrefcount(x) - base, bounded.cache_info())
bounded.cache_clear()
print(sys.getrefcount(x) - base)

# a cache keeps self alive
class Slow:
    @functools.lru_cache(maxsize=4)
    def work(self, n):
        return n * 2

    def __del__(self):
        print("del Slow")


s = Slow()
print(s.work(3), s.work(3), Slow.work.cache_info())
alive = weakref.ref(s)
del s
gc.collect()
print(alive() is not None)
Slow.work.cache_clear()
print(alive())

# a cycle through the cache
@functools.lru_cache
def loop(a):
    return [a, loop]


l = loop(1)
f = weakref.ref(loop)
print(gc.is_tracked(loop), sorted({type(o).__name__ for o in gc.get_referents(loop)}))
print(sorted(type(o).__name__ for o in gc.get_referrers(l)))
del loop, l
print(f() is not None)
gc.collect()
print(f())

# types of arguments
@functools.lru_cache(maxsize=None, typed=True)
def typed(a):
    return type(a).__name__


@functools.lru_cache(maxsize=None)
def untyped(a):
    return type(a).__name__


print(typed(1), typed(1.0), typed(True), typed.cache_info())
print(untyped(1), untyped(1.0), untyped(True), untyped("1"), untyped.cache_info())


@functools.lru_cache(maxsize=0)
def nothing(a):
    return a


print(nothing(1), nothing(1), nothing.cache_info())
try:
    untyped([])
except TypeError as error:
    print(error)


@functools.lru_cache
def fails(n):
    raise KeyError(n)


for _ in range(2):
    try:
        fails(1)
    except KeyError as error:
        print(repr(error), fails.cache_info())


class Eq:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        print("hash", self.n)
        return 7

    def __eq__(self, other):
        print("eq", self.n, other.n)
        return self.n == other.n


@functools.lru_cache(maxsize=2)
def of(key):
    return key.n


print([of(Eq(1)), of(Eq(2)), of(Eq(1)), of(Eq(3))], of.cache_info())
print(of.cache_clear())


# the same key while it is being computed
@functools.lru_cache(maxsize=2)
def again(n):
    if n and not again.entered:
        again.entered = True
        again(n)
    return n


again.entered = False
print(again(5), again.cache_info(), again.__dict__["entered"])


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(100), fib.cache_info())


@functools.cache
def fact(n):
    return n * fact(n - 1) if n else 1


print(fact(150) % 1000007, fact.cache_info())
print(copy.copy(fib) is fib, copy.deepcopy(fib) is fib, fib.__reduce__(), fib.__wrapped__.__name__, fib.__name__, fib.__module__)
print(functools._lru_cache_wrapper.__name__, type(fib) is functools._lru_cache_wrapper, type(Slow().work).__name__)
