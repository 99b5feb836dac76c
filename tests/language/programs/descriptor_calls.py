"""A call through a descriptor whose __get__ calls methods itself."""
class D:
    def __get__(s, o, c): return lambda *a: len(a)
class B: d = D()
print(B.d(1), B().d(1))
from functools import *
class A:
    def f(self, a, b=0): return (type(self).__name__, a, b)
    g = partialmethod(f, 1)
a = A()
print(A.g(a))
print((A.g)(a))
x = A.g
print(x(a))
print(a.g(), A.g(a))
