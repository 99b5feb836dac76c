"""What a dataclass gets, and what it refuses."""
from dataclasses import dataclass, field, asdict, astuple, replace, fields, is_dataclass, FrozenInstanceError, KW_ONLY, InitVar, make_dataclass
import copy, sys
@dataclass(order=True)
class P:
    x: int
    y: float = 0.0
    tags: list = field(default_factory=list, compare=False, repr=False)
    z: InitVar[int] = 3
    def __post_init__(self, z): self.zz = z
p = P(1, 2.5, z=9); q = P(1)
print(p, q, p > q, p == P(1, 2.5), p.zz, asdict(p), astuple(p), replace(p, x=5, z=1), [f.name for f in fields(p)], is_dataclass(p), is_dataclass(P))
print(P.__match_args__, P.__doc__, p.tags is q.tags, sys.getrefcount(p), hash(P) is not None)
try: hash(p)
except TypeError as e: print(e)
@dataclass(frozen=True, slots=True, kw_only=True)
class F:
    a: int = 1
    b: str = "b"
f = F(a=2); print(f, hash(f) == hash(F(a=2)), F.__slots__)
for s in ("f.a = 1", "del f.a", "f.c = 1", "F(1)", "f.__dict__", "P()", "P(1, 2, 3, 4, 5)", "P(w=1)", "replace(f, q=1)", "asdict(1)", "fields(1)"):
    try: exec(s)
    except Exception as e: print(s, type(e).__name__, e)
@dataclass
class C(P):
    w: int = 0
    _: KW_ONLY
    k: int = 7
print(C(1, k=8), C.__init__.__annotations__ if sys.version_info < (3, 14) else "", C(1, 2.0, [], 3, 4))
for src in ("@dataclass\nclass X:\n a: int = 1\n b: int", "@dataclass\nclass X:\n a: list = []", "@dataclass(frozen=True)\nclass X(P): pass", "@dataclass\nclass X(F): pass", "@dataclass(order=True)\nclass X:\n a: int\n def __lt__(s, o): pass", "@dataclass(slots=True)\nclass X:\n __slots__ = ()\n a: int", "@dataclass(eq=False, order=True)\nclass X: pass", "field(default=1, default_factory=list)", "@dataclass\nclass X:\n a: int = field(kw_only=True, default=field())\nX()"):
    try: exec(src); print("ok")
    except Exception as e: print(type(e).__name__, e)
N = make_dataclass("N", [("a", int), ("b", int, 5), "c"] if False else [("a", int), ("b", int, 5)], namespace={"m": lambda s: s.a + s.b}); print(N(1), N(1).m(), N.__module__)
c = copy.copy(p); d = copy.deepcopy(p); print(c == p, c.tags is p.tags, d.tags is p.tags)
@dataclass
class Node:
    v: int
    nxt: "Node | None" = None
n = Node(1, Node(2)); n.nxt.nxt = n; print(n)
@dataclass(repr=False, eq=False, init=False)
class Z: a: int = 4
print(Z().a, Z() == Z(), "Z object" in repr(Z()))
