import sys
rc=sys.getrefcount
class C:
    def __init__(self, x, *r): print(rc(self), rc(x), end='; ')
class K:
    def __init__(self, x=None, **r): print(rc(self), rc(x), end='; ')
a=[]
for i in range(4): C(a)
print()
for i in range(3): K(a)
print()
class P:
    def __init__(self, x): print(rc(self), rc(x), end='; ')
for i in range(5): P(a)
print()
P(a); P(a); print()
def f():
    b=[]
    P(b); P(x=b); K(b); K(x=b); P(*[b]); P(**{'x': b})
for i in range(3): f()
print()
class Cal:
    def __call__(self, x=None, **k): return rc(self), rc(x)
    def __new__(cls, x=None, *a, **k): print('new', min(rc(x), 99), end='; '); return super().__new__(cls)
def g():
    c=Cal(); x=[]
    print(c(x), c(x=x), Cal()(x), c(*[x]), c(**{'x':x}), Cal(x)(x), Cal(x=x)(x))
g(); g()
class Sl:
    __slots__=('a',)
    def __init__(self, x): print(rc(self), rc(x), end='; ')
for i in range(3): Sl(a)
class Me(type):
    def __call__(cls, *args): print('m', rc(args[0]), end='; '); return super().__call__(*args)
class Q(metaclass=Me):
    def __init__(self, x): print(rc(self), rc(x), end='; ')
for i in range(3): Q(a)
class E(Exception):
    def __init__(self, x): print(rc(self), rc(x), end='; ')
for i in range(3): E(a)
for k in (P, P, C, P): k(a)
print(list(map(P, [a, a])))
class L(list):
    def __init__(self, x): print(rc(self), rc(x), end='; ')
for i in range(3): L(a)
