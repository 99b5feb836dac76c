"""partial, partialmethod, lru_cache, cached_property and their kin."""
import functools, sys
from functools import *
p = partial(int, base=2); print(p("101"), p, p.func, p.args, p.keywords)
q = partial(p, base=3); print(q, q("12"))
class A:
    def f(self, a, b=0, *c, **d): return (type(self).__name__, a, b, c, d)
    g = partialmethod(f, 1)
    h = partialmethod(f, b=5)
    k = partialmethod(g, 7)
    @classmethod
    def cm(cls, x): return cls.__name__, x
    c = partialmethod(cm, 9)
    @cached_property
    def cp(self): print("computing"); return 5
a = A()
print(a.g(), a.g(2), a.h(3), a.k(), a.c(), A.g(a))
print(a.cp, a.cp, a.__dict__); del a.cp; print(a.cp)
@lru_cache(maxsize=2)
def sq(x): print("call", x); return x * x
print(sq(1), sq(2), sq(1), sq(3), sq(2)); print(sq.cache_info(), sq.cache_parameters()); sq.cache_clear(); print(sq.cache_info())
print(sq.__name__, sq.__wrapped__.__name__)
@cache
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(60), fib.cache_info())
@lru_cache(typed=True)
def ty(x): return type(x).__name__
print(ty(1), ty(1.0), ty(True), ty.cache_info())
try: sq([])
except TypeError as e: print(e)
print(reduce(lambda a, b: a + b, [1,2,3]), reduce(lambda a, b: a + b, [], 5))
try: reduce(lambda a, b: a, [])
except TypeError as e: print(e)
@total_ordering
class T:
    def __init__(s, v): s.v = v
    def __lt__(s, o): return s.v < o.v
    def __eq__(s, o): return s.v == o.v
print(T(1) <= T(2), T(1) > T(2), T(2) >= T(2))
print(sorted([3,1,2], key=cmp_to_key(lambda a, b: b - a)))
@singledispatch
def show(x): return "object"
@show.register
def _(x: int): return "int"
@show.register(list)
def _(x): return "list"
print(show(1), show([]), show("a"), show(True), show.dispatch(bool) is show.registry[int])
@wraps(sq)
def w(): pass
print(w.__name__, w.__wrapped__ is sq)
try: partial(5)
except TypeError as e: print(e)
try: partial()
except TypeError as e: print(e)
import copy
print(copy.copy(p)("11"), copy.deepcopy(p).keywords)
print(repr(partialmethod(int, 1)))
