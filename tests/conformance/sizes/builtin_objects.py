"""sys.getsizeof of builtin objects, classes, instances, frames and containers that grow and shrink."""
import sys
g = sys.getsizeof
print([g(x) for x in (0, 1, -1, 2**30 - 1, 2**30, 2**60, -2**60, 2**1000, True)])
print([g("a" * n) for n in (0, 1, 10, 100)], [g("é" * n) for n in (0, 1, 10)], [g("ŵ" * n) for n in (1, 10)], [g("😀" * n) for n in (1, 10)])
print([g(b"a" * n) for n in (0, 1, 100)], [g(bytearray(n)) for n in (0, 1, 100)])
l = []; prev = 0
for i in range(70):
    if g(l) != prev: prev = g(l); print(i, prev, end=" ")
    l.append(i)
print()
for n in (0, 1, 5, 6, 10, 11, 21, 22, 43): print(g(dict.fromkeys(range(n))), g({str(i): i for i in range(n)}), g(set(range(n))), g(tuple(range(n))), g(list(range(n))), g([0] * n))
class A: pass
class B:
    def __init__(s): s.x = 1
class C: __slots__ = ("x", "y")
class D(C): pass
class E(list): pass
class F(int): pass
class G(dict): pass
class H(str): pass
class I(tuple): pass
class J(Exception): pass
print([g(k()) for k in (A, B, C, D, E, F, G, H, I, J, object)], [g(k) for k in (A, B, C, D, E, F, G, H, I, J)])
print(g(A().__dict__), g(B().__dict__), g(I((1, 2))), g(H("abc")), g(F(2**40)), g(E([1, 2, 3])))
print(g(lambda: 0), g(g), g(A.__init__), g(range(10)), g(iter([])), g(x for x in ()), g(slice(1)), g(1.0), g(1j), g(None), g(...), g(NotImplemented))
def f(a, b=1, *c, d, **e):
    x = y = z = 0
    return sys._getframe()
print(g(f), g(f(1, d=2)), g(type), g(int), g(super(A, A())), g(memoryview(b"")))
print(g([1, 2, 3] + [4]), g([*range(3)]), g([x for x in range(3)]), g(list((1, 2, 3))), g("a b c".split()), g(sorted([1, 2])), g([1, 2, 3][:2]), g([1] * 3))
d = dict.fromkeys(range(100)); print(g(d)); d.clear(); print(g(d)); s = set(range(100)); print(g(s)); s.clear(); print(g(s)); l = list(range(100)); l.clear(); print(g(l))
l = list(range(20)); 
for _ in range(15): l.pop(); print(g(l), end=" ")
print()
s = set(range(50)); 
for i in range(45): s.discard(i)
print(g(s), g(s.copy()), g(set(s)), g(frozenset(s)))
d = {i: i for i in range(50)}
for i in range(45): del d[i]
print(g(d), g(d.copy()), g(dict(d)), g({**d}), g(d | {}))
print((1).__sizeof__(), "a".__sizeof__(), [].__sizeof__(), {}.__sizeof__(), A().__sizeof__(), ().__sizeof__(), A.__sizeof__(A()))
class Z:
    def __sizeof__(s): return 10
print(g(Z()))
class ZZ:
    def __sizeof__(s): return -1
try: g(ZZ())
except ValueError as e: print(e)
class Y:
    def __sizeof__(s): return "a"
try: g(Y())
except TypeError as e: print(e)
print(g(Y(), 5))
import enum, dataclasses, collections
@dataclasses.dataclass
class DC: a: int; b: int
@dataclasses.dataclass(slots=True)
class DS: a: int; b: int
print(g(DC(1, 2)), g(DS(1, 2)), g(collections.namedtuple("N", "a b")(1, 2)))
