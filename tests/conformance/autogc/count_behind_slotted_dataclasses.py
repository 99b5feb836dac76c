# A dataclass made anew for its slots: from 3.14 on it has been asked for its annotations, and its fields have them from there.
import gc
from dataclasses import dataclass, fields

gc.disable()


class Filler:
    def method(self): ...


def fill():
    """So that no free list runs out."""
    lists, dicts = [[] for _ in range(90)], [{} for _ in range(90)]
    of_lists, of_tuples = [iter([]) for _ in range(20)], [iter((1,)) for _ in range(20)]
    methods, natives = [Filler().method for _ in range(20)], [lists.append for _ in range(20)]
    tuples = [[function(i) for i in range(2100)] for function in makers]


makers = [eval("lambda x: (" + "x," * size + ")") for size in range(1, 21)]


def slotted():
    @dataclass(slots=True)
    class Point:
        x: int
        y: list[int]
    return Point


def own():
    @dataclass(slots=True)
    class Node:
        value: int
        next: "Node | None" = None
    return Node


kept = []
for make in (slotted, slotted, own, own):
    fill()
    before = gc.get_count()[0]
    kept.append(make())
    print(make.__name__, gc.get_count()[0] - before)
print([(f.name, f.type) for made in kept for f in fields(made)])
