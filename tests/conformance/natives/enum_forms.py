"""Enumerations: values, flags, boundaries, what is refused."""
import enum
from enum import Enum, IntEnum, Flag, IntFlag, auto, unique, StrEnum
class Co(Enum):
    RED = 1; GREEN = "g"; BLUE = auto() if False else 3; CRIMSON = 1
    def hi(self): return f"hi {self.name}"
    @classmethod
    def first(cls): return next(iter(cls))
    @property
    def up(self): return str(self.value).upper()
print(Co.RED, repr(Co.RED), Co["GREEN"], Co(3), Co.CRIMSON is Co.RED, list(Co), len(Co), Co.RED.hi(), Co.first(), Co.GREEN.up, Co.RED in Co, list(Co.__members__))
for s in ("Co(9)", "Co['X']", "Co.X", "Co.RED = 2", "del Co.RED", "Co.RED.value = 3", "Co.RED < Co.BLUE", "class S(Co): pass", "Co.RED.RED", "Co()", "5 in Co", "'RED' in Co"):
    try: exec(f"r = {s}" if "=" not in s and not s.startswith(("del", "class")) else s); print(s, "ok", globals().get("r"))
    except Exception as e: print(s, type(e).__name__, e)
class I(IntEnum):
    A = 1; B = auto(); C = 10; D = auto()
print(I.A + 1, I.B == 2, I.D, repr(I.D), f"{I.A}", "%d" % I.A, I.A < I.B, [1, 2, 3][I.A], isinstance(I.A, int), hash(I.A) == hash(1), {I.A: 1}[1], str(I.C))
class S(StrEnum):
    X = auto(); Y = "yy"
print(S.X, repr(S.Y), S.X + "z", S.Y.upper(), f"{S.X:>5}")
class Fl(Flag):
    R = auto(); W = auto(); X = auto(); RW = R | W
print(Fl.R | Fl.X, repr(Fl.RW), ~Fl.R, Fl.R & Fl.W, bool(Fl.R & Fl.W), Fl.R in Fl.RW, list(Fl.RW), Fl(5), Fl(0), Fl.R ^ Fl.RW, len(Fl.RW), [m.name for m in Fl])
try: Fl(8)
except ValueError as e: print(e)
class IF(IntFlag):
    A = 1; B = 2
print(IF.A | IF.B, IF.A | 8, repr(IF(9)), IF.A + 1, ~IF.A, IF(0))
try:
    @unique
    class U(Enum): a = 1; b = 1
except ValueError as e: print(e)
T = Enum("T", "x y z"); print(list(T), T.x.value, T.__module__); T2 = Enum("T2", {"p": 5}); print(T2.p)
class Pl(Enum):
    E = (3.3e23, 2.4e6); M = (6.4e23, 3.3e6)
    def __init__(self, mass, radius): self.mass = mass; self.radius = radius
print(Pl.E.mass, Pl((6.4e23, 3.3e6)), Pl.E.value)
class Ms(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A if v == "a" else None
print(Ms("a"));
try: Ms("b")
except ValueError as e: print(e)
class G(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower() * (count + 1)
    A = auto(); B = auto()
match Co(1):
    case Co.RED: print("matched")
try:
    class Dup(Enum): a = 1; a = 2
except TypeError as e: print(e)
print({Co.RED: 1}, sorted(I, reverse=True), Co.__doc__, dir(Co)[:4], Co.RED.__class__, bool(Co.RED), Co.RED == 1)
import copy; print(copy.copy(Co.RED) is Co.RED, copy.deepcopy([Co.RED])[0] is Co.RED)
