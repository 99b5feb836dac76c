"""What a constructor whose __init__ has defaults holds of its arguments, call by call."""
import sys
def show(self, p): print(sys.getrefcount(self), sys.getrefcount(p), end=' | ')
class A:
    def __init__(self, p, q=1): show(self, p)
class B:
    def __init__(self, p, *a): show(self, p)
class C:
    def __init__(self, p, *, k=1): show(self, p)
class D:
    def __init__(self, p, **k): show(self, p)
class E:
    def __init__(self, p): show(self, p)
class F:
    __slots__=()
    def __init__(self, p, q=(), r=[]): show(self, p)
class G:
    def __init__(self, p, q=1): show(self, p); yield
class I(list):
    def __init__(self, p, q=1): show(self, p)
class H:
    def __init__(self, p, q): show(self, p)
    __init__.__defaults__ = (5,)
class X(Exception):
    def __init__(self, p, q=1): show(self, p)
class N:
    def __new__(cls, *a): return object.__new__(cls)
    def __init__(self, p, q=1): show(self, p)
src = 'def t(c):\n    g = [None]\n    for i in range(4):\n        e = c(g)\n    print()\n'
for c in A,B,C,D,E,F,I,H,X,N:
    ns={}; exec(src, ns); print(c.__name__, end=': '); ns['t'](c)
src = 'def t(c):\n    g = [None]\n    for i in range(4):\n        e = c(g, *[2])\n    print()\n'
for c in A,B,E,F,I,H,X,N:
    ns={}; exec(src, ns); print(c.__name__, end=': ')
    try: ns['t'](c)
    except TypeError as e: print(e)
src = 'def t(c):\n    g = [None]\n    for i in range(4):\n        try: e = c()\n        except TypeError as e: print(e)\n        try: e = c(1,2,3,4)\n        except TypeError as e: print(e)\n    print()\n'
for c in A,E,F,I,H,X:
    ns={}; exec(src, ns); print(c.__name__, end=': ')
    ns['t'](c)
