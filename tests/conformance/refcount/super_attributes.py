"""super() by instruction: before and after it specializes."""
import sys
rc = sys.getrefcount
class A:
    def m(self, x): return rc(self), rc(x)
    @property
    def p(self): return rc(self)
    @staticmethod
    def s(x): return rc(x)
    @classmethod
    def c(cls, x): return rc(x)
    def __getattr__(self, n): return lambda *a: (n, rc(self))
class B(A):
    def m(self, x): return super().m(x), rc(self), rc(x)
    def q(self): return super().p, super().s(self), super().c(self), rc(self)
    def r(self):
        f = super().m
        return rc(f), rc(self), f([])
    def z(self): return super().missing()
    def __init__(self, *a): super().__init__(); print('init', rc(self))
    def __new__(cls, *a): o = super().__new__(cls); print('new', rc(o)); return o
    def __repr__(self): return super().__repr__()[:12]
    def w(self, x):
        def inner(): return super(B, self).m(x), rc(self)
        return inner()
class C(A):
    def m(self, x): return super().m(x), rc(self), rc(x)
    def k(self, *a, **k): return super().m(*a, **k)
b = B(); c = C()
for i in range(4):
    print(b.m([]), b.q(), b.r(), B().m([]), b.w([]), repr(b), c.m([]), C().m(b), c.k([]), c.k(x=[]))
    try: b.z()
    except AttributeError as e: print(e)
class L(list):
    def append(self, x): super().append(x); return rc(self), rc(x)
    def __iter__(self): return super().__iter__()
    def __len__(self): return super().__len__()
l = L()
for i in range(3): print(l.append([]), list(l), len(l), rc(l[0]))
import sys
rc = sys.getrefcount
class A:
    @property
    def p(self): return rc(self)
class B(A):
    def q(self): return super().p
b = B()
print([b.q() for i in range(6)])
for i in range(6): print(b.q(), end=' ')
class B2(A):
    def q(self): return super().p
b = B2()
for i in range(6): print(b.q(), end=' ')
