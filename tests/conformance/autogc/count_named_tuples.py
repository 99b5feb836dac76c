"""What namedtuple() holds on its way, and what it leaves: no frame object of its caller from 3.12 on."""
from collections import namedtuple
import gc

counts = [gc.get_count()[0]]
Point = namedtuple("Point", "x y")
counts.append(gc.get_count()[0])
Named = namedtuple("Named", ["name", "class_"], defaults=[None])
counts.append(gc.get_count()[0])
points = [Point(1, 2) for i in range(10)]
counts.append(gc.get_count()[0])
print(counts, Named("a"), Point.__module__)
gc.disable()


def fill():
    """Fills the free lists."""
    kept = [{} for _ in range(200)]
    kept = [[] for _ in range(200)]
    for size in range(1, 21):
        kept = [tuple([i] * size) for i in range(60)]


def beyond(kind):
    """How many more objects there are for the collector when the free list of a kind is empty."""
    fill()
    if kind == "dict":
        held = [{} for _ in range(300)]
    elif kind == "list":
        held = [[] for _ in range(300)]
    else:
        held = [tuple([i] * kind) for i in range(2100)]
    before = gc.get_count()[0]
    namedtuple("Point", "x y")
    return gc.get_count()[0] - before


floor = [set() for _ in range(3000)]
print([beyond(kind) for kind in ("dict", "list", 1, 2, 3, 4, 5, 6, 7, 8)])
