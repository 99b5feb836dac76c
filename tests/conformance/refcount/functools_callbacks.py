"""Counts in what functools calls: partial, lru_cache, reduce."""
import sys, functools
rc = sys.getrefcount
def f(*a, **k): print('f', rc(f))
f(); p = functools.partial(f); p(); p(1); p(1, k=2); q = functools.partial(f, 1, k=2); q(); q(3); q(3, z=1); r = functools.partial(p, 5); r(); list(map(p, [1])); max([1], key=p)
c = functools.lru_cache(f); c(); c(1); c2 = functools.lru_cache(maxsize=None)(f); c2(); c2(2); c3 = functools.lru_cache(maxsize=0)(f); c3(); list(map(c3, [1])); list(map(c2, [1])); list(map(c, [7]))
class K:
    def __call__(self, *a, **k): print('K', rc(self), len(a) and rc(a), rc(k))
k = K(); k(); p = functools.partial(k); p(); p(1); p(1, x=2); q = functools.partial(k, 1, x=2); q(); q(3); q(3, z=1); list(map(p, [1])); c = functools.lru_cache(k); c(); c(1); c2 = functools.lru_cache(maxsize=None)(k); c2(); c2(2); c3 = functools.lru_cache(maxsize=0)(k); c3(); list(map(c3, [1]))
sorted([1], key=k); list(map(k, [1])); list(filter(k, [1])); functools.reduce(k, [1, 2]); max([1], key=k); functools.partial(len, [1])(); 
class M:
    def m(self, *a): print('M', rc(self), len(a) and rc(a))
m = M(); p = functools.partial(m.m); p(); p(1); p = functools.partial(M.m, m); p(); p(1); list(map(m.m, [1])); b = m.m; b(); list(map(b, [1])); sorted([1], key=b)
class P: pm = functools.partialmethod(f, 1)
P().pm(); x = P(); x.pm(2)
@functools.singledispatch
def sd(a): print('sd', rc(a), rc(sd))
@sd.register
def _(a: list): print('sd list', rc(a))
o = object(); sd(o); sd([]); l = []; sd(l)
def red(a, b): print('red', rc(a), rc(b)); return [a]
functools.reduce(red, [[1], [2], [3]]); functools.reduce(red, [[1], [2]], []); i = []; functools.reduce(red, [[1], [2]], i); functools.reduce(red, iter([[1], [2]]), object())
def mk():
    i = []; functools.reduce(red, [[1], [2]], i); functools.reduce(red, [[1], [2]], [])
mk()
print(functools.reduce(lambda a, b: b, [], o) is o, rc(o))
