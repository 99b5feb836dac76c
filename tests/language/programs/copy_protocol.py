"""Lengths past 2^53, __bases__ assigned, __reduce_ex__ and __getstate__, copyreg, and docs of slots."""
import sys
print(len(range(sys.maxsize)))
class L:
    def __init__(s, n): s.n = n
    def __len__(s): return s.n
for n in (2**53, 2**53+1, sys.maxsize-1, sys.maxsize, sys.maxsize+1, -1):
    try: print(len(L(n)), n)
    except Exception as e: print(type(e).__name__, e)
print(range(2**70).__len__ if False else 1)
try: len(range(2**70))
except OverflowError as e: print(e)
class A: pass
class B: pass
class C(A): 
    pass
C.__bases__ = (B,)
print(C.__mro__, C.__base__)
try: C.__bases__ = ()
except TypeError as e: print(e)
try: C.__bases__ = (int,)
except TypeError as e: print(e)
try: C.__bases__ = 1
except TypeError as e: print(e)
print(A.__subclasses__(), B.__subclasses__())
import copy, copyreg
class P:
    def __init__(s, a): s.a = a
p = P(1)
print(p.__reduce_ex__(2)[0], p.__reduce_ex__(2)[1:], p.__reduce_ex__(4)[2:])
print(p.__getstate__())
class Q:
    __slots__ = ("x", "__dict__")
q = Q(); q.x = 1; q.y = 2
print(q.__getstate__())
print(object().__getstate__(), object().__reduce__())
class R(list): pass
r = R([1,2]); r.z = 1
print(r.__reduce_ex__(2))
print({1:2}.__reduce_ex__(2)) if False else None
print([1].__reduce_ex__(2)[:3])
it = iter(range(10)); next(it); print(it.__reduce__()); it.__setstate__(5); print(next(it))
it = iter([1,2,3]); next(it); print(it.__reduce__()); it.__setstate__(0); print(list(it)); print(it.__reduce__())
it = iter((1,2)); print(it.__reduce__())
it = iter("abc"); next(it); print(it.__reduce__())
it = reversed([1,2,3]); next(it); print(it.__reduce__())
it = iter({1:2}); print(it.__reduce__())
print(enumerate([1]).__reduce__())
print(copy.copy(iter([1,2])).__next__())
print((1.5).__reduce_ex__(2), (1).__getnewargs__(), "a".__getnewargs__(), (1,2).__getnewargs__(), 1j.__getnewargs__())
print(slice(1,2).__reduce__(), range(3).__reduce__())
print({1}.__reduce__(), bytearray(b"a").__reduce__())
try: copy.copy(sys._getframe())
except TypeError as e: print(e)
try: copy.deepcopy((i for i in []))
except TypeError as e: print(e)
def mk(a): return P(a)
copyreg.pickle(P, lambda p: (mk, (p.a*2,)))
print(copy.copy(p).a)
print(ValueError(1,2).__reduce__(), KeyError("x").__reduce__())
e = ValueError(1); e.note = 5; print(e.__reduce__()); e.__setstate__({"k": 1}); print(e.k)
import weakref, collections.abc
print(isinstance(weakref.WeakSet(), collections.abc.Set), isinstance(weakref.WeakSet(), collections.abc.MutableSet))
print(int.__add__.__doc__, iter([]).__next__.__doc__, object.__init__.__doc__, type.__call__.__doc__)
class Named:
    def __init__(self, name): self.name = name
    def __deepcopy__(self, memo): print("copied", self.name, [len(memo)]); return self
class Table(dict): pass
table = Table({Named("key"): Named("value")}); table.again = table; twin = copy.deepcopy(table)
print(twin.again is twin, list(twin) == list(table), copy.deepcopy({Named("key"): Named("value")}) != {})
class Slotted:
    __slots__ = ("a", "b", "__dict__")
one = Slotted(); one.a = [1]; one.c = one; two = copy.deepcopy(one)
print(two.a, two.a is one.a, two.c is two, hasattr(two, "b"), copy.copy(one).a is one.a)
