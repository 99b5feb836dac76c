/// `abc`: abstract classes by inheritance and by registration.
export const abcSource = `
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
    __slots__ = ("registry",)
_abc_data.__module__ = "_abc"

class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        _set_abstractmethods(cls, namespace.items())
        cls._abc_impl = _abc_data()
        return cls

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        data = cls._abc_impl
        if not hasattr(data, "registry"):
            data.registry = set()
        data.registry.add(ref(subclass))
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
        answer = cls.__subclasshook__(subclass)
        if answer is not NotImplemented:
            return answer
        if cls in subclass.__mro__:
            return True
        for reference in getattr(cls._abc_impl, "registry", ()):
            registered = reference()
            if registered is not None and issubclass(subclass, registered):
                return True
        return any(issubclass(subclass, known) for known in cls.__subclasses__())

class ABC(metaclass=ABCMeta):
    __slots__ = ()

def get_cache_token():
    return 0

def update_abstractmethods(cls):
    if hasattr(cls, "__abstractmethods__"):
        _set_abstractmethods(cls, cls.__dict__.items())
    return cls
`;
