/// `copyreg`: how objects are taken apart and made again.
export const copyregSource = `
import sys

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]

# By type, what takes an object of it apart: a callable to make it again, with its arguments.
dispatch_table = {}

def constructor(object):
    if not callable(object):
        raise TypeError("constructors must be callable")

def pickle_complex(c):
    return complex, (c.real, c.imag)

def pickle_union(obj):
    if sys.version_info >= (3, 14):
        import typing, operator
        return operator.getitem, (typing.Union, obj.__args__)
    import functools, operator
    return functools.reduce, (operator.or_, obj.__args__)

def pickle(ob_type, pickle_function, constructor_ob=None):
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)

pickle(complex, pickle_complex, complex)
pickle(type(int | str), pickle_union)

def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    obj = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(obj, state)
    return obj

_PLAIN = (type(None), bool, int, float, complex, str, bytes, list, tuple, dict, set, frozenset, bytearray, range, slice, object)

def _reduce_ex(self, proto):
    cls = self.__class__
    for base in cls.__mro__:
        if base in _PLAIN:
            break
        if type(base.__dict__.get("__new__")) is type(len):
            break
    else:
        base = object
    if base is object:
        state = None
    else:
        if base is cls:
            raise TypeError("cannot pickle %r object" % cls.__name__)
        state = base(self)
    args = (cls, base, state)
    try:
        getstate = self.__getstate__
    except AttributeError:
        if getattr(self, "__slots__", None):
            raise TypeError("cannot pickle %r object: a class that defines __slots__ without overriding __getstate__ cannot be pickled with protocol %d" % (cls.__name__, proto)) from None
        try:
            state = self.__dict__
        except AttributeError:
            state = None
    else:
        if getattr(self, "__slots__", None) and type(self).__getstate__ is object.__getstate__:
            raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled")
        state = getstate()
    return (_reconstructor, args, state) if state else (_reconstructor, args)

def __newobj__(cls, *args):
    return cls.__new__(cls, *args)

def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)

def _slotnames(cls):
    names = cls.__dict__.get("__slotnames__")
    if names is not None:
        return names
    names = []
    if hasattr(cls, "__slots__"):
        for c in cls.__mro__:
            slots = c.__dict__.get("__slots__", ())
            for name in (slots,) if isinstance(slots, str) else slots:
                if name in ("__dict__", "__weakref__"):
                    continue
                if name.startswith("__") and not name.endswith("__"):
                    stripped = c.__name__.lstrip("_")
                    name = "_%s%s" % (stripped, name) if stripped else name
                names.append(name)
    try:
        cls.__slotnames__ = names
    except:
        pass
    return names
`;
