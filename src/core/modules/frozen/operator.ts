/// `operator`.
const BINARY: readonly (readonly [string, string])[] = [
  ['add', '+'], ['sub', '-'], ['mul', '*'], ['truediv', '/'], ['floordiv', '//'], ['mod', '%'], ['pow', '**'], ['matmul', '@'],
  ['and_', '&'], ['or_', '|'], ['xor', '^'], ['lshift', '<<'], ['rshift', '>>'],
  ['lt', '<'], ['le', '<='], ['eq', '=='], ['ne', '!='], ['gt', '>'], ['ge', '>='], ['is_', 'is'], ['is_not', 'is not']
];
const INPLACE: readonly (readonly [string, string])[] = [
  ['iadd', '+='], ['isub', '-='], ['imul', '*='], ['itruediv', '/='], ['ifloordiv', '//='], ['imod', '%='], ['ipow', '**='],
  ['iand', '&='], ['ior', '|='], ['ixor', '^='], ['ilshift', '<<='], ['irshift', '>>='], ['iconcat', '+=']
];

const binary = BINARY.map(([name, symbol]) => `def ${name}(a, b, /):\n    return a ${symbol} b\n`).join('\n');
const inplace = INPLACE.map(([name, symbol]) => `def ${name}(a, b, /):\n    a ${symbol} b\n    return a\n`).join('\n');

export const operatorSource = `
${binary}
${inplace}
def neg(a, /):
    return -a

def pos(a, /):
    return +a

def invert(a, /):
    return ~a

inv = invert

def not_(a, /):
    return not a

def truth(a, /):
    return True if a else False

def abs(a, /, _abs=abs):
    return _abs(a)

def index(a, /):
    return a.__index__()

def concat(a, b, /):
    return a + b

def contains(a, b, /):
    return b in a

def getitem(a, b, /):
    return a[b]

def setitem(a, b, c, /):
    a[b] = c

def delitem(a, b, /):
    del a[b]

def countOf(a, b, /):
    return sum(1 for item in a if item is b or item == b)

def indexOf(a, b, /):
    for i, item in enumerate(a):
        if item is b or item == b:
            return i
    raise ValueError("sequence.index(x): x not in sequence")

def length_hint(obj, default=0, /):
    try:
        return len(obj)
    except TypeError:
        return getattr(type(obj), "__length_hint__", lambda obj: default)(obj)

def call(obj, /, *args, **kwargs):
    return obj(*args, **kwargs)

class itemgetter:
    __slots__ = ("_items",)

    def __init__(self, item, /, *items):
        self._items = (item,) + items

    def __call__(self, obj, /):
        if len(self._items) == 1:
            return obj[self._items[0]]
        return tuple([obj[item] for item in self._items])

    def __repr__(self):
        return "operator.itemgetter(" + ", ".join(map(repr, self._items)) + ")"

class attrgetter:
    __slots__ = ("_attrs",)

    def __init__(self, attr, /, *attrs):
        self._attrs = (attr,) + attrs
        for name in self._attrs:
            if not isinstance(name, str):
                raise TypeError("attribute name must be a string")

    def _one(self, obj, name):
        for part in name.split("."):
            obj = getattr(obj, part)
        return obj

    def __call__(self, obj, /):
        if len(self._attrs) == 1:
            return self._one(obj, self._attrs[0])
        return tuple([self._one(obj, name) for name in self._attrs])

    def __repr__(self):
        return "operator.attrgetter(" + ", ".join(map(repr, self._attrs)) + ")"

class methodcaller:
    __slots__ = ("_name", "_args", "_kwargs")

    def __init__(self, name, /, *args, **kwargs):
        self._name = name
        self._args = args
        self._kwargs = kwargs

    def __call__(self, obj, /):
        return getattr(obj, self._name)(*self._args, **self._kwargs)
`;
