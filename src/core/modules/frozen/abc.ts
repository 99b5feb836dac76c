/// `abc`: abstract classes by inheritance and by registration.
export const abcSource = `
from _abc import _add_to_weak_set, _in_weak_set
from _weakref import ref

def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj

class abstractproperty(property):
    __isabstractmethod__ = True

class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)

class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)

def _set_abstractmethods(cls, own):
    abstracts = {name for name, value in own if getattr(value, "__isabstractmethod__", False)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                abstracts.add(name)
    cls.__abstractmethods__ = frozenset(abstracts)

class _abc_data:
    __slots__ = ("registry", "cache", "negative_cache", "version")
    def __init__(self):
        self.registry = self.cache = self.negative_cache = None
        self.version = _invalidations
_abc_data.__module__ = "_abc"

# Registrations so far: what classes are not may have changed with each.
_invalidations = 0

def _remember(cache, cls):
    if cache is None:
        cache = set()
    _add_to_weak_set(cache, cls)
    return cache

def _is_subclass(cls, data, subclass):
    if cls in subclass.__mro__:
        return True
    if data.registry:
        if _in_weak_set(data.registry, subclass):
            return None
        for reference in list(data.registry):
            registered = reference()
            if registered is not None and issubclass(subclass, registered):
                return True
    for known in cls.__subclasses__():
        if issubclass(subclass, known):
            return True
    return False

class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        _set_abstractmethods(cls, [*cls.__dict__.items()])
        cls._abc_impl = _abc_data()
        return cls

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        data = cls._abc_impl
        data.registry = _remember(data.registry, subclass)
        global _invalidations
        _invalidations += 1
        for mark in ("_abc_sequence", "_abc_mapping"):
            if getattr(cls, mark, False):
                try:
                    setattr(subclass, mark, True)
                except TypeError:
                    pass
        return subclass

    def __instancecheck__(cls, instance):
        data = cls._abc_impl
        subclass = instance.__class__
        if _in_weak_set(data.cache, subclass):
            return True
        subtype = type(instance)
        if subtype is subclass:
            if data.version == _invalidations and _in_weak_set(data.negative_cache, subclass):
                return False
            return cls.__subclasscheck__(subclass)
        return cls.__subclasscheck__(subclass) or cls.__subclasscheck__(subtype)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        data = cls._abc_impl
        if _in_weak_set(data.cache, subclass):
            return True
        if data.version < _invalidations:
            if data.negative_cache is not None:
                data.negative_cache.clear()
            data.version = _invalidations
        elif _in_weak_set(data.negative_cache, subclass):
            return False
        answer = cls.__subclasshook__(subclass)
        if answer is NotImplemented:
            answer = _is_subclass(cls, data, subclass)
        if answer is None:
            # Registered itself: the registry says so the next time, too.
            return True
        if answer:
            data.cache = _remember(data.cache, subclass)
        else:
            data.negative_cache = _remember(data.negative_cache, subclass)
        return answer

class ABC(metaclass=ABCMeta):
    __slots__ = ()

# The first subclass, which os makes at CPython's start.
class _PathLike(ABC):
    __slots__ = ()
    __module__ = "os"
    __qualname__ = "PathLike"

    @abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        return cls is _PathLike and any("__fspath__" in base.__dict__ for base in subclass.__mro__) or NotImplemented
_PathLike.__name__ = "PathLike"

def get_cache_token():
    return _invalidations

def update_abstractmethods(cls):
    if hasattr(cls, "__abstractmethods__"):
        _set_abstractmethods(cls, cls.__dict__.items())
    return cls
`;
