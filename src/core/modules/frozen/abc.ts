/// `abc`, `collections.abc`: abstract classes by inheritance and by registration, and the checks for one method.
export const abcSource = `
def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj

class abstractproperty(property):
    __isabstractmethod__ = True

class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        abstracts = {name for name, value in namespace.items() if getattr(value, "__isabstractmethod__", False)}
        for base in bases:
            for name in getattr(base, "__abstractmethods__", ()):
                if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                    abstracts.add(name)
        cls.__abstractmethods__ = frozenset(abstracts)
        cls._abc_registry = []
        return cls

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        cls._abc_registry.append(subclass)
        for mark in ("_abc_sequence", "_abc_mapping"):
            if getattr(cls, mark, False):
                try:
                    setattr(subclass, mark, True)
                except TypeError:
                    pass
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        if cls in subclass.__mro__:
            return True
        answer = cls.__subclasshook__(subclass)
        if answer is not NotImplemented:
            return answer
        for registered in cls._abc_registry:
            if issubclass(subclass, registered):
                return True
        return any(issubclass(subclass, known) for known in cls.__subclasses__())

class ABC(metaclass=ABCMeta):
    __slots__ = ()

def get_cache_token():
    return 0

def update_abstractmethods(cls):
    return cls
`;

/// Each class with the methods that make another class one of its kind.
const CHECKS: readonly (readonly [name: string, base: string, methods: string])[] = [
  ['Hashable', '', '__hash__'], ['Iterable', '', '__iter__'], ['Iterator', 'Iterable', '__next__ __iter__'],
  ['Reversible', 'Iterable', '__reversed__ __iter__'], ['Generator', 'Iterator', '__iter__ __next__ send throw close'],
  ['Sized', '', '__len__'], ['Container', '', '__contains__'], ['Callable', '', '__call__'],
  ['Awaitable', '', '__await__'], ['Coroutine', 'Awaitable', '__await__ send throw close'], ['AsyncIterable', '', '__aiter__'],
  ['AsyncIterator', 'AsyncIterable', '__anext__ __aiter__'], ['Collection', 'Sized, Iterable, Container', '__len__ __iter__ __contains__']
];

const checks = CHECKS.map(([name, base, methods]) => `class ${name}(${base === '' ? 'metaclass=ABCMeta' : base}):
    __slots__ = ()
    _methods = ${JSON.stringify(methods.split(' '))}

    @classmethod
    def __subclasshook__(cls, C):
        return _check(C, ${name}._methods) if cls is ${name} else NotImplemented
`).join('\n');

export const collectionsAbcSource = `
from abc import ABCMeta, abstractmethod

def _check(C, methods):
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
        for i in reversed(range(len(self))):
            yield self[i]

    def index(self, value, start=0, stop=None):
        for i, v in enumerate(self):
            if i >= start and (stop is None or i < stop) and (v is value or v == value):
                return i
        raise ValueError

    def count(self, value):
        return sum(1 for v in self if v is value or v == value)

class MutableSequence(Sequence):
    __slots__ = ()

    def append(self, value):
        self.insert(len(self), value)

    def extend(self, values):
        for value in values:
            self.append(value)

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]

    def clear(self):
        while len(self):
            self.pop()

    def reverse(self):
        for i, value in enumerate(list(reversed(self))):
            self[i] = value

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
        return list(self)

    def values(self):
        return [self[key] for key in self]

    def items(self):
        return [(key, self[key]) for key in self]

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented

class MutableMapping(Mapping):
    __slots__ = ()
    _missing = object()

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
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def clear(self):
        while len(self):
            self.popitem()

    def update(self, other=(), /, **kwds):
        for key, value in other.items() if hasattr(other, "items") else other:
            self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default

class Set(Collection):
    __slots__ = ()

class MutableSet(Set):
    __slots__ = ()

class MappingView(Sized):
    __slots__ = ()

class KeysView(MappingView, Set):
    __slots__ = ()

class ItemsView(MappingView, Set):
    __slots__ = ()

class ValuesView(MappingView, Collection):
    __slots__ = ()

for _cls, _base in ((list, MutableSequence), (bytearray, MutableSequence), (tuple, Sequence), (str, Sequence), (bytes, Sequence),
                    (range, Sequence), (dict, MutableMapping), (set, MutableSet), (frozenset, Set), (type({}.keys()), KeysView),
                    (type({}.values()), ValuesView), (type({}.items()), ItemsView)):
    _base.register(_cls)
del _cls, _base
`;
