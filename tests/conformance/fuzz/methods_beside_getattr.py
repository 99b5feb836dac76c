"""Counts of self in methods of classes with a __getattr__, as the instructions specialize."""
import sys
class Q:
    def __init__(self, *a): self.x = 1
    def m(self, *a): return sys.getrefcount(self)
    def __getattr__(self, key):
        print('getattr', key, sys.getrefcount(self))
        return int
class R:
    def m(self, *a): return sys.getrefcount(self)
    def __getattr__(self, key):
        print('getattr', key, sys.getrefcount(self))
        return int
class S:
    __slots__=()
    def m(self, *a): return sys.getrefcount(self)
    def __getattr__(self, key):
        print('getattr', key, sys.getrefcount(self))
        return int
def f(b):
    for i in range(4):
        b.__init__(b.close())
def g(b):
    for i in range(4):
        print(b.m(b.close()))
def h(b):
    for i in range(4):
        print(b.m())
for c in Q, R, S:
    print(c.__name__)
    f(c()) if c is Q else 0
    g(c())
    h(c())
def f2(b):
    b.__init__(b.close())
for i in range(5): f2(Q())
def g2(b):
    try: b.m(b.close())
    finally: pass
for i in range(5): g2(Q())
import sys
def ga(self, key):
    print('getattr', key, sys.getrefcount(self))
    return int
def m(self, *a): return sys.getrefcount(self)
class V:
    m=m; __getattr__=ga
class S:
    __slots__=(); m=m; __getattr__=ga
class S1:
    __slots__=('m1',); m=m; __getattr__=ga
class E(Exception):
    m=m; __getattr__=ga
class L(list):
    m=m; __getattr__=ga
class SL(list):
    __slots__=(); m=m; __getattr__=ga
class D(V):
    pass
class P:
    @property
    def p(self): return sys.getrefcount(self)
    __getattr__=ga
class PN:
    @property
    def p(self): return sys.getrefcount(self)
class W:
    m=m
    def __getattribute__(self, k): return object.__getattribute__(self, k)
def mk(c):
    exec("def g(b):\n for i in range(5): print(b.m(b.close()), end=' ')\n print()\n")
def run(b):
    src = "def g(b):\n for i in range(5): print(b.m(b.close()), end=' ')\n print()\ndef h(b):\n for i in range(5): print(b.m(), end=' ')\n print()\n"
    ns={}; exec(src, ns)
    print(type(b).__name__)
    try: ns['g'](b)
    except Exception as e: print(type(e).__name__)
    ns['h'](b)
for c in V,S,S1,E,L,SL,D: run(c())
v=V(); v.__dict__; v.k=1; print('dict'); run(v)
v=V(); v.__dict__={}; print('dict2'); run(v)
run(W())
def p(b):
    for i in range(5): print(b.p, end=' ')
    print()
p(P())
def p(b):
    for i in range(5): print(b.p, end=' ')
    print()
p(PN())
