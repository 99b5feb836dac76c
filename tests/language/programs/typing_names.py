import typing, sys
from typing import *
def t(f):
    n = f.__code__.co_firstlineno
    try: print(n, f())
    except BaseException as e: print(n, "!!", type(e).__name__, e)
class P(NamedTuple):
    x: int
    y: int = 5
    def s(self): return self.x + self.y
t(lambda: P(1))
t(lambda: P(1).s())
t(lambda: P._fields)
t(lambda: P.__annotations__)
t(lambda: P()) 
t(lambda: P.__mro__)
Q = NamedTuple('Q', [('a', int)])
t(lambda: Q(1))
class TD(TypedDict):
    a: int
    b: str
t(lambda: TD(a=1, b='x'))
t(lambda: type(TD(a=1, b='')))
t(lambda: TD.__annotations__)
t(lambda: TD.__required_keys__ == {'a', 'b'})
t(lambda: List[int])
t(lambda: Dict[str, int])
t(lambda: Optional[int])
t(lambda: Union[int, str])
t(lambda: Union[int, None])
t(lambda: Union[int, str, None])
t(lambda: Union[int])
t(lambda: Tuple[int, ...])
t(lambda: Callable[[int, str], bool])
t(lambda: Callable[..., int])
t(lambda: Callable)
t(lambda: Any)
t(lambda: Literal[1, 'a'])
t(lambda: ClassVar[int])
t(lambda: Final)
t(lambda: Annotated[int, 'meta'])
t(lambda: Type[int])
t(lambda: Iterable[int])
t(lambda: List)
t(lambda: Union)
t(lambda: Optional)
T = TypeVar('T')
t(lambda: T)
t(lambda: List[T])
t(lambda: List[T][int])
t(lambda: Dict[str, T][int])
class Stack(Generic[T]):
    def __init__(self): self.items: list[T] = []
    def push(self, x: T) -> None: self.items.append(x)
s = Stack[int](); s.push(1)
t(lambda: s.items)
t(lambda: Stack[int])
t(lambda: type(s))
t(lambda: Stack.__mro__)
class Shape(Protocol):
    def area(self) -> float: ...
class Sq:
    def area(self): return 4
t(lambda: isinstance(Sq(), Shape))
t(lambda: Shape())
@runtime_checkable
class RShape(Protocol):
    def area(self) -> float: ...
t(lambda: isinstance(Sq(), RShape))
t(lambda: isinstance(5, RShape))
U = NewType('U', int)
t(lambda: U(5))
t(lambda: U)
t(lambda: U.__name__)
t(lambda: cast(int, 'a'))
t(lambda: get_origin(List[int]))
t(lambda: get_args(Dict[str, int]))
t(lambda: get_origin(Optional[int]))
t(lambda: get_args(Callable[[int], str]))
t(lambda: isinstance([], List))
t(lambda: isinstance([], List[int]))
t(lambda: List())
t(lambda: Any())
t(lambda: Union[int, str] == Union[str, int])
t(lambda: isinstance(5, SupportsInt))
t(lambda: isinstance(5, Iterable))
t(lambda: isinstance([], Sequence))
t(lambda: list[int] | None)
t(lambda: int | str)
t(lambda: isinstance(5, Union[int, str]))
@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x): return x
t(lambda: f(5))
class A(List[int]): pass
t(lambda: A([1]))
t(lambda: A.__mro__)
@final
class F: pass
t(lambda: F.__final__)
t(lambda: TYPE_CHECKING)
t(lambda: get_type_hints(f))
t(lambda: List['X'])
t(lambda: NoReturn)
t(lambda: Self if sys.version_info > (3, 11) else 0)
t(lambda: AnyStr)