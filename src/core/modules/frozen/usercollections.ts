/// `collections.ChainMap`, `UserDict`, `UserList`, `UserString`: containers to derive from, around containers of the builtin types.
export const userCollectionsSource = `
import sys as _sys
from abc import update_abstractmethods as _update_abstractmethods
import collections.abc as _abc

__name__ = "collections"

class ChainMap(_abc.MutableMapping):
    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __len__(self):
        return len(set().union(*self.maps))

    def __iter__(self):
        seen = {}
        for mapping in map(dict.fromkeys, reversed(self.maps)):
            seen |= mapping
        return iter(seen)

    def __contains__(self, key):
        return any(key in mapping for mapping in self.maps)

    def __bool__(self):
        return any(self.maps)

    def __missing__(self, key):
        raise KeyError(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                pass
        return self.__missing__(key)

    def __repr__(self):
        return f"{self.__class__.__name__}({', '.join(map(repr, self.maps))})"

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def clear(self):
        self.maps[0].clear()

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}")

    def pop(self, key, *args):
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}")

    def popitem(self):
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError("No keys found in the first mapping.")

    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        return cls(dict.fromkeys(iterable, value))

    def new_child(self, m=None, **kwargs):
        if m is not None and kwargs:
            m.update(kwargs)
        elif m is None:
            m = kwargs
        return self.__class__(m, *self.maps)

    def copy(self):
        return self.__class__(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    @property
    def parents(self):
        return self.__class__(*self.maps[1:])

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, _abc.Mapping):
            return NotImplemented
        m = self.copy()
        m.maps[0].update(other)
        return m

    def __ror__(self, other):
        if not isinstance(other, _abc.Mapping):
            return NotImplemented
        pairs = dict(other)
        for child in reversed(self.maps):
            pairs.update(child)
        return self.__class__(pairs)

class UserDict(_abc.MutableMapping):
    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)
${['len', 'iter', 'repr'].map(name => `
    def __${name}__(self):
        return ${name}(self.data)
`).join('')}
    def __getitem__(self, key):
        cls = type(self)
        if key in self.data:
            return self.data[key]
        if not hasattr(cls, "__missing__"):
            raise KeyError(key)
        return cls.__missing__(self, key)

    def __contains__(self, key):
        return key in self.data

    def __delitem__(self, key):
        del self.data[key]

    def __setitem__(self, key, item):
        self.data[key] = item

    def __eq__(self, other):
        return self.data == (other.data if isinstance(other, UserDict) else other)

    def __or__(self, other):
        if isinstance(other, (UserDict, dict)):
            return self.__class__(self.data | (other.data if isinstance(other, UserDict) else other))
        return NotImplemented

    def __ror__(self, other):
        if isinstance(other, (UserDict, dict)):
            return self.__class__(dict(other) | self.data)
        return NotImplemented

    def __ior__(self, other):
        self.data |= other.data if isinstance(other, UserDict) else other
        return self

    def __copy__(self):
        made = self.__class__.__new__(self.__class__)
        made.__dict__.update(self.__dict__)
        made.data = self.data.copy()
        return made

    if _sys.version_info >= (3, 12):
        def get(self, key, default=None):
            return self[key] if key in self else default

    def copy(self):
        if self.__class__ is UserDict:
            return UserDict(self.data.copy())
        from copy import copy
        data = self.data
        try:
            self.data = {}
            made = copy(self)
        finally:
            self.data = data
        made.update(self)
        return made

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made

def _forward(cls, base, names, wrap):
    for name in names.split():
        def method(self, *args, _name=name):
            args = [arg.data if isinstance(arg, cls) else arg for arg in args]
            result = getattr(self.data, _name)(*args)
            return self.__class__(result) if _name in wrap and result is not NotImplemented else result
        method.__name__ = name
        method.__qualname__ = cls.__name__ + "." + name
        setattr(cls, name, method)
    _update_abstractmethods(cls)

class UserList(_abc.MutableSequence):
    __hash__ = None

    def __init__(self, initlist=None):
        self.data = list(initlist.data if isinstance(initlist, UserList) else initlist or ())

    def __getitem__(self, i):
        return self.__class__(self.data[i]) if isinstance(i, slice) else self.data[i]

    def __radd__(self, other):
        return self.__class__((other.data if isinstance(other, UserList) else list(other)) + self.data)

    def __iadd__(self, other):
        self.data += other
        return self

    def __copy__(self):
        made = self.__class__.__new__(self.__class__)
        made.__dict__.update(self.__dict__)
        made.data = self.data[:]
        return made

    def __imul__(self, n):
        self.data *= n
        return self

    def copy(self):
        return self.__class__(self)

    def sort(self, /, *args, **kwds):
        self.data.sort(*args, **kwds)

_forward(UserList, list, "__repr__ __len__ __contains__ __setitem__ __delitem__ __lt__ __le__ __eq__ __gt__ __ge__ __add__ __mul__ __rmul__ "
         "append insert pop remove clear count index reverse extend", ("__add__", "__mul__", "__rmul__"))

class UserString(_abc.Sequence):

    def __init__(self, seq):
        self.data = seq.data if isinstance(seq, UserString) else str(seq)

    def __str__(self):
        return self.data
${['int', 'float', 'complex'].map(name => `
    def __${name}__(self):
        return ${name}(self.data)
`).join('')}
    def __getnewargs__(self):
        return (self.data[:],)

    def __add__(self, other):
        return self.__class__(self.data + str(other))

    def __radd__(self, other):
        return self.__class__(str(other) + self.data)

    def __rmod__(self, template):
        return self.__class__(str(template) % self.data)

    def format_map(self, mapping):
        return self.data.format_map(mapping)

    maketrans = str.maketrans

_forward(UserString, str, "__repr__ __len__ __contains__ __hash__ __getitem__ __lt__ __le__ __eq__ __gt__ __ge__ __mul__ __rmul__ __mod__ capitalize casefold center "
         "count encode endswith expandtabs find format index isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable "
         "isspace istitle isupper join ljust lower lstrip partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip "
         "split splitlines startswith strip swapcase title translate upper zfill",
         ("__getitem__", "__mul__", "__rmul__", "__mod__", "capitalize", "casefold", "center", "expandtabs", "ljust", "lower", "lstrip", "removeprefix", "removesuffix",
          "replace", "rjust", "rstrip", "strip", "swapcase", "title", "translate", "upper", "zfill"))

vars(_sys.modules["collections"]).update(ChainMap=ChainMap, UserDict=UserDict, UserList=UserList, UserString=UserString)
`;
