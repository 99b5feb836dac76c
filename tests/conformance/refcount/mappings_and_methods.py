import sys
class K:
    def __init__(self, *names): self.names = names
    def keys(self):
        print('keys', sys.getrefcount(self), min(sys.getrefcount(self.names), 99)); return self.names
    def __getitem__(self, key):
        print('getitem', key, sys.getrefcount(self)); return [key]
class Q:
    def __getattr__(self, name):
        print('getattr', name, sys.getrefcount(self))
        if name != 'keys': raise AttributeError(name)
        return lambda: ()
class Bad:
    def keys(self): raise AttributeError('inside keys')
class Worse:
    def keys(self): raise KeyError('worse')
class Both(K):
    def __getitem__(self, key): raise KeyError(key)
class Two(K):
    def __getitem__(self, key): raise KeyError(key, 1)
class N:
    keys = None
class I:
    def keys(self): return 5
class Str(K):
    def keys(self): return 'ab'
def f(**k): return k
def g(a=0, **k): return a, k
cases = [K(), K('x'), K('a', 'x'), K('x', 'a', 'y'), K(1), K('x', 'x'), Q(), Bad(), Worse(), Both('x'), Two('x'), N(), I(), Str('z'), 5, [], None, {1: 2}, {'a': 3}, {'x': 1}, dict]
def attempt(name, fn):
    try:
        print(name, fn())
    except Exception as e:
        print(name, type(e).__name__, e, e.__context__)
for m in cases:
    print('==', type(m).__name__)
    attempt('f', lambda: f(**m))
    attempt('d', lambda: {**m})
    attempt('e', lambda: {'a': 1, **m})
    attempt('g', lambda: g(a=1, **m))
    attempt('h', lambda: g(b=1, **m))
    attempt('u', lambda: {}.update(m))
    attempt('c', lambda: dict(m))
    attempt('k', lambda: dict(**m))
    attempt('p', lambda: print(1, **m))
    attempt('t', lambda: f(**m, **m))
    attempt('t2', lambda: f(z=1, **m, **{'x': 2}))
    attempt('o', lambda: {} | m)
d = {}
def ior(m):
    global d
    d |= m
for m in cases:
    attempt('i', lambda: ior(m))
print(d)
class G(ExceptionGroup):
    def derive(self, excs):
        print('derive', sys.getrefcount(self), sys.getrefcount(excs))
        return G(self.message, excs)
    def split(self, kind):
        print('split', sys.getrefcount(self))
        return super().split(kind)
e = G('m', [ValueError(1), KeyError(2)])
print(e.subgroup(ValueError), e.split(KeyError))
try:
    try:
        raise e
    except* ValueError as v:
        print(repr(v), sys.getrefcount(v))
except ExceptionGroup as x:
    print(repr(x), sys.getrefcount(x))
import io
class W:
    def write(self, text): sys.stdout.write(text + '|' + str(sys.getrefcount(self)) + '\n')
    def flush(self): sys.stdout.write('flush %d\n' % sys.getrefcount(self))
print('a', file=W(), flush=True)
import types
class M(dict):
    def get(self, *a):
        print('get', sys.getrefcount(self), sys.getrefcount(a)); return super().get(*a)
    def items(self):
        print('items', sys.getrefcount(self)); return super().items()
    def copy(self):
        print('copy', sys.getrefcount(self)); return 5
    def keys(self):
        print('keys', sys.getrefcount(self)); return super().keys()
m = types.MappingProxyType(M(a=1))
print(m.get('a'), m.items(), m.copy(), m.keys())
match M(a=1, b=2):
    case {'a': x, 'b': y}: print(x, y)
import copy, collections
print(copy.copy(M(a=1)))
class G2:
    def send(self, v): print('send', sys.getrefcount(self)); return v
    def __iter__(self): return self
    def __next__(self): print('next', sys.getrefcount(self)); return 1
def gen(): yield from G2()
x = gen(); next(x); x.send(4)
