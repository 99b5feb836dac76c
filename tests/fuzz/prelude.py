import sys, gc, weakref
gc.collect()
registry = []
saved = []
count = 0
step = 0
laps = 0

def born(obj):
    global count
    count += 1
    registry.append(weakref.ref(obj))
    return f'{type(obj).__name__}{count}'

class A:
    def __init__(self, *refs, **named):
        self.name = born(self)
        if refs:
            self.refs = refs
        for key in named:
            setattr(self, key, named[key])
    def __repr__(self):
        return getattr(self, 'name', 'unborn')
    def __hash__(self):
        return 7
    def __del__(self):
        print('del', getattr(self, 'name', 'unborn'))
    def me(self):
        return self
    def keep(self, *args):
        self.kept = args
        return args
    def probe(self, other, extra=None):
        print('probe', type(self) in ATOMS or sys.getrefcount(self), type(other) in ATOMS or sys.getrefcount(other))
        return other

class B(A):
    shared = []
    @property
    def p(self):
        return self.__dict__.get('hidden')
    @p.setter
    def p(self, value):
        self.hidden = value
    @p.deleter
    def p(self):
        del self.hidden
    def __getattr__(self, key):
        if key == 'ghost':
            return self
        raise AttributeError(key)

class S(A):
    __slots__ = ('x', 'y')

class P:
    __slots__ = ('name', 'x', 'y', '__weakref__')
    def __init__(self, x=None, y=None):
        self.name = born(self)
        self.x, self.y = x, y
    def __repr__(self):
        return self.name
    def __del__(self):
        print('del', self.name)
    def __hash__(self):
        return 8
    def __eq__(self, other):
        return self is other or getattr(other, 'name', 0) == self.x

class R(A):
    def __del__(self):
        print('back', self.name)
        saved.append(self)

class W:
    def __init__(self, value=None):
        self.name = born(self)
        self.value = value
    def __repr__(self):
        return self.name
    def __enter__(self):
        return self.value
    def __exit__(self, kind, value, traceback):
        self.seen = value
        return isinstance(value, X)

def seen(x):
    return type(x).__name__ if type(x) in ATOMS else sys.getrefcount(x)

class Q:
    left = 2
    kept = ()
    def __init__(self, *args):
        self.name = born(self)
        self.kept = args
        print('Q init', sys.getrefcount(self), sys.getrefcount(args))
    def __repr__(self):
        return self.name
    def __del__(self):
        print('del', self.name, sys.getrefcount(self))
    def __enter__(self):
        print('Q enter', sys.getrefcount(self))
        return self.kept
    def __exit__(self, kind, value, traceback):
        print('Q exit', sys.getrefcount(self), seen(value), seen(traceback))
        return isinstance(value, X)
    def __iter__(self):
        print('Q iter', sys.getrefcount(self))
        return self
    def __next__(self):
        print('Q next', sys.getrefcount(self))
        if self.left == 0:
            raise StopIteration(self.kept)
        self.left -= 1
        return self.kept and self.kept[-1]
    def __getattr__(self, key):
        print('Q getattr', key, sys.getrefcount(self))
        if key[:2] == '__':
            raise AttributeError(key)
        return self.kept
    def __eq__(self, other):
        print('Q eq', sys.getrefcount(self), seen(other))
        return self is other
    def __hash__(self):
        print('Q hash', sys.getrefcount(self))
        return 7
    def __lt__(self, other):
        print('Q lt', sys.getrefcount(self), seen(other))
        return isinstance(other, A)
    def __contains__(self, other):
        print('Q contains', sys.getrefcount(self), seen(other))
        return other in self.kept
    def __getitem__(self, key):
        print('Q getitem', sys.getrefcount(self), seen(key))
        return self.kept[key] if isinstance(key, int) else [key, self]
    def __setitem__(self, key, value):
        print('Q setitem', sys.getrefcount(self), seen(key), seen(value))
        self.kept = value, key
    def __delitem__(self, key):
        print('Q delitem', sys.getrefcount(self), seen(key))
        self.kept = ()
    def __add__(self, other):
        print('Q add', sys.getrefcount(self), seen(other))
        return [self, other]
    def __radd__(self, other):
        print('Q radd', sys.getrefcount(self), seen(other))
        return [other, self]
    def __iadd__(self, other):
        print('Q iadd', sys.getrefcount(self), seen(other))
        return self
    def __neg__(self):
        print('Q neg', sys.getrefcount(self))
        return self
    def __bool__(self):
        print('Q bool', sys.getrefcount(self))
        return self.kept != ()
    def __call__(self, *args, **named):
        print('Q call', sys.getrefcount(self), sys.getrefcount(args), sys.getrefcount(named), *map(seen, args))
        return args
    def __format__(self, spec):
        print('Q format', sys.getrefcount(self), spec)
        return self.name

