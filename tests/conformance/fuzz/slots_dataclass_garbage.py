# The class that a dataclass with slots replaces: when it goes, and what holds it.
import dataclasses
import gc
import sys

gc.collect()


@dataclasses.dataclass(slots=True)
class Point:
    x: int
    y: object = None


print(gc.collect())
print(len([c for c in object.__subclasses__() if c.__name__ == "Point"]))
del Point
print(gc.collect())


@dataclasses.dataclass(frozen=True, slots=True)
class Frozen:
    x: int

    def double(self):
        return __class__(self.x * 2)


print(Frozen(2).double())
print(gc.collect())
del Frozen
print(gc.collect())


@dataclasses.dataclass
class Plain:
    x: int
    items: list = dataclasses.field(default_factory=list)


print(gc.collect())
del Plain
print(gc.collect())


# The dict of a function is made even to delete from it.
def function():
    pass


def own_dicts():
    return [d for d in gc.get_referents(function) if d == {}]


print(own_dicts())
try:
    del function.attribute
except AttributeError as error:
    print(error)
print(own_dicts())
