"""Counts that getters and methods see in a loop, while the instructions specialize."""
import sys
rc = sys.getrefcount
class P:
    @property
    def p(self): return rc(self)
    def __getattribute__(self, n):
        if n == 'z': return rc(self)
        return object.__getattribute__(self, n)
class P2:
    @property
    def p(self): return rc(self)
    @p.setter
    def p(self, v): print(rc(self), rc(v), end=' ')
    @classmethod
    def c(cls): return rc(cls)
    def m(self, a): return rc(self), rc(a)
    @staticmethod
    def s(a): return rc(a)
class P3:
    __slots__ = 'a',
    @property
    def p(self): return rc(self)
class D:
    def __get__(self, o, t): return rc(self), rc(o) if o is not None else 0
class P4: d = D()
def g(a): yield rc(a); yield rc(a)
def it(o):
    for x in gen2(o): yield x
def gen2(o): yield rc(o); yield rc(o)
class It:
    def __iter__(self): self.n = 0; return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration
        return rc(self)
class Cmp:
    def __eq__(s, o): return rc(s), rc(o)
    def __lt__(s, o): return rc(s), rc(o)
    def __add__(s, o): return rc(s), rc(o)
    def __radd__(s, o): return rc(s), rc(o)
    def __len__(s): print('len', rc(s), end=' '); return 1
    def __contains__(s, x): print('c', rc(s), rc(x), end=' '); return True
def run(o):
    a, b, c, d, e = P(), P2(), P3(), P4(), Cmp()
    for i in range(20):
        r = [a.p, a.z, b.p, c.p, d.d, b.c(), b.m(o), P2.m(b, o), b.s(o), P2.c(), list(g(o)), list(it(o)), list(It()), e == o, e < o, e + o, o + e]
        b.p = o; len(e); o in e
        if e: pass
        if i in (0, 1, 2, 8, 19): print(r)
        x = (lambda q: rc(q))(o), (lambda q, r=1: rc(q))(o), (lambda *q: rc(q[0]))(o), (lambda **k: rc(k['a']))(a=o), (lambda q: rc(q))(q=o), (lambda q: rc(q))(*[o])
        if i in (0, 1, 2, 8, 19): print(x)
run(object())
def rec(o, n): return rc(o) if n == 0 else rec(o, n - 1)
print([rec(object(), n) for n in range(5)])
