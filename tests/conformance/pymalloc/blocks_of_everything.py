"""How many blocks an object of each kind takes, and how far neighbours lie apart."""
import functools
import sys
import types
import weakref

COUNT = 120


def measure(name, make):
    kept = [None] * COUNT
    make(0)
    for i in range(COUNT):
        kept[i] = make(i)
    kept = None
    kept = [None] * COUNT
    before = sys.getallocatedblocks()
    for i in range(COUNT):
        kept[i] = make(i)
    blocks = sys.getallocatedblocks() - before
    places = sorted(id(one) for one in kept)
    distances = [b - a for a, b in zip(places, places[1:])]
    common = max(set(distances), key=lambda d: (distances.count(d), -d))
    print(name, round(blocks / COUNT), common)


class Plain:
    pass


class Slots:
    __slots__ = ('a', 'b', 'c')


class Many:
    def __init__(self):
        self.a = self.b = self.c = self.d = self.e = self.f = None


class FromList(list):
    pass


class FromDict(dict):
    pass


class FromInt(int):
    pass


class FromTuple(tuple):
    pass


class FromStr(str):
    pass


class Error(Exception):
    pass


def outer(x):
    def inner():
        return x
    return inner


def generator(x):
    y = x
    yield y


plain = Plain()
items = [1, 2, 3]
mapping = {'a': 1, 'b': 2}
group = {1, 2}
text = 'abcdef'
data = b'abcdef'
KINDS = {
    'object': lambda i: object(), 'plain': lambda i: Plain(), 'slots': lambda i: Slots(), 'many': lambda i: Many(), 'list subclass': lambda i: FromList(), 'dict subclass': lambda i: FromDict(),
    'int subclass': lambda i: FromInt(i), 'tuple subclass': lambda i: FromTuple((1, 2)), 'str subclass': lambda i: FromStr('abc'), 'error': lambda i: Error(i), 'exception': lambda i: ValueError('x'),
    'key error': lambda i: KeyError(i), 'os error': lambda i: OSError(2, 'x'), 'int': lambda i: i + 1000, 'int 2': lambda i: i + 2 ** 40, 'int 5': lambda i: i + 2 ** 140, 'float': lambda i: i + 0.5, 'complex': lambda i: i + 1j,
    'str': lambda i: text + str(i + 1000), 'latin str': lambda i: 'é' + str(i + 1000), 'wide str': lambda i: '€' + str(i + 1000), 'bytes': lambda i: data + data[:i % 3 + 1], 'bytearray': lambda i: bytearray(b'abc'), 'empty bytearray': lambda i: bytearray(),
    'tuple 1': lambda i: (i,), 'tuple 2': lambda i: (i, i), 'tuple 5': lambda i: (i, 1, 2, 3, i), 'tuple 25': lambda i: (i,) * 25, 'empty list': lambda i: [], 'list 1': lambda i: [i], 'list 5': lambda i: [i, 1, 2, 3, 4],
    'list()': lambda i: list((1, 2, 3)), 'list comprehension': lambda i: [x for x in items], 'list of range': lambda i: list(range(10)), 'append': lambda i: items + [i], 'slice': lambda i: items[1:], 'sorted': lambda i: sorted(items),
    'empty dict': lambda i: {}, 'dict 1': lambda i: {'a': i}, 'dict int': lambda i: {1: i}, 'dict()': lambda i: dict(a=i), 'dict 8': lambda i: {x: x for x in range(8)}, 'dict copy': lambda i: mapping.copy(), 'fromkeys': lambda i: dict.fromkeys('abc'),
    'empty set': lambda i: set(), 'set': lambda i: {i}, 'set 5': lambda i: {1, 2, 3, 4, i + 5}, 'set copy': lambda i: group.copy(), 'frozenset': lambda i: frozenset((i,)), 'range': lambda i: range(i), 'slice object': lambda i: slice(i),
    'function': lambda i: (lambda: i), 'closure': lambda i: outer(i), 'default': lambda i: (lambda x=i: x), 'bound': lambda i: items.append, 'python method': lambda i: Many().__init__, 'partial': lambda i: functools.partial(len),
    'generator': lambda i: generator(i), 'expression': lambda i: (x for x in items), 'list iterator': lambda i: iter(items), 'tuple iterator': lambda i: iter((1, 2)), 'dict iterator': lambda i: iter(mapping), 'items iterator': lambda i: iter(mapping.items()),
    'set iterator': lambda i: iter(group), 'str iterator': lambda i: iter(text), 'range iterator': lambda i: iter(range(5)), 'reversed': lambda i: reversed(items), 'enumerate': lambda i: enumerate(items), 'zip': lambda i: zip(items, text), 'map': lambda i: map(len, items),
    'filter': lambda i: filter(None, items), 'keys': lambda i: mapping.keys(), 'items': lambda i: mapping.items(), 'memoryview': lambda i: memoryview(data), 'weakref': lambda i: weakref.ref(plain, len), 'proxy': lambda i: weakref.proxy(plain, len), 'property': lambda i: property(),
    'staticmethod': lambda i: staticmethod(outer), 'classmethod': lambda i: classmethod(outer), 'super': lambda i: super(Many, Many), 'mappingproxy': lambda i: types.MappingProxyType(mapping), 'namespace': lambda i: types.SimpleNamespace(), 'module': lambda i: types.ModuleType('m'),
    'generic': lambda i: list[int], 'cell': lambda i: types.CellType(i), 'method': lambda i: types.MethodType(len, i), 'callable iterator': lambda i: iter(int, 1), 'with dict': lambda i: vars(Plain()),
}
for name, make in KINDS.items():
    measure(name, make)
