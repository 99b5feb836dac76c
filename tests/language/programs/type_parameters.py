import typing, sys
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def first[T](xs: list[T]) -> T:
    return xs[0]
t(lambda: first([1, 2]))
t(lambda: first.__type_params__)
T, = first.__type_params__
t(lambda: (T.__name__, T.__bound__, T.__constraints__, T.__covariant__, T.__infer_variance__, type(T), type(T).__module__, T.__module__))
t(lambda: first.__annotations__)
class Box[T]:
    def __init__(self, v: T): self.v = v
    def get(self) -> T: return self.v
t(lambda: Box(5).get())
t(lambda: Box[int](5).get())
t(lambda: Box[int])
t(lambda: Box.__mro__)
t(lambda: Box.__type_params__)
t(lambda: Box.__parameters__)
t(lambda: Box.__orig_bases__)
t(lambda: Box.__bases__)
t(lambda: Box[int].__origin__)
t(lambda: Box[int].__args__)
t(lambda: Box[int](1).__orig_class__)
t(lambda: Box[int, str])
t(lambda: isinstance(Box(1), Box))
t(lambda: isinstance(Box(1), Box[int]))
t(lambda: Box[int] == Box[int])
t(lambda: hash(Box[int]) == hash(Box[int]))
class Pair[K, V: int](Box[K]): pass
t(lambda: Pair.__mro__)
t(lambda: Pair.__type_params__)
t(lambda: Pair.__type_params__[1].__bound__)
t(lambda: Pair[str, bool])
t(lambda: Pair[str])
class IntBox(Box[int]): pass
t(lambda: IntBox(3).get())
t(lambda: IntBox.__orig_bases__)
t(lambda: IntBox[int])
type X = list[int]
t(lambda: X)
t(lambda: X.__value__)
t(lambda: X.__name__)
t(lambda: type(X))
t(lambda: X.__type_params__)
t(lambda: X[int])
t(lambda: X | None)
t(lambda: isinstance([], X))
type Tree[T] = T | list[Tree[T]]
t(lambda: Tree)
t(lambda: Tree.__type_params__)
t(lambda: Tree[int])
t(lambda: Tree.__value__)
t(lambda: Tree[int].__args__)
type Bad = undefined_thing
t(lambda: Bad)
t(lambda: Bad.__value__)
def g[T: (int, str), *Ts, **P](x: T, *args: *Ts, **kw) -> T: return x
t(lambda: g.__type_params__)
t(lambda: [type(p).__name__ for p in g.__type_params__])
t(lambda: g.__type_params__[0].__constraints__)
t(lambda: g(5))
class D[T = int]: pass
t(lambda: D.__type_params__[0].__default__)
t(lambda: D.__type_params__[0].has_default())
t(lambda: T.__default__)
t(lambda: T.has_default())
t(lambda: D[()])
class M[**P, R]:
    pass
t(lambda: M[[int, str], bool])
t(lambda: M.__type_params__)
def dec(f): print('dec', f.__name__); return f
@dec
def deco[T](x: T = 5, *, k=3): return x, k
t(lambda: deco())
class Outer[T]:
    def inner[U](self, x: T, y: U): return T, U
t(lambda: Outer().inner(1, 2))
t(lambda: Outer.inner.__qualname__)
t(lambda: Outer.inner.__annotations__)
U = typing.TypeVar('U', bound=int)
t(lambda: (U, U.__bound__, U.__name__))
V = typing.TypeVar('V', int, str)
t(lambda: V.__constraints__)
W = typing.TypeVar('W', covariant=True)
t(lambda: (W, typing.TypeVar('Z', contravariant=True)))
t(lambda: typing.TypeVar('A', int))
class Old(typing.Generic[U]): pass
t(lambda: Old[bool])
t(lambda: Old.__parameters__)
t(lambda: Old.__mro__)
t(lambda: typing.Generic)
t(lambda: typing.Generic[int])
t(lambda: typing.Generic())
t(lambda: list[T])
t(lambda: list[T][int])
t(lambda: dict[str, T][int])
t(lambda: T | None)
t(lambda: typing.Optional[T])
t(lambda: typing.TypeAliasType('Y', int))
t(lambda: typing.TypeAliasType('Y', int).__value__)
t(lambda: isinstance(5, T))
def shadow[T](x: T):
    def inner(): return T
    return inner()
t(lambda: shadow(1))
t(lambda: T)
class Base:
    def __init_subclass__(cls, **kw): print('sub', cls.__name__, kw)
class Kid[T](Base, a=1): pass
t(lambda: Kid.__bases__)
