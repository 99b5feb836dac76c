/// `collections.abc`: what a class must have to be one of a kind, and the methods that it gets from these.

/// The `throw` that a subclass must write and may call.
const THROW = `throw(self, typ, val=None, tb=None):
        if val is None:
            if tb is None:
                raise typ
            val = typ()
        raise val if tb is None else val.with_traceback(tb)`;

const close = (kind: string): string => `
    def close(self):
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            pass
        else:
            raise RuntimeError("${kind} ignored GeneratorExit")
`;

/// Each class with the methods that make another class one of its kind, and those that a subclass must write.
const CHECKS: readonly (readonly [name: string, base: string, methods: string, abstract: string, given?: string])[] = [
  ['Hashable', '', '__hash__', '__hash__(self): return 0'],
  ['Awaitable', '', '__await__', '__await__(self): yield'],
  ['Coroutine', 'Awaitable', '__await__ send throw close', `send(self, value): raise StopIteration|${THROW}`, close('coroutine')],
  ['AsyncIterable', '', '__aiter__', '__aiter__(self): return AsyncIterator()'],
  ['AsyncIterator', 'AsyncIterable', '__anext__ __aiter__', '__anext__(self): raise StopAsyncIteration', `
    def __aiter__(self):
        return self
`],
  ['Iterable', '', '__iter__', '__iter__(self): yield from ()'],
  ['Iterator', 'Iterable', '__iter__ __next__', '__next__(self): raise StopIteration', `
    def __iter__(self):
        return self
`],
  ['Reversible', 'Iterable', '__reversed__ __iter__', '__reversed__(self): yield from ()'],
  ['Generator', 'Iterator', '__iter__ __next__ send throw close', `send(self, value): raise StopIteration|${THROW}`, `
    def __next__(self):
        return self.send(None)
${close('generator')}`],
  ['Sized', '', '__len__', '__len__(self): return 0'],
  ['Container', '', '__contains__', '__contains__(self, x): return False'],
  ['Collection', 'Sized, Iterable, Container', '__len__ __iter__ __contains__', ''],
  ['Callable', '', '__call__', '__call__(self, *args, **kwds): return False']
];

/// The kinds whose names take types in brackets, without a base that does.
const SUBSCRIPTABLE = new Set(['Awaitable', 'AsyncIterable', 'Iterable', 'Container', 'Callable']);

/// The methods that a subclass must write, with what they do until then.
const abstractMethods = (methods: string): string => methods === '' ? '' : methods.split('|').map(method => `
    @abstractmethod
    def ${method}
`).join('');

const checks = CHECKS.map(([name, base, methods, abstract, given]) => `class ${name}(${base === '' ? 'metaclass=ABCMeta' : base}):
    __slots__ = ()
${abstractMethods(abstract)}${given ?? ''}
    @classmethod
    def __subclasshook__(cls, C):
        if cls is ${name}:
            return _check_methods(C, ${methods.split(' ').map(method => `"${method}"`).join(', ')})
        return NotImplemented
${SUBSCRIPTABLE.has(name) ? '\n    __class_getitem__ = classmethod(GenericAlias)\n' : ''}`).join('\n');

/// How sets are compared: by their lengths, and by what else must hold.
const COMPARISONS = [
  ['le', '<=', 'all(item in other for item in self)'],
  ['lt', '<', 'self.__le__(other)'],
  ['ge', '>=', 'all(item in self for item in other)'],
  ['gt', '>', 'self.__ge__(other)'],
  ['eq', '==', 'self.__le__(other)']
] as const;

/// The operators that need another set, and make one of what else can be gone through.
const DIFFERENCES = [
  ['sub', 'self._from_iterable(item for item in self if item not in other)'],
  ['rsub', 'self._from_iterable(item for item in other if item not in self)'],
  ['xor', '(self - other) | (other - self)']
] as const;

/// What the views of a mapping's keys and items have beside the methods of sets.
const SET_VIEW = `
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)
`;

/// Sets, and the views of mappings, which are sets too.
const setSource = `
class Set(Collection):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return cls(it)
${COMPARISONS.map(([name, sign, condition]) => `
    def __${name}__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) ${sign} len(other) and ${condition}
`).join('')}
    def __and__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(item for item in other if item in self)

    __rand__ = __and__

    def isdisjoint(self, other):
        return not any(item in self for item in other)

    def __or__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(item for part in (self, other) for item in part)

    __ror__ = __or__
${DIFFERENCES.map(([name, result]) => `
    def __${name}__(self, other):
        if not isinstance(other, Set):
            if not isinstance(other, Iterable):
                return NotImplemented
            other = self._from_iterable(other)
        return ${result}
