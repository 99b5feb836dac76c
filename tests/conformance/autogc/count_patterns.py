# What patterns hold while they match, and what compiling displays of sets and defaults takes.
import gc

gc.disable()


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


def kind(value):
    match value:
        case Point(x, y=0):
            return [x]
        case int(n) | str(n):
            return (n,)
        case {"x": x, "y": 3}:
            return {x}
        case {"x": x, **rest}:
            return rest
        case [a, b]:
            return {"pair": (a, b)}


held = [[] for i in range(100)], [{} for i in range(100)], [(i, 2) for i in range(100)]
kept = []
for i in range(20):
    for value in Point(i, 0), i, {"x": i}, {"x": i, "y": 3}, [i, i]:
        kept.append(kind(value))
    print(gc.get_count()[0])
SOURCES = [
    "x in {4, 5}; y = 3; x in {4, 6}",
    "x in {4, 5, 6}; y = 3; z = (7, 8, 9)",
    "x = {1, 2, 3, 4}; y = 3; z = (7, 8, 9, 6)",
    "def f(): return x in {'a', 'b'} or x in {'a', 'b', 'c'}",
    "class N:\n    def f(value, prev=None): pass\nd = []",
    "class Node:\n    def __init__(self, value, prev=None):\n        self.value = value\ndeleted = []\nhead = Node(0)",
]


def beyond(size, source):
    """How many more objects there are for the collector when the free list of tuples of a size is empty."""
    kept = [tuple([i] * size) for i in range(2100)]
    before = gc.get_count()[0]
    compile(source, "source", "exec")
    return gc.get_count()[0] - before


for source in SOURCES:
    floor = [set() for _ in range(100)]
    print([beyond(size, source) for size in (1, 2, 3, 4)], source.split("\n")[-1])
