class Pt:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
def m(v):
    match v:
        case 0: return 'zero'
        case 1 | 2: return 'one-two'
        case -1.5: return 'neg'
        case 'a' | 'b' as s: return f'str {s}'
        case None: return 'none'
        case True: return 'true'
        case []: return 'empty'
        case [x]: return f'one {x}'
        case [x, y] if x == y: return f'pair eq {x}'
        case [1, *rest]: return f'1.. {rest}'
        case (a, [b, c]): return f'nest {a} {b} {c}'
        case [*_, 9]: return 'ends 9'
        case {'k': v, **rest}: return f'map {v} {rest}'
        case {'a': {'b': int(z)}}: return f'deep {z}'
        case {}: return f'any map'
        case Pt(0, 0): return 'origin'
        case Pt(x=0, y=yy): return f'y axis {yy}'
        case Pt(x, y=y) if x > 100: return 'far'
        case Pt(): return f'pt {v.x}'
        case int(n) if n > 100: return f'big {n}'
        case str() | bytes(): return 'text'
        case float(f): return f'float {f}'
        case _: return 'other'
for v in [0, 1, 2, -1.5, 'a', 'z', None, True, [], [7], [3, 3], [1, 2, 3], (5, [6, 7]), (4, 5, 9), {'k': 1, 'z': 2}, {'a': {'b': 3}}, {'q': 1}, Pt(0, 0), Pt(0, 5), Pt(101, 2), Pt(3, 4), 500, b'x', 2.5, {1}, range(2), 'ab', 1+2j, False]:
    print(repr(v) if not isinstance(v, Pt) else (v.x, v.y), m(v))
class C: A = 1; B = 2
def e(x):
    match x:
        case C.A: return 'A'
        case C.B: return 'B'
print(e(1), e(2), e(3))
try:
    match Pt(1, 2):
        case Pt(1, 2, 3): pass
except TypeError as ex: print(ex)
try:
    match 5:
        case int(1, 2): pass
except TypeError as ex: print(ex)
try:
    match Pt(1, 2):
        case Pt(1, x=2): pass
except TypeError as ex: print(ex)
x = 5
try:
    match 3:
        case x(): pass
except TypeError as ex: print(ex)
match (1, 2, 3):
    case first, *mid, last: print(first, mid, last)
match {'x': 1, 'y': 2}:
    case {'x': 1, 'z': 3}: print('no')
    case {'x': xx, **kw}: print(xx, kw)
match 'abc':
    case [*_]: print('seq')
    case str(s): print('str', s)
class NoMA: pass
try:
    match NoMA():
        case NoMA(1): pass
except TypeError as ex: print(ex)
match [1, [2, [3, 4]]]:
    case [a, [b, [*c]]]: print(a, b, c)
def cmd(s):
    match s.split():
        case ['go', ('north' | 'south') as d]: return f'go {d}'
        case ['get', obj, *_]: return f'get {obj}'
        case []: return 'nothing'
        case other: return f'? {other}'
print(cmd('go north'), cmd('get lamp now'), cmd(''), cmd('fly'))
match 3:
    case n if n < 0: print('neg')
    case n if n > 2: print('gt2', n)