`).join('')}
    __rxor__ = __xor__

    def _hash(self):
        return hash(frozenset(self))

class MutableSet(Set):
    __slots__ = ()

    @abstractmethod
    def add(self, value):
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        raise NotImplementedError

    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        for value in self:
            self.discard(value)
            return value
        raise KeyError

    def clear(self):
        try:
            while True:
                self.pop()
        except KeyError:
            pass

    def __ior__(self, other):
        for value in other:
            self.add(value)
        return self

    def __iand__(self, other):
        for value in self - other:
            self.discard(value)
        return self

    def __ixor__(self, other):
        if other is self:
            self.clear()
        else:
            for value in other if isinstance(other, Set) else self._from_iterable(other):
                self.discard(value) if value in self else self.add(value)
        return self

    def __isub__(self, other):
        if other is self:
            self.clear()
        else:
            for value in other:
                self.discard(value)
        return self

class MappingView(Sized):
    __slots__ = ("_mapping",)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return "{0.__class__.__name__}({0._mapping!r})".format(self)

class KeysView(MappingView, Set):${SET_VIEW}
    def __iter__(self):
        yield from self._mapping

    def __contains__(self, key):
        return key in self._mapping

class ItemsView(MappingView, Set):${SET_VIEW}
    def __iter__(self):
        for key in self._mapping:
            yield (key, self._mapping[key])

    def __contains__(self, item):
        key, value = item
        try:
            found = self._mapping[key]
        except KeyError:
            return False
        return found is value or found == value

class ValuesView(MappingView, Collection):
    __slots__ = ()

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]

    def __contains__(self, value):
        for key in self._mapping:
            found = self._mapping[key]
            if found is value or found == value:
                return True
        return False
`;

export const collectionsAbcSource = `
import sys
from abc import ABCMeta, abstractmethod

GenericAlias = type(list[int])

def _check_methods(C, *methods):
    for method in methods:
        for base in C.__mro__:
            if method in base.__dict__:
                if base.__dict__[method] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True

${checks}
class Sequence(Reversible, Collection):
    __slots__ = ()
    _abc_sequence = True

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        i = 0
        try:
            while True:
                yield self[i]
                i += 1
        except IndexError:
            return

    def __contains__(self, value):
        return any(v is value or v == value for v in self)

    def __reversed__(self):
        for at in reversed(range(len(self))):
            yield self[at]

    def index(self, value, start=0, stop=None):
        if start is not None and start < 0:
            start = max(len(self) + start, 0)
        if stop is not None and stop < 0:
            stop += len(self)
        while stop is None or start < stop:
            try:
                item = self[start]
            except IndexError:
                break
            if item is value or item == value:
                return start
            start += 1
        raise ValueError

    def count(self, value):
        return sum(1 for v in self if v is value or v == value)

if sys.version_info < (3, 14):
    class ByteString(Sequence):
        __slots__ = ()
    ByteString.register(bytes)
    ByteString.register(bytearray)

class MutableSequence(Sequence):
    __slots__ = ()
${abstractMethods('__setitem__(self, index, value): raise IndexError|__delitem__(self, index): raise IndexError|insert(self, index, value): raise IndexError')}
    def append(self, value):
        self.insert(len(self), value)

    def extend(self, values):
        if values is self:
            values = list(values)
        for value in values:
            self.append(value)

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]

    def clear(self):
        try:
            while True:
                self.pop()
        except IndexError:
            pass

    def reverse(self):
        last = len(self) - 1
        for at in range((last + 1) // 2):
            self[at], self[last - at] = self[last - at], self[at]

    def __iadd__(self, values):
        self.extend(values)
        return self

class Mapping(Collection):
    __slots__ = ()
    _abc_mapping = True

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return KeysView(self)

    def values(self):
        return ValuesView(self)

    def items(self):
        return ItemsView(self)

    __reversed__ = None

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented

class MutableMapping(Mapping):
    __slots__ = ()
    _missing = object()

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, default=_missing):
        try:
            value = self[key]
        except KeyError:
            if default is self._missing:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        try:
            key = next(iter(self))
        except StopIteration:
            raise KeyError from None
        value = self[key]
        del self[key]
        return key, value

    def clear(self):
        try:
            while True:
                self.popitem()
        except KeyError:
            pass

    def update(self, other=(), /, **kwds):
        is_mapping = isinstance(other, Mapping)
        if not is_mapping and not hasattr(other, "keys"):
            for key, value in other:
                self[key] = value
        else:
            for key in other if is_mapping else other.keys():
                self[key] = other[key]
        for key, value in kwds.items():
            self[key] = value

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default

${setSource}
for _cls, _base in ((list, MutableSequence), (bytearray, MutableSequence), (tuple, Sequence), (str, Sequence), (bytes, Sequence),
                    (range, Sequence), (dict, MutableMapping), (set, MutableSet), (frozenset, Set), (type({}.keys()), KeysView),
                    (type({}.values()), ValuesView), (type({}.items()), ItemsView)):
    _base.register(_cls)
del _cls, _base
Mapping.register(type(type.__dict__))
Sequence.register(memoryview)

from _collections import deque
MutableSequence.register(deque)
del deque

def _register_weak(module):
    MutableSet.register(module.WeakSet)
    MutableMapping.register(module.WeakValueDictionary)
    MutableMapping.register(module.WeakKeyDictionary)

if hasattr(sys.modules.get("weakref"), "WeakSet"):
    _register_weak(sys.modules["weakref"])
if sys.version_info >= (3, 13):
    Mapping.register((lambda: type(sys._getframe().f_locals))())

__all__ = [name for name, value in globals().items() if isinstance(value, ABCMeta) and name != "ABCMeta"]
`;
