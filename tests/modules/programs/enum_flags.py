"""What enum checks, what flags make of bits that no member has, and what dir() shows; dispatch on unions; odd literals and fields."""
from collections import namedtuple
from enum import CONFORM, EJECT, KEEP, NAMED_FLAGS, STRICT, Enum, Flag, IntFlag, auto, show_flag_values, verify
from functools import singledispatch
from typing import Literal, Union


def told(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


def flags(boundary):
    class Bits(Flag, boundary=boundary):
        RED = auto()
        GREEN = 4

    return Bits


for boundary in STRICT, CONFORM, EJECT, KEEP:
    for value in 1, 5, 2, 16 + 4, -2:
        told(lambda: flags(boundary)(value))
told(lambda: IntFlag("Loose", "A B C")(26))
told(lambda: list(Enum("Named", {"A": 7, "B": 8})))


def misordered():
    class Color(Enum):
        _order_ = "RED GREEN BLUE"
        RED = 1
        BLUE = 3
        GREEN = 2


def unnamed():
    @verify(NAMED_FLAGS)
    class Color(Flag):
        RED = 1
        WHITE = 15
        NEON = 31


class NoAlias(Enum):
    def __init__(self, *args):
        if any(self.value == other.value for other in self.__class__):
            raise ValueError("%s is an alias of %s" % (self.name, self.__class__(self.value).name))


class Day(Enum):
    MONDAY = 1

    def today(self):
        return self


told(misordered)
told(unnamed)
told(lambda: NoAlias("Grene", "GREEN GRENE") and NoAlias("Grene", [("GREEN", 2), ("GRENE", 2)]))
print(show_flag_values(21), dir(Day.MONDAY))


@singledispatch
def kind(x):
    return "object"


@kind.register
def _(x: Union[list, set]):
    return "list or set"


@kind.register
def _(x: int | float):
    return "number"


print(kind([]), kind(set()), kind(2.5), kind("a"))
print(Literal[{0}], Literal[1, 1, 2])
print(namedtuple("T", ["ok", "$no", "for", "ok"], rename=True)._fields)
