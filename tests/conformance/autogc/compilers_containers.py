"""What compile() takes meanwhile: containers beyond those of the free lists, which the collector counts."""
import gc

gc.disable()
SOURCES = [
    "r = [[n for n in m] for m in q]",
    "def f():\n    return [[[n for n in m] for m in q] for q in r]",
    "class C:\n    r = [a + b + n for n in m]\n    s = [[n for n in m] for m in q]",
    "r = [lambda: n for n in [lambda: q for m in p]]",
    "r = [n for n in q for m in [0]]",
    "r = [f(lambda r: (i, n)) for i in range(3) for n in [0]]",
    "def f(x):\n    for e in x:\n        if e: yield from f(e)\n        else: yield e",
    "match x:\n    case [1, 2, *r]: pass\n    case {'a': 1, **k}: pass\n    case P(x=1) | 2 | [3 | 4]: pass",
    "x: int = 3\ny: str\ndef f(): pass",
    "class A:\n    x: int\n    def f(self, y: str) -> int: return y\nclass B:\n    y: str\n    z: int = 3",
    "def f(x: int): return x\ndef g(x: int): return x + 1\ndef h(x: int): return x + 2",
    "from __future__ import annotations\nx: int = 3\ndef f(x: int): pass",
    "f((1, 2) + (3,), (1, 2) * 2, (1, 2)[0])",
    "@functools.wraps(f)\ndef w(*a: int, **k: str) -> int:\n    return f(*a, **k)",
]


def fill():
    """Fills the free lists."""
    kept = [{} for _ in range(200)]
    kept = [[] for _ in range(200)]
    for size in range(1, 21):
        kept = [tuple([i] * size) for i in range(60)]


def beyond(kind, source):
    """How many more objects there are for the collector when the free list of a kind is empty."""
    fill()
    if kind == "dict":
        held = [{} for _ in range(300)]
    elif kind == "list":
        held = [[] for _ in range(300)]
    else:
        held = [tuple([i] * kind) for i in range(2100)]
    before = gc.get_count()[0]
    compile(source, "source", "exec")
    return gc.get_count()[0] - before


for source in SOURCES:
    floor = [set() for _ in range(100)]
    print([beyond(kind, source) for kind in ("dict", "list", 1, 2, 3, 4)], source.split("\n")[-1])
