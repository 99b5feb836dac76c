"""Keys that change what they are compared in, sorts that are disturbed, and operands of other kinds."""
class X:
    hash_count = 0
    def __init__(self, n): self.n = n
    def __hash__(self): X.hash_count += 1; return hash(self.n)
    def __eq__(self, o): return isinstance(o, X) and self.n == o.n
d = dict.fromkeys(map(X, range(10)))
X.hash_count = 0
s = set(d); print(X.hash_count); 
s.difference(d); print(X.hash_count)
if hasattr(s, 'symmetric_difference_update'): s.symmetric_difference_update(d); print(X.hash_count)
d2 = dict.fromkeys(set(d)); print(X.hash_count)
d3 = dict.fromkeys(frozenset(d), 123); print(X.hash_count)
class E:
    def __init__(self, i): pass
    def __lt__(self, o): return id(self) < id(o)
    def __del__(self):
        del data[:]; data[:] = range(20)
data = list(range(10))
try: data.sort(key=E); print(data)
except ValueError as e: print(e)
class C:
    def __init__(self, i): self.i=i
    def __lt__(self, o):
        data.append(1); return self.i < o.i
data = [C(3), C(2), C(1)]
try: data.sort()
except ValueError as e: print(e, len(data))
print(repr(range(True)), range(True).stop is 1, repr(range(False, True, True)))
import types, sys
f = sys._getframe()
print(ExceptionGroup[int], type(ExceptionGroup[int]).__name__, BaseExceptionGroup[str])
eg = ExceptionGroup("a", [ValueError(1), TypeError(2)]); eg.__notes__ = 123
m, r = eg.split(ValueError); print(hasattr(m, '__notes__'), hasattr(r, '__notes__'))
class F(filter):
    def __new__(cls, p, it, newarg=None):
        self = super().__new__(cls, p, it); self.newarg = newarg; return self
print(list(F(None, [1, 0], newarg=3)))
class F2(filter):
    def __init__(self, p, it, newarg=None): self.newarg = newarg
try: print(list(F2(None, [1, 0], newarg=3)))
except TypeError as e: print(e)
a = (lambda x: lambda: x)(1).__closure__[0]; b = (lambda x: lambda: x)(2).__closure__[0]
print(a < b, a == b, a != b, a >= b)
try: hash(a)
except TypeError as e: print(e)
print(bytearray(b"%d %s") % (1, b"x"), b"%5.2f|%r|%a|%c|%x" % (1.5, "é", "é", 65, 255), type(bytearray(b"%d") % 1))
for spec in (",_", "_,", ",,", "__d", "_,d", ",_d"):
    try: print(format(1234567, spec))
    except ValueError as e: print(spec, e)
    try: print(format(1234567.5, spec))
    except ValueError as e: print(spec, e)
try: print((2).__pow__())
except TypeError as e: print(e)
try: print((2).__pow__(1, 2, 3))
except TypeError as e: print(e)
try: (2).__add__()
except TypeError as e: print(e)
try: {}.update([1])
except TypeError as e: print(e, getattr(e, '__notes__', None))
try: {}.update([(1, 2, 3)])
except ValueError as e: print(e, getattr(e, '__notes__', None))
try: dict([1])
except TypeError as e: print(e, getattr(e, '__notes__', None))
class G:
    def __len__(self): raise RuntimeError("len")
    def __iter__(self): return iter([])
try: list(G())
except RuntimeError as e: print(e)
class L(list):
    def __eq__(self, o): self.clear(); return NotImplemented
try: print([L([1])].index(L([1])))
except ValueError as e: print(e)
class Z:
    __slots__ = ("a",)
z = Z()
try: z.a
except AttributeError as e: print(e)
try: del z.a
except AttributeError as e: print(e)
import copy
class SS:
    def m(self): return super()
s = SS().m(); print(copy.copy(s) is not s or 1, type(copy.deepcopy(s)).__name__)
u = __import__('collections').UserString("5"); print(int(u), float(u), complex(u), "a" + u, u + "b", "x%s" % u, u % () if 0 else "")
from collections import UserDict, UserList
ud = UserDict(a=1); print(ud | {"b": 2}, {"c": 1} | ud, copy.copy(ud), type(copy.copy(ud)).__name__); ud |= {"z": 0}; print(ud)
ul = UserList([1]); print([0] + ul, ul + [2], copy.copy(ul))
import weakref
class K: pass
import types
ns = types.SimpleNamespace(a=1); print(copy.copy(ns), copy.deepcopy(ns), ns == types.SimpleNamespace(a=1))
if hasattr(copy, 'replace'): print(copy.replace(ns, a=2))