class Base:
    def __init__(self, *args):
        self.name = born(self)
        self.refs = args
    def __repr__(self):
        return self.name
    def __del__(self):
        print('del', self.name)
    def both(self, other):
        print('base', sys.getrefcount(self), seen(other))
        return [self, other]
    @classmethod
    def make(cls, *args, **named):
        print('make', sys.getrefcount(args), sys.getrefcount(named), *map(seen, args))
        return cls(*args, named)

class Sub(Base):
    def __init__(self, *args):
        print('Sub init', sys.getrefcount(self), sys.getrefcount(args))
        super().__init__(*args)
    def both(self, other):
        return super().both(other) + super().both(other=self)
    @classmethod
    def make(cls, *args, **named):
        return super().make(*args, **named)

class X(Exception):
    def __init__(self, *args):
        super().__init__(*args)
        self.name = born(self)
    def __del__(self):
        print('del', self.name)
    def __repr__(self):
        return self.name

class L(list):
    def __hash__(self):
        return 9
    def __del__(self):
        print('del L', len(self))

class D(dict):
    def __del__(self):
        print('del D', len(self))
    def __missing__(self, key):
        return self

class T(tuple):
    pass

class I:
    def __init__(self, items):
        self.items = items
        self.at = 0
    def __repr__(self):
        return f'I{self.at}'
    def __iter__(self):
        return self
    def __next__(self):
        if self.at >= len(self.items):
            raise StopIteration
        self.at += 1
        return self.items[self.at - 1]

class G:
    def __init__(self, items=()):
        self.items = items
    def __repr__(self):
        return 'G'
    def __getitem__(self, i):
        return self.items[i]
    def __len__(self):
        return len(self.items)
    def __call__(self, *args, **named):
        return args, named
    def __add__(self, other):
        return [self, other]
    def __iadd__(self, other):
        self.items = [*self.items, other]
        return self

class M(type):
    def __del__(cls):
        print('del class', cls.__name__)

class V:
    def __get__(self, obj, owner):
        return obj
    def __set__(self, obj, value):
        obj.__dict__['v'] = value

class Data:
    total = []
    def __init__(self, value, more=None):
        self.name = born(self)
        self.value = value
        self._more = more
    def __repr__(self):
        return self.name
    def __del__(self):
        print('del', self.name, type(self.value) in ATOMS or sys.getrefcount(self.value))
    @property
    def more(self):
        return self._more
    @classmethod
    def of(cls, value):
        return cls(value)
    def __iadd__(self, other):
        self.total.append(other)
        return self
    def __matmul__(self, other):
        return [self, other]
    def __imatmul__(self, other):
        self.value = other
        return self
    def __lt__(self, other):
        return other
    def __radd__(self, other):
        return (other, self)
    def __len__(self):
        return 2
    def __getitem__(self, key):
        if key == 0 or key == 1:
            return [self.value, self.more][key]
        raise IndexError(key)
    def __enter__(self):
        return self
    def __exit__(self, *args):
        self.args = args

def gen(*items):
    print('start')
    got = None
    try:
        for item in items:
            got = yield item
        return got
    except X as error:
        yield error
    finally:
        print('fin', got)

def outer(*items):
    result = yield from gen(*items)
    yield result

def ident(x):
    return x

def probe(x, *rest, **named):
    print('probe', type(x) in ATOMS or sys.getrefcount(x), len(rest), sys.getrefcount(rest), len(named))
    return x

def fail(x, kind=X):
    local = [x]
    raise kind(x)

def callback(ref):
    print('callback', ref() is None)

def cell(x):
    def get(y=None):
        nonlocal x
        old = x
        if y is not None:
            x = y
        return old
    return get

ATOMS = (type(None), bool, str, int, float, type, type(ident), type(len))

def describe(x, depth=2):
    kind = type(x)
    if kind in (type(None), bool, int, float, str):
        return repr(x)
    if hasattr(kind, 'name') or 'name' in getattr(x, '__dict__', ()):
        return repr(x)
    if depth == 0:
        return kind.__name__
    if isinstance(x, (list, tuple)):
        return kind.__name__ + '[' + ','.join([describe(y, depth - 1) for y in x]) + ']'
    if isinstance(x, dict):
        return kind.__name__ + '{' + ','.join([describe(k, 0) + ':' + describe(y, depth - 1) for k, y in x.items()]) + '}'
    if isinstance(x, (set, frozenset)):
        return kind.__name__ + str(len(x))
    return kind.__name__

def far():
    global laps
    laps += 1
    return laps > 100

def alive():
    return ''.join(['01'[ref() is not None] for ref in registry])

def show(*pairs):
    global step
    step += 1
    print(step, alive(), *pairs)

def look(names):
    global step
    step += 1
    space = globals()
    parts = []
    for name in names:
        if name in space:
            kind = type(space[name])
            number = '' if kind in ATOMS else sys.getrefcount(space[name])
            parts.append(f'{name}={describe(space[name])}#{number}')
    print(step, alive(), *parts)
