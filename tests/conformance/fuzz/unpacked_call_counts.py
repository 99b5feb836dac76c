import sys
from itertools import *
tag = ''
def say(*a):
    print(tag, *a)
import itertools, functools, collections, operator

class Q:
    """Tells how often it is referred to whenever somebody asks it for something."""
    def __init__(self, *args, **named):
        pass
    def tell(self, *rest):
        say('    ', len(rest), sys.getrefcount(self))
        return iter([])
    __iter__ = tell
    def __index__(self):
        say('     index', sys.getrefcount(self))
        return 1
    def __hash__(self):
        say('     hash', sys.getrefcount(self))
        return 1
    def __len__(self):
        say('     len', sys.getrefcount(self))
        return 0
    def __str__(self):
        say('     str', sys.getrefcount(self))
        return 'q'
    def __float__(self):
        say('     float', sys.getrefcount(self))
        return 1.5

def f(x, *rest, **named):
    say('    f', sys.getrefcount(x))

def g(x):
    say('    g', sys.getrefcount(x))

def h(x, k=0):
    say('    h', sys.getrefcount(x))

class K:
    def __init__(self, x, *rest, **named):
        type(x) is int or say('    K', sys.getrefcount(x))
    def m(self, x, **named):
        say('    m', sys.getrefcount(x))
    def __call__(self, x, **named):
        say('    call', sys.getrefcount(x))
    @staticmethod
    def s(x, **named):
        say('    s', sys.getrefcount(x))
    @classmethod
    def c(cls, x, **named):
        say('    c', sys.getrefcount(x))

class N:
    def __new__(cls, x, **named):
        say('    N', sys.getrefcount(x))
        return object.__new__(cls)

class M(type):
    def __call__(cls, *args, **named):
        say('    M', sys.getrefcount(args[0]))
        return super().__call__(*args, **named)

class MK(metaclass=M):
    def __init__(self, x, **named):
        say('    MK', sys.getrefcount(x))

class P(metaclass=type('M2', (type,), {})):
    def __init__(self, x, **named):
        say('    P', sys.getrefcount(x))

class SZ(zip):
    pass

class SE(enumerate):
    pass

class SL(list):
    pass

class SI(int):
    pass

def run(name, callable, rest=(), **named):
    global tag
    c = Q()
    l = [c, *rest]
    t = (c, *rest)
    n = named
    for i, kind in enumerate((lambda: callable(c, *rest), lambda: callable(*l), lambda: callable(*t), lambda: callable(*[c, *rest]), lambda: callable(*t, **named))):
        print(name, i, sys.getrefcount(c))
        tag = f'{name} {i}'
        try:
            kind()
        except (TypeError, ValueError) as problem:
            say('    ', type(problem).__name__)

def plain(name, callable):
    global tag
    c = Q()
    for i in range(3):
        tag = f'{name} plain {i}'
        print(name, sys.getrefcount(c))
        try:
            callable(c)
        except (TypeError, ValueError) as problem:
            say('    ', type(problem).__name__)

types = [zip, list, dict, enumerate, bytes, chain, zip_longest, product, tee, collections.Counter, collections.OrderedDict, len, f, g, h, K, N, MK, P, SZ, SE, K(0).m, K(0), K.s,
         f.__call__, K(0).__call__, zip.__call__, SZ.__call__, list.__call__, print, property, type]
for kind in types:
    name = getattr(kind, '__name__', type(kind).__name__)
    plain(name, kind)
    run(name, kind)
    run(name + ' named', kind, k=1)
for kind, rest in [(zip, ([],)), (map, ([],)), (filter, ([],)), (islice, (1,)), (repeat, (1,)), (combinations, (1,)), (type.__call__, ()), (starmap, ([],)), (takewhile, ([],)), (isinstance, (Q,)),
                   (zip.__new__, ()), (object.__new__, ()), (functools.partial, ()), (operator.contains, (1,)), (list.__init__, ()), (dict.fromkeys, (1,))]:
    run(kind.__name__, kind, rest)
c = Q()
for kind in [list, zip, enumerate, K, N, MK, f, SZ, str, int, chain, collections.deque]:
    tag = 'first', kind.__name__
    type.__call__(kind, c) if isinstance(kind, type) else kind.__call__(c)
    map_ = list(map(kind, [c]))
    functools.partial(kind)(c)
    functools.partial(kind, c)()
    if kind is not K: kind.__call__(*[c])
    for x in starmap(kind, [(c,)]): pass
    for x in starmap(kind, [[c]]): pass
zip(c, strict=True)
zip(*[c], strict=True)
zip(c, c)
