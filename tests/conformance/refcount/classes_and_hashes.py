"""Counts in a class statement: __prepare__, metaclass, bases, keywords; and in what a set or a weak collection hashes."""
import sys, weakref
rc = sys.getrefcount
class Meta(type):
    def __new__(m, n, b, d, **k): print('new', n, rc(d), rc(b) if b else '-', len(k)); c = super().__new__(m, n, b, d); print(rc(c)); return c
    def __init__(c, n, b, d, **k): print('init', rc(c), rc(d)); super().__init__(n, b, d)
    @classmethod
    def __prepare__(m, n, b, **k): print('prepare', rc(b) if b else '-', len(k)); return {}
class A(metaclass=Meta): pass
class B(A, k=1): pass
class C(A, B.__class__('D', (), {}), metaclass=Meta): pass
class Entries:
    def __mro_entries__(self, bases): print('entries', rc(bases), rc(self)); return (A,)
class E(Entries()): print(rc(A) > 5)
print(type(E.__orig_bases__[0]).__name__, rc(E.__bases__), rc(E.__orig_bases__))
class H:
    def __hash__(self): print('hash', rc(self)); return 1
    def __eq__(self, other): print('eq', rc(self), rc(other)); return self is other
    def __del__(self): print('del')
h = H(); g = H()
{h, h}; {h, g, h}; {h: 1, g: 2}; set([h, g]); frozenset((h,)); w = weakref.WeakSet([h]); h in w; g in w; r = weakref.ref(h); hash(r); {r: 1}; k = weakref.WeakKeyDictionary({h: 1}); k[h]; weakref.ref(h) == weakref.ref(g)
def f(h, g): {h, h}; {h, g, h}; {h: 1, g: 2}; set([h, g]); [*{h}]; a, = {h}; hash(weakref.ref(h))
f(h, g)
class U:
    __hash__ = None
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
try: {H(), U(2), U(3), H()}
except TypeError as e: print(e)
