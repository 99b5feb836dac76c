/// `collections`; what is native in CPython comes from `_collections`.
export const collectionsSource = `
import sys as _sys
from keyword import iskeyword as _iskeyword
from operator import itemgetter as _itemgetter
from _abc import _add_to_weak_set
from _weakref import ref as _ref
from _collections import deque, defaultdict, OrderedDict, _count_elements, _callers_module

# What the classes below collections.abc.Mapping remember of others after CPython's start (3.11's site makes more of them): each has
# a set of those that it has nothing to do with, two of these with an entry that up to 3.13 holds no longer. Measured.
# collections.abc itself is only made for who asks for it.
_strangers = [set(), set()] + [None] * (3 if _sys.version_info >= (3, 13) else 5)
_add_to_weak_set(_strangers[0], type(type.__dict__))
_add_to_weak_set(_strangers[1], dict)
_stale = [] if _sys.version_info >= (3, 14) else _strangers[:2]
_mappings = [None, None]

def _is_mapping(obj):
    abc = _sys.modules.get("collections.abc")
    if abc is not None and isinstance(obj, abc.Mapping):
        return True
    cls = obj.__class__
    known = _mappings if isinstance(obj, (dict, type(type.__dict__))) else _strangers
    told = known[0 if known is _mappings else -1]
    if told and _ref(cls) in told:
        return known is _mappings
    for former in _stale:
        former.clear()
    _stale.clear()
    # Of dict itself MutableMapping knows by its registration; the first two have told for themselves if they are here.
    for i in range(0 if abc is None else 2, 1 if cls is dict else len(known)):
        if known[i] is None:
            known[i] = set()
        _add_to_weak_set(known[i], cls)
    return known is _mappings

class Counter(dict):
    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        if n is None:
            return sorted(self.items(), key=_itemgetter(1), reverse=True)
        import heapq
        return heapq.nlargest(n, self.items(), key=_itemgetter(1))

    def elements(self):
        from itertools import chain, repeat, starmap
        return chain.from_iterable(starmap(repeat, self.items()))

    def update(self, iterable=None, /, **kwds):
        if iterable is not None:
            if not _is_mapping(iterable):
                _count_elements(self, iterable)
            elif self:
                get = self.get
                for item, n in iterable.items():
                    self[item] = n + get(item, 0)
            else:
                super().update(iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        if iterable is not None:
            get = self.get
            if _is_mapping(iterable):
                for item, n in iterable.items():
                    self[item] = get(item, 0) - n
            else:
                for item in iterable:
                    self[item] = get(item, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return type(self)(self)

    def __delitem__(self, item):
        if item in self:
            super().__delitem__(item)

    def _merge(self, other, function):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for item in self:
            n = function(self[item], other[item])
            if n > 0:
                result[item] = n
        for item in other:
            if item not in self:
                n = function(0, other[item])
                if n > 0:
                    result[item] = n
        return result

    def __add__(self, other):
        return self._merge(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._merge(other, lambda a, b: a - b)

    def __or__(self, other):
        return self._merge(other, max)

    def __and__(self, other):
        return self._merge(other, min)

    def _holds(self, other, test):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([test(self[item], other[item]) for item in list(self) + list(other)])

    def __eq__(self, other):
        return self._holds(other, lambda a, b: a == b)

    def __ne__(self, other):
        equal = self == other
        return equal if equal is NotImplemented else not equal

    def __le__(self, other):
        return self._holds(other, lambda a, b: a <= b)

    def __lt__(self, other):
        return self <= other and self != other if isinstance(other, Counter) else NotImplemented

    def __ge__(self, other):
        return self._holds(other, lambda a, b: a >= b)

    def __gt__(self, other):
        return self >= other and self != other if isinstance(other, Counter) else NotImplemented

    __hash__ = None

    def __pos__(self):
        return self._merge(Counter(), lambda a, b: a)

    def __neg__(self):
        return self._merge(Counter(), lambda a, b: -a)

    def _keep_positive(self):
        for item in [item for item, n in self.items() if not n > 0]:
            del self[item]
        return self

    def __iadd__(self, other):
        for item, n in other.items():
            self[item] += n
        return self._keep_positive()

    def __isub__(self, other):
        for item, n in other.items():
            self[item] -= n
        return self._keep_positive()

    def __ior__(self, other):
        for item, n in other.items():
            self[item] = max(self[item], n)
        return self._keep_positive()

    def __iand__(self, other):
        for item in list(self):
            self[item] = min(self[item], other[item])
        return self._keep_positive()

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def __repr__(self):
        if not self:
            return type(self).__name__ + "()"
        try:
            shown = dict(self.most_common())
        except TypeError:
            shown = dict(self)
        return type(self).__name__ + "(" + repr(shown) + ")"

class _tuplegetter:
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
