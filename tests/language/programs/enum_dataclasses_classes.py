import sys, enum, dataclasses, abc, types
from dataclasses import dataclass, field
from enum import *
def t(f):
    n = f.__code__.co_firstlineno
    try: print(n, f())
    except BaseException as e: print(n, "!!", type(e).__name__, e)
class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
t(lambda: Color.RED)
t(lambda: repr(Color.RED))
t(lambda: list(Color))
t(lambda: Color(1))
t(lambda: Color(5))
t(lambda: Color['RED'])
t(lambda: Color['X'])
t(lambda: Color.CRIMSON)
t(lambda: Color.CRIMSON is Color.RED)
t(lambda: Color.__members__)
t(lambda: (Color.RED.name, Color.RED.value))
t(lambda: Color.RED == 1)
t(lambda: len(Color))
t(lambda: Color.RED in Color)
t(lambda: setattr(Color, 'RED', 5))
t(lambda: Color.RED < Color.GREEN)
t(lambda: hash(Color.RED) == hash('RED'))
t(lambda: Color)
t(lambda: type(Color))
t(lambda: isinstance(Color.RED, Color))
t(lambda: f'{Color.RED}')
t(lambda: '%s' % Color.RED)
t(lambda: {Color.RED: 1})
t(lambda: reversed(Color))
t(lambda: list(reversed(Color)))
t(lambda: bool(Color.RED))
t(lambda: delattr(Color, 'RED'))
t(lambda: Color.RED.RED if sys.version_info >= (3, 12) else 0)
class Auto(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()
t(lambda: [m.value for m in Auto])
class I(IntEnum):
    ONE = 1
    TWO = 2
t(lambda: (I.ONE, I.ONE + 1, I.ONE < I.TWO, I.ONE == 1, repr(I.ONE), str(I.ONE), f'{I.ONE}', I(2), sorted(I), max(I), [10, 20][I.ONE], '%d' % I.ONE))
class S(StrEnum):
    X = auto()
    Y = 'why'
t(lambda: (S.X, repr(S.X), S.Y + '!', S.X == 'x', S('why'), f'{S.X}', S.X.upper()))
class F(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
t(lambda: (F.R, F.R | F.W, F.R | F.X, F.RW & F.R, ~F.R, F.R ^ F.RW, F(0), F(3), F(5), bool(F(0)), F.R in F.RW, list(F.RW), list(F), len(F.RW), F.RW.value))
t(lambda: F(16))
t(lambda: repr(F.R | F.X))
t(lambda: str(F.R | F.X))
t(lambda: F.R | 1)
t(lambda: F.R.name)
t(lambda: (F.R | F.X).name)
class IF(IntFlag):
    A = 1
    B = 2
t(lambda: (IF.A, IF.A | IF.B, IF.A | 8, IF(3), IF.A + 1, repr(IF.A | 4), str(IF.A | IF.B), ~IF.A, IF.A & 1))
@unique
class U1(Enum): A = 1
def uq():
    @unique
    class U(Enum):
        A = 1
        B = 1
t(uq)
class Planet(Enum):
    EARTH = (1, 2)
    MARS = (3, 4)
    def __init__(self, m, r): self.m = m; self.r = r
    @property
    def both(self): return self.m + self.r
    @classmethod
    def first(cls): return cls.EARTH
    def __str__(self): return 'P' + self.name
t(lambda: (Planet.EARTH, str(Planet.MARS), Planet.MARS.both, Planet.first(), Planet((1, 2)), Planet.EARTH.value))
def ext():
    class C2(Color): pass
t(ext)
def dup():
    class D(Enum):
        A = 1
        A = 2
t(dup)
A2 = Enum('A2', 'X Y Z')
t(lambda: (list(A2), A2.X, A2('X') if False else 1))
t(lambda: Enum('A3', {'P': 5, 'Q': 6}).Q)
t(lambda: Enum('A4', ['m', 'n']).n.value)
t(lambda: IntEnum('I2', 'A B', start=0).A)
class Miss(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A if v == 'a' else None
t(lambda: Miss('a'))
t(lambda: Miss('b'))
class Gen(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last): return name.lower()
    A = auto()
    B = auto()
t(lambda: [m.value for m in Gen])
class Mix(str, Enum):
    A = 'a'
    def hi(self): return self.value
t(lambda: (Mix.A == 'a', Mix.A, str(Mix.A), f'{Mix.A}', Mix.A.hi(), Mix.A.upper()))
class Ign(Enum):
    _ignore_ = ['x']
    x = 5
    A = 1
    def m(self): return 1
    class Inner: pass
t(lambda: list(Ign))
t(lambda: Ign.A.m())
t(lambda: Color.RED.__class__)
t(lambda: Color.__doc__)
t(lambda: Color.RED._value_)
class NV(Enum):
    A = nonmember(5) if hasattr(enum, 'nonmember') else 5
    B = member(6) if hasattr(enum, 'member') else 6
t(lambda: (NV.A, list(NV)))
class O(Enum):
    _order_ = 'A B'
    A = 1
    B = 2
t(lambda: list(O))
t(lambda: verify)
t(lambda: Color(value=1))
t(lambda: Color())
t(lambda: dir(Color)[:4])
@dataclass
class D:
    x: int
    y: list = field(default_factory=list)
    z: int = field(default=5, repr=False, compare=False)
t(lambda: (D(1), D(1) == D(1), D(1, [2], 3), D(x=2)))
t(lambda: D())
t(lambda: D(1, 2, 3, 4))
t(lambda: D(1, q=2))
t(lambda: hash(D(1)))
t(lambda: D(1) < D(2))
t(lambda: dataclasses.fields(D)[0].name)
t(lambda: dataclasses.asdict(D(1, [D(2)])))
t(lambda: dataclasses.astuple(D(1, [2])))
t(lambda: dataclasses.replace(D(1), x=5))
t(lambda: dataclasses.is_dataclass(D))
t(lambda: D.__match_args__)
t(lambda: D.__doc__)
t(lambda: D.__eq__(D(1), 5))
t(lambda: D.__init__.__annotations__ if sys.version_info < (3, 14) else 0)
t(lambda: D.y if hasattr(D, 'y') else 'none')
t(lambda: D.z)
@dataclass(order=True, frozen=True)
class Fz:
    a: int
    b: str = 'q'
    def __post_init__(self): object.__setattr__(self, 'c', 1)
t(lambda: (Fz(1) < Fz(2), sorted([Fz(2), Fz(1)]), hash(Fz(1)) == hash(Fz(1)), Fz(1).c, {Fz(1)}))
t(lambda: setattr(Fz(1), 'a', 2))
t(lambda: delattr(Fz(1), 'a'))
t(lambda: Fz(1) < 5)
t(lambda: dataclasses.replace(Fz(1), a=9))
@dataclass(kw_only=True)
class K:
    a: int
    b: int = 2
t(lambda: K(a=1))
t(lambda: K(1))
t(lambda: K())
@dataclass(slots=True)
class SlD:
    a: int
    b: int = 1
t(lambda: (SlD(1), SlD.__slots__))
t(lambda: setattr(SlD(1), 'q', 1))
@dataclass(eq=False, repr=False, init=False)
class Ne:
    a: int = 1
t(lambda: (Ne() == Ne(), Ne().a, 'Ne object' in repr(Ne())))
@dataclass
class Sub(D):
    w: int = 9
t(lambda: Sub(1))
t(lambda: Sub(1) == D(1))
def mutd():
    @dataclass
    class M: x: list = []
t(mutd)
def nond():
    @dataclass
    class M:
        x: int = 1
        y: int
t(nond)
from dataclasses import KW_ONLY, InitVar, make_dataclass
from typing import ClassVar
@dataclass
class Kw:
    a: int
    _: KW_ONLY
    b: int = 1
    c: ClassVar[int] = 7
    d: InitVar[int] = 3
    e: int = field(init=False)
    def __post_init__(self, d): self.e = d * 2
t(lambda: Kw(1, b=3, d=5))
t(lambda: Kw(1, 2))
t(lambda: make_dataclass('MD', ['x', ('y', int, 5)])(1))
t(lambda: make_dataclass('MD', [('x', int)])(x=1))
t(lambda: [f.name for f in dataclasses.fields(Kw)])
t(lambda: dataclasses.fields(5))
t(lambda: dataclasses.asdict(5))
t(lambda: dataclasses.field(default=1, default_factory=list))
t(lambda: dataclasses.FrozenInstanceError.__mro__[1].__name__)
@dataclass(unsafe_hash=True)
class Uh: a: int
t(lambda: hash(Uh(1)) == hash((1,)))
@dataclass
class Rec:
    me: object = None
r = Rec(); r.me = r
t(lambda: r)
@dataclass(match_args=False, order=True)
class Ord: a: int; b: int = field(compare=False, default=0)
t(lambda: (Ord(1, 5) <= Ord(1, 3), hasattr(Ord, '__match_args__')))
class Meta(type):
    def __new__(m, n, b, ns, **kw): print('new', n, kw); return super().__new__(m, n, b, ns)
    def __init__(c, n, b, ns, **kw): print('init', n); super().__init__(n, b, ns)
    def __call__(c, *a, **k): print('call', a); return super().__call__(*a, **k)
    @classmethod
    def __prepare__(m, n, b, **kw): print('prepare', n, kw); return {}
    def __len__(c): return 7
    def __getitem__(c, i): return i
    def __iter__(c): return iter([1, 2])
    def __contains__(c, x): return x == 3
    def __repr__(c): return 'Meta!' + c.__name__
    def __instancecheck__(c, o): return o == 5
    def __getattr__(c, n): return 'meta ' + n
class M(metaclass=Meta, opt=1):
    def __init__(self, x): self.x = x
t(lambda: (M(3).x, len(M), M[4], list(M), 3 in M, M, isinstance(5, M), M.foo))
t(lambda: type('T', (M,), {}))
class A(abc.ABC):
    @abc.abstractmethod
    def f(self): ...
    @property
    @abc.abstractmethod
    def p(self): ...
t(lambda: A())
t(lambda: A.__abstractmethods__ == {'f', 'p'})
class B(A):
    def f(self): return 1
class C(B): p = 5
t(lambda: C().f())
class Desc:
    def __set_name__(self, o, n): self.n = n; print('set_name', o.__name__, n)
    def __get__(self, i, o=None): return (self.n, i is None)
    def __set__(self, i, v): print('set', v)
    def __delete__(self, i): print('del')
class HD: d = Desc()
h = HD()
t(lambda: (h.d, HD.d)); h.d = 5; del h.d
class Prop:
    @property
    def x(self): "docx"; return self._x
    @x.setter
    def x(self, v): self._x = v
    @x.deleter
    def x(self): del self._x
    @property
    def ro(self): return 1
p = Prop()
t(lambda: p.x); p.x = 5
t(lambda: p.x); del p.x
t(lambda: p.x)
class Base:
    def __init_subclass__(cls, /, tag=None, **kw): super().__init_subclass__(**kw); cls.tag = tag
class Kid(Base, tag=5): pass
t(lambda: Kid.tag); 
def badk():
    class K2(Base, foo=1): pass
t(badk)
def badk2():
    class K3(foo=1): pass
t(badk2)
class X: pass
class Y(X): pass
def mro():
    class Z(X, Y): pass
t(mro)
t(lambda: Y.mro())
t(lambda: X.__subclasses__())
t(lambda: Y.__base__)
t(lambda: X().__class__.__name__)
t(lambda: X.__dict__.keys() - {'__firstlineno__', '__static_attributes__'} == {'__module__', '__dict__', '__weakref__', '__doc__'})
class Slots:
    __slots__ = ('a', '__dict__')
s = Slots(); s.a = 1; s.z = 2
t(lambda: (s.a, s.__dict__))
class Slots2: __slots__ = ('a',)
t(lambda: setattr(Slots2(), 'b', 1))
t(lambda: Slots2().a)
t(lambda: Slots2().__dict__)
t(lambda: Slots2.a)
def slc():
    class Q: __slots__ = ('a',); a = 5
t(slc)
def slb():
    class Q: __slots__ = ('1a',)
t(slb)
def lay():
    class Q1: __slots__ = ('a',)
    class Q2: __slots__ = ('b',)
    class Q3(Q1, Q2): pass
t(lay)
class Cmp:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return self.v < o.v
t(lambda: Cmp(1) == Cmp(1))
t(lambda: Cmp(1) < Cmp(2))
t(lambda: Cmp(1) > Cmp(2))
t(lambda: Cmp(1) <= Cmp(2))
t(lambda: hash(Cmp(1)))
t(lambda: sorted([Cmp(2), Cmp(1)])[0].v)
class Num:
    def __radd__(self, o): return ('radd', o)
    def __iadd__(self, o): return ('iadd', o)
    def __rsub__(self, o): return NotImplemented
    def __matmul__(self, o): return 'mm'
    def __neg__(self): return 'neg'
    def __index__(self): return 3
    def __int__(self): return 'bad'
    def __float__(self): return 1
    def __bool__(self): return 5
    def __len__(self): return -1
    def __call__(self, *a, **k): return a, k
    def __getitem__(self, k): return k
    def __contains__(self, x): return 'yes'
    def __format__(self, s): return 'F' + s
    def __round__(self, n=None): return ('round', n)
    def __divmod__(self, o): return 'dm'
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __abs__(self): return 'abs'
    def __invert__(self): return 'inv'
    def __reversed__(self): return 'rev'
    def __dir__(self): return ['b', 'a']
    def __sizeof__(self): return 100
n = Num()
t(lambda: 5 + n)
t(lambda: 5 - n)
t(lambda: n @ 1)
t(lambda: -n)
t(lambda: [1, 2, 3, 4][n])
t(lambda: int(n))
t(lambda: float(n))
t(lambda: bool(n))
t(lambda: len(n))
t(lambda: n(1, a=2))
t(lambda: n[1:2, ...])
t(lambda: 5 in n)
t(lambda: f'{n:>5}')
t(lambda: round(n))
t(lambda: round(n, 2))
t(lambda: divmod(n, 1))
t(lambda: n ** 2)
t(lambda: pow(n, 2, 3))
t(lambda: abs(n))
t(lambda: ~n)
t(lambda: reversed(n))
t(lambda: dir(n))
t(lambda: n + 5)
t(lambda: range(n))
t(lambda: 'a' * n)
t(lambda: hex(n))
t(lambda: not n)
t(lambda: n < 5)
t(lambda: complex(n))
class BadRepr:
    def __repr__(self): return 5
    def __str__(self): return 6
    def __hash__(self): return 'x'
    def __iter__(self): return 5
    def __eq__(self, o): raise ValueError('eq')
b = BadRepr()
t(lambda: repr(b))
t(lambda: str(b))
t(lambda: hash(b))
t(lambda: iter(b))
t(lambda: b == 1)
t(lambda: [b] == [1])
t(lambda: b in [1])
t(lambda: print(b))
t(lambda: f'{b}')
class Priv:
    __x = 1
    def get(self): return self.__x
t(lambda: (Priv().get(), Priv._Priv__x))
t(lambda: Priv().__x)