# What a collection finds of classes that a decorator or a metaclass made.
import dataclasses
import enum
import functools
import gc
import sys


gc.collect()


def plain():
    @dataclasses.dataclass
    class Point:
        x: object
        y: list = dataclasses.field(default_factory=list)
    return Point(1)


def frozen():
    @dataclasses.dataclass(frozen=True, slots=True)
    class Point:
        x: object
    return Point(1)


def numbered():
    class Kind(enum.Enum):
        first = 1
        second = [2]
    return Kind(1), Kind['second']


def cached():
    @functools.lru_cache(maxsize=3)
    def double(x):
        return 2 * x
    return double(1)


for make in (plain, frozen, numbered, cached, plain, frozen, numbered, cached):
    make()
    print(make.__name__, gc.collect())

items = [1]
try:
    functools.lru_cache(maxsize=1)(items)
except TypeError as error:
    print(error, sys.getrefcount(items))
print(sys.getrefcount(items))
