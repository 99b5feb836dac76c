import { counterSource } from './counter';

/// `collections`; what is native in CPython comes from `_collections`.
export const collectionsSource = `
import sys as _sys
from itertools import chain as _chain, repeat as _repeat, starmap as _starmap
from keyword import iskeyword as _iskeyword
from operator import itemgetter as _itemgetter
from _abc import _add_to_weak_set, _in_weak_set
from _collections import deque, defaultdict, OrderedDict, _count_elements, _callers_module

${counterSource}class _tuplegetter:
    def __init__(self, index, doc):
        self._index, self.__doc__ = index, doc

    def __get__(self, instance, owner=None):
        return self if instance is None else tuple.__getitem__(instance, self._index)

    def __set__(self, instance, value):
        raise AttributeError("can't set attribute")

    def __delete__(self, instance):
        raise AttributeError("can't delete attribute")

    def __repr__(self):
        return "_tuplegetter(%d, %r)" % (self._index, self.__doc__)

_getter = _tuplegetter(0, None)

def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    field_names = list(map(str, field_names))
    typename = _sys.intern(str(typename))
    if rename:
        field_names = ["_%d" % i if not n.isidentifier() or _iskeyword(n) or n.startswith("_") or n in field_names[:i] else n for i, n in enumerate(field_names)]
    seen = set()
    for name in [typename] + field_names:
        if not name.isidentifier():
            raise ValueError("Type names and field names must be valid identifiers: %r" % name)
        if _iskeyword(name):
            raise ValueError("Type names and field names cannot be a keyword: %r" % name)
    for name in field_names:
        if name.startswith("_") and not rename:
            raise ValueError("Field names cannot start with an underscore: %r" % name)
        if name in seen:
            raise ValueError("Encountered duplicate field name: %r" % name)
        seen.add(name)
    known = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(field_names):
            raise TypeError("Got more default values than field names")
        known = dict(reversed(list(zip(reversed(field_names), reversed(defaults)))))
    field_names = tuple(map(_sys.intern, field_names))
    total = len(field_names)
    make = tuple.__new__
    scope = {"_make": make, "__builtins__": {}, "__name__": "namedtuple_" + typename}
    arguments = ", ".join(field_names) + ("," if len(field_names) == 1 else "")
    __new__ = eval("lambda _cls, " + arguments + ": _make(_cls, (" + arguments + "))", scope)
    __new__.__name__ = "__new__"
    __new__.__doc__ = "Create new instance of " + typename + "(" + arguments + ")"
    if defaults is not None:
        __new__.__defaults__ = defaults

    # Each name that the methods use and that is no global is a cell, as in CPython.
    form = "(" + ", ".join(["%s=%%r" % name for name in field_names]) + ")"
    as_tuple, as_dict, size, mapped, pairs = tuple, dict, len, map, zip

    @classmethod
    def _make(cls, iterable):
        result = make(cls, iterable)
        if size(result) != total:
            raise TypeError("Expected %d arguments, got %d" % (total, len(result)))
        return result

    def _replace(self, /, **kwds):
        result = self._make(mapped(kwds.pop, field_names, self))
        if kwds:
            raise (TypeError if _sys.version_info >= (3, 13) else ValueError)("Got unexpected field names: %r" % list(kwds))
        return result

    def __repr__(self):
        return self.__class__.__name__ + form % self

    def _asdict(self):
        return as_dict(pairs(self._fields, self))

    def __getnewargs__(self):
        return as_tuple(self)

    for method in (__new__, _make.__func__, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = typename + "." + method.__name__
    namespace = {
        "__slots__": (),
        "__doc__": typename + "(" + ", ".join(field_names) + ")",
        "_fields": field_names,
        "_field_defaults": known,
        "__new__": __new__,
        "_make": _make,
        "_replace": _replace,
        "__replace__": _replace,
        "__repr__": __repr__,
        "_asdict": _asdict,
        "__getnewargs__": __getnewargs__,
        "__match_args__": field_names,
    }
    for i, name in enumerate(field_names):
        namespace[name] = _tuplegetter(i, "Alias for field number %d" % i)
    result = type(typename, (tuple,), namespace)
    if module is None:
        module = _callers_module() if _sys.version_info >= (3, 12) else _sys._getframe(1).f_globals.get("__name__")
        module = module or "__main__"
    result.__module__ = module
    return result

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple"]
`;
