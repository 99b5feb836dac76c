from dataclasses import dataclass, field, asdict, replace
from enum import Enum, IntEnum, Flag, auto
from abc import ABC, abstractmethod
from typing import List, Optional, NamedTuple
import collections.abc, traceback, sys
@dataclass
class P:
    x: int
    y: int = 2
    l: list = field(default_factory=list)
p = P(1); print(p, p == P(1), asdict(p), replace(p, x=5), P(1, y=3).y)
try: P()
except TypeError as e: print(e)
@dataclass(frozen=True, order=True)
class F:
    a: int
f = F(1); print(hash(f) == hash(F(1)), f < F(2))
try: f.a = 3
except Exception as e: print(type(e).__name__, e)
class Color(Enum):
    RED = 1
    GREEN = auto()
    CRIMSON = 1
print(Color.RED, repr(Color.GREEN), Color(1), Color["RED"], list(Color), Color.CRIMSON is Color.RED, len(Color), Color.RED.name)
try: Color(9)
except ValueError as e: print(e)
class N(IntEnum):
    A = 1; B = 2
print(N.A + 1, N.B, repr(N.B), N.A < N.B)
class Fl(Flag):
    R = auto(); W = auto()
print(Fl.R | Fl.W, Fl.R in (Fl.R | Fl.W), repr(Fl.R | Fl.W))
class A(ABC):
    @abstractmethod
    def f(self): ...
try: A()
except TypeError as e: print(e)
class B(A):
    def f(self): return 1
print(B().f(), isinstance([], collections.abc.Sequence), isinstance({}, collections.abc.Mapping), isinstance(iter([]), collections.abc.Iterator), isinstance(5, collections.abc.Hashable), isinstance(len, collections.abc.Callable))
def g(x: Optional[List[int]] = None) -> int: return 1
class NT(NamedTuple):
    a: int
    b: str = "x"
print(NT(1), NT(1).b)
print(List[int], Optional)


try:
    1/0
except ZeroDivisionError as e:
    print(traceback.format_exception_only(e), "Traceback (most recent call last):" in traceback.format_exc())
class Text(str, Enum):
    A = "a"
print(Text.A == "a", repr(Text.A), Text("a") is Text.A, Text.A.value)
class D(ABC):
    @abstractmethod
    def f(self): ...
    @abstractmethod
    def g(self): ...
try: D()
except TypeError as e: print(e)
