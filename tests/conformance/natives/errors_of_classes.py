"""Classes and calls that go wrong, and what the errors say."""
import types
class D:
    def __set_name__(self, o): pass
class D2:
    def __set_name__(self, o, n): 1 / 0
for d in (D, D2):
    try:
        class X: attr = d()
    except Exception as e: print(repr(e), getattr(e, '__notes__', None), repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
class W: __slots__ = ['__weakref__']
class DD: __slots__ = ['__dict__']
class C1(W, DD): __slots__ = []
class C2(DD, W): __slots__ = []
import sys
for c in (C1, C2): o = c(); o.foo = 1; print(o.__dict__, o.__weakref__, sys.getsizeof(o))
for s in ("super(int, int, int)", "super(a=1)", "super(1, int)"):
    try: eval(s)
    except Exception as e: print(e)
def f(a, b, /, c): pass
for s in ("f(1, 2, b=1, a=3, c=4)", "f(a=1, b=2, c=3)", "f(1, b=2)", "f(1, 2, d=2)", "f(1, 2, 3, a=2, d=4)"):
    try: eval(s)
    except Exception as e: print(e)
class ALWAYS_EQ:
    def __eq__(self, o): return True
print(range(10).count(ALWAYS_EQ()), range(3).count(1), range(3).count(True), range(3).count(1.0), range(3).count(1.5))
n = types.SimpleNamespace(a=1); n.me = n; print(n)
try: {}.update([object()])
except TypeError as e: print(e, getattr(e, '__notes__', None))
class H(int):
    count = 0
    def __hash__(self): H.count += 1; return int.__hash__(self)
d = dict.fromkeys(map(H, range(10))); s = set(d); s.difference(d); s.symmetric_difference_update(d); print(H.count); s - d.keys(); print(H.count)
class S(set):
    def __new__(cls, arg, newarg=None): return super().__new__(cls, arg)
try: S([1], newarg=3)
except TypeError as e: print(e)
class B: pass
for s in ("B.__bases__ = (int,)", "del B.__name__", "import sys.b", "import zork.b", "type('X', (5,), {})", "del B.__qualname__", "B.__bases__ = (list,)", "class E(B): pass\nB.__bases__ = (E,)"):
    try: exec(s)
    except Exception as e: print(e)
class P: pass
class Q(P): pass
class R: pass
try: Q.__bases__ = (R,); print(Q.__mro__)
except TypeError as e: print(e)
try: class_ = type('Z', (), {}); class_.__bases__ = (R,)
except TypeError as e: print(e)
