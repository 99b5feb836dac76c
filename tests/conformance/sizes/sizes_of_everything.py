"""sys.getsizeof of objects of every kind."""
import collections
import contextlib
import dataclasses
import enum
import functools
import gc
import itertools
import operator

import sys
import types
import typing
import weakref


def show(name, *values):
    print(name, [sys.getsizeof(value) for value in values])


def function(a, b=1, *args, c=2, **kwargs):
    """Its text."""
    x = a + b

    def inner():
        return x, a
    return inner


def generator():
    yield 1
    yield 2


async def coroutine():
    pass


class Class:
    """A class."""
    attribute = 1

    def method(self):
        return self.attribute

    @property
    def value(self):
        return 1

    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def static():
        pass


class Color(enum.Enum):
    RED = 1


@dataclasses.dataclass
class Data:
    a: int = 1
    b: str = ''


class Meta(type):
    pass


class WithMeta(metaclass=Meta):
    pass


Named = collections.namedtuple('Named', 'x y')
instance = Class()
show('None', None, True, False, Ellipsis, NotImplemented, object())
show('int', *[sign * 2 ** n for n in (0, 1, 29, 30, 31, 59, 60, 61, 89, 90, 120, 300, 1000) for sign in (1, -1)], 0)
show('float', 0.0, 1.5, float('inf'), 1j)
show('str', '', 'a', 'ab', 'é', 'éé', 'ÿ' * 10, 'a' * 100, '€', '€€', '😀', '😀😀', 'a€', 'a😀')
show('bytes', b'', b'a', b'ab', b'x' * 100, bytearray(), bytearray(b'a'), bytearray(b'ab' * 50), bytearray(10), memoryview(b'abc'))
show('tuple', (), (1,), (1, 2), tuple(range(10)), Named(1, 2))
show('list', [], [1], [1, 2], [1, 2, 3], [1, 2, 3, 4, 5], list(range(10)), [0] * 10, [x for x in range(10)], list('abc'), list({1, 2}), sorted([3, 1, 2]))
show('dict', {}, {1: 1}, {'a': 1}, dict(a=1), {i: i for i in range(5)}, {i: i for i in range(6)}, {str(i): i for i in range(11)}, {i: i for i in range(100)}, dict.fromkeys('abc'), vars(instance), vars(Data()))
show('set', set(), {1}, {1, 2, 3, 4, 5}, set(range(6)), set(range(100)), frozenset(), frozenset({1}), frozenset(range(20)), set('abc'))
show('range', range(0), range(10), range(2 ** 70), slice(1), slice(1, 2, 3))
show('views', {}.keys(), {}.values(), {}.items(), types.MappingProxyType({}))
show('iterators', iter([]), iter(()), iter({}), iter({}.values()), iter({}.items()), iter(set()), iter(''), iter('é'), iter(b''), iter(bytearray()), iter(range(3)), iter(range(2 ** 70)), iter(int, 1),
     reversed([]), reversed({}), reversed(()), enumerate([]), zip(), zip([]), zip([], []), map(len, []), filter(None, []))
show('functions', function, function(1), lambda: 0, len, [].append, str.join, 'a'.join, int.__add__, (1).__add__, instance.method, Class.method, Class.make, Class.static)
show('descriptors', Class.__dict__['value'], Class.__dict__['make'], Class.__dict__['static'], Class.__dict__['__dict__'], Class.__dict__['__weakref__'], property(), super(Class, instance))
running = generator()
next(running)
show('generators', generator(), running, (x for x in ()))
waiting = coroutine()
show('coroutine', waiting)
waiting.close()
show('frames', sys._getframe(), running.gi_frame)
show('cells', function(1).__closure__[0], types.CellType())
try:
    raise ValueError('text', 1)
except ValueError as error:
    show('exceptions', error, error.__traceback__, error.args)
show('exceptions', Exception(), Exception(1), ValueError('a'), KeyError('k'), OSError(2, 'a'), StopIteration(1), AttributeError('x'), NameError('n'), SyntaxError('s'),
     UnicodeDecodeError('utf8', b'', 0, 1, ''), ExceptionGroup('g', [ValueError()]), SystemExit(1), KeyboardInterrupt(), MemoryError(), RecursionError(), AssertionError(), ZeroDivisionError())
show('classes', Class, WithMeta, Meta, Color, Data, Named, int, type, object, Exception, OSError, dict, list, types.FunctionType, ExceptionGroup)
show('instances', instance, WithMeta(), Color.RED, Data(), object())
show('weak', weakref.ref(Class), weakref.ref(instance, print), weakref.proxy(instance), weakref.WeakValueDictionary(), weakref.WeakKeyDictionary(), weakref.WeakSet(), weakref.finalize(instance, print))
show('modules', sys.modules['types'] and types.ModuleType('m'), types.SimpleNamespace(), types.SimpleNamespace(a=1))
show('generic', list[int], dict[str, int], int | str, typing.Optional[int], typing.List[int])
gc.collect()
