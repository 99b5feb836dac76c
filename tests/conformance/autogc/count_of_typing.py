# What statements with typing leave to the collector's count: caches, aliases, forward references and the classes derived from its own.
import gc, sys
from typing import Any, Callable, ClassVar, Dict, Final, Generic, Iterator, List, Literal, NamedTuple, Optional, Protocol, Set, Tuple, TypeVar, Union
gc.disable()
def show(what):
    global last
    now = gc.get_count()[0]
    print(what, now - last)
    last = gc.get_count()[0]

last = gc.get_count()[0]
a = Optional[int]
show('Optional')
a = Optional[int]
show('again')
b = Optional['Node']
show('forward reference')
c = List[int], List['Node'], Set[str], Dict[str, List[int]]
show('collections')
d = Callable[[int], str], Callable[..., int], Iterator[int]
show('Callable')
e = Union[int, str], Union[int, str, None], Tuple[int, str], Tuple[int, ...]
show('Union and Tuple')
f = ClassVar[int], Final[int], Literal['a', 'b']
show('forms')
T = TypeVar('T')
show('TypeVar')
class Stack(Generic[T]):
    def push(self, x: T) -> None: pass
show('Generic')
g = Stack[int]
show('its alias')
h = Stack[int]()
show('its instance')
class Shape(Protocol):
    def area(self) -> float: ...
show('Protocol')
class Square(Shape):
    def area(self) -> float: return 4.0
show('its class')
class Point(NamedTuple):
    x: int
    y: str = 'a'
show('NamedTuple')
class Node:
    next: Optional['Node'] = None
    def __init__(self, val: int, next: Optional['Node'] = None) -> None:
        self.val = val
show('Node')
