import gc
from dataclasses import dataclass, field

gc.disable()

class Filler:
    def method(self): ...


def fill():
    """So that no free list runs out."""
    lists, dicts = [[] for _ in range(40)], [{} for _ in range(40)]
    of_lists, of_tuples = [iter([]) for _ in range(20)], [iter((1,)) for _ in range(20)]
    methods, natives = [Filler().method for _ in range(20)], [lists.append for _ in range(20)]
    tuples = [[function(i) for i in range(300)] for function in makers]


makers = [eval("lambda x: (" + "x," * size + ")") for size in range(1, 21)]


@dataclass
class First:
    x: int
    y: int = 3


fill()
before = gc.get_count()[0]


@dataclass
class Student:
    name: str
    grades: list = field(default_factory=list)


print(gc.get_count()[0] - before)
