"""What an instruction that fails drops, and in which order."""
import sys
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
    def __repr__(self): return 'D'
def t(f, *a):
    print('-', f.__code__.co_firstlineno)
    try: f(*a)
    except Exception as e: print(type(e).__name__)
    else: print('ok')
t(lambda: D('a') + D('b'))
t(lambda: D('a') < D('b'))
t(lambda: D('a') < D('b') < D('c'))
t(lambda: D('a') in D('b'))
t(lambda: D('a') is D('b'))
t(lambda: D('a')[D('b')])
t(lambda: D('a')(D('b'), D('c')))
t(lambda: D('a')(D('b'), c=D('c')))
t(lambda: D('a')(*[D('b')], **{'c': D('c')}))
t(lambda: len(D('a'), D('b')))
t(lambda: len(D('a')))
t(lambda: int(D('a')))
t(lambda: print(D('a'), zork=D('b')))
t(lambda: [D('a'), D('b'), D('c').zork])
t(lambda: (D('a'), D('b'), D('c').zork))
t(lambda: {1: D('a'), 2: D('b'), 3: D('c').zork})
t(lambda: {D('a'), D('b'), D('c').zork})
t(lambda: {1: D('a'), 1: D('b')})
t(lambda: [*[D('a'), D('b')], *D('c')])
t(lambda: {**{1: D('a')}, **D('c')})
t(lambda: f"{D('a')}{D('b').n}{D('c').zork}")
t(lambda: f"{D('a'):zork}")
t(lambda: f"{1:{D('a')}}")
t(lambda: D('a').zork.b)
t(lambda: D('a').n.zork(D('b')))
t(lambda: -D('a'))
t(lambda: (yield D('a')))
t(lambda x=D('dflt'): x.zork)
t(lambda x, y: 0, D('one'))
t(lambda x, y: 0, D('one'), D('two'), D('three'))
def f(x): D('a').b = D('b'); x.y = D('c'); x.y = D('d')
t(f, D('x'))
class S: __slots__ = ()
def f(): S().b = D('b')
t(f)
def f(): D('a')[D('k')] = D('v')
t(f)
def f(): del D('a')[D('k')]
t(f)
def f(): a, b = D('x')
t(f)
def f(): a, b = [D('x'), D('y'), D('z')]
t(f)
def f(): a, b = iter([D('x'), D('y'), D('z')])
t(f)
def f(): a, b = D('x'),
t(f)
def f(): a, *b, c = iter([D('x')])
t(f)
def f(): a, *b, c = [D('x'), D('y'), D('z'), D('w')]; print(len(b))
t(f)
def f():
    for x in D('it'): pass
t(f)
def f():
    for x in [D('i'), D('j')]: raise ValueError(D('arg'))
t(f)
def f():
    for x in [D('i'), D('j')]: return D('ret')
t(f)
def f():
    with D('cm'): pass
t(f)
class CM(D):
    def __enter__(self): raise ValueError(D('en'))
    def __exit__(self, *a): print('exit')
def f():
    with CM('cm') as x: pass
t(f)
class CM(D):
    def __enter__(self): return D('value')
    def __exit__(self, *a): print('exit'); return D('true')
def f():
    with CM('cm') as x: raise ValueError(D('en'))
t(f)
def f():
    with CM('cm') as x, CM('cm2') as y: return D('ret')
t(f)
def f(): raise ValueError(D('a')) from D('b')
t(f)
def f(): raise D('a')
t(f)
def f(): raise ValueError from ValueError(D('c'))
t(f)
def f(): assert D('x') is None, D('m')
t(f)
def f():
    try: raise ValueError(D('v'))
    except D('notexc'): pass
t(f)
def f():
    try: raise ValueError(D('v'))
    except (KeyError, D('notexc')): pass
t(f)
def f():
    match [D('a'), D('b')]:
        case [x]: pass
        case [x, y, z]: pass
        case [x, y] if x.zork: pass
t(f)
def f():
    match {'k': D('a'), 'l': D('b')}:
        case {'z': x}: pass
        case {'k': x, **r}: print(len(r))
t(f)
class P:
    __match_args__ = ('a', 'b')
    def __init__(self): self.a, self.b = D('pa'), D('pb')
def f():
    match P():
        case P(x, b=5): pass
        case P(x, y, z): pass
t(f)
def f():
    match P():
        case P(x, y): print('got')
t(f)
def f():
    def g(a=D('d1'), *, b=D('d2')) -> D('ann'): pass
    class X(object, zork=D('kw')): pass
t(f)
def f():
    class X(D('base')): pass
t(f)
def f():
    class X:
        a = D('ca'); b = D('cb')
        raise ValueError
t(f)
def f():
    @D('deco')
    def g(): pass
t(f)
def f():
    x = [D('l')]; x[0] += D('r')
t(f)
def f():
    x = P(); x.a += D('r')
t(f)
def f():
    x = D('old'); x = D('new'); x += D('r')
t(f)
def f():
    x: D('ann') = D('val'); del x; x
t(f)
def f():
    import sys as zork; from sys import zzz
t(f)
def f(): print(*[D('a')], *D('b'))
t(f)
def f(): print(**D('b'))
t(f)
def f(): print(D('x'), *(D('a'),), **{'q': D('b')}, **{'q': D('c')})
t(f)
def f(): dict(a=D('1'), **{'a': D('2')})
t(f)
def f(): exec(D('x'))
t(f)
def f(): exec('x', {'x': 1}, D('loc'))
t(f)
def f(): [x for x in [D('a'), D('b')] if x.zork]
t(f)
def f(): list(x for x in [D('a'), D('b')] if x.zork)
t(f)
def f(): {x: D('v') for x in [D('a'), D('b')]}
t(f)
def f(): {D('k').n: D('v') for x in [1, 2]}
t(f)
def f(): super(D('a'), D('b'))
t(f)
def f(): isinstance(D('a'), D('b'))
t(f)
def f(): setattr(D('a'), 'x', D('v'))
t(f)
def f(): setattr(D('a'), D('nm'), D('v'))
t(f)
def f(): sorted([D('a'), D('b')])
t(f)
def f(): sum([D('a'), D('b')])
t(f)
def f(): ''.join([D('a')])
t(f)
def f(): 'x%s%d' % (D('a'), D('b'))
t(f)
def f(): '{}{:d}'.format(D('a'), D('b'))
t(f)
def f(): [1].index(D('a'))
t(f)
def f(): {}[D('a')]
t(f)
def f(): {}.pop(D('a'))
t(f)
def f(): list(map(D('fn'), [D('arg')]))
t(f)
def f(): next(D('a'), D('b'))
t(f)
def f(): open(D('a'))
