"""What kind of type it is: __flags__."""
import sys
class A: pass
class S: __slots__ = ()
class W: __slots__ = ('__weakref__',)
class L(list): pass
class T(tuple): pass
class I(int): pass
class E(Exception): pass
class M(type): pass
def g(): yield
for t in (A, S, W, L, T, I, E, M, object, int, str, list, tuple, dict, set, frozenset, bytes, bytearray, bool, float, type, type(None), type(g), type(len), range, slice, Exception, ValueError, property, super, type(A().__init__), type(A.__dict__), type({}.keys()), type(iter([])), complex, enumerate, zip, staticmethod):
    print(t.__name__, [i for i in range(33) if t.__flags__ >> i & 1 and i != 19])
try: type.__setattr__(A, b'x', None)
except TypeError as e: print(e)
import functools
o = []
p = functools.partial(lambda *a, **k: sys.getrefcount(o), o, k=o)
print(p(), p(o), p(x=1))
