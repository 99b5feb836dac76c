/// `collections.UserDict`, `UserList`, `UserString`: containers to derive from, around a container of the builtin type.
export const userCollectionsSource = `
class UserDict:
    _abc_mapping = True

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
        return self.__class__(self.data | (other.data if isinstance(other, UserDict) else other))

    def __ror__(self, other):
        if isinstance(other, (UserDict, dict)):
            return self.__class__(dict(other) | self.data)
        return NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self

    def __copy__(self):
        made = self.__class__.__new__(self.__class__)
        made.__dict__.update(self.__dict__)
        made.data = self.data.copy()
        return made

    if _sys.version_info >= (3, 12):
        def get(self, key, default=None):
            return self[key] if key in self else default
    else:
        def get(self, key, default=None):
            try:
                return self[key]
            except KeyError:
                return default

    def keys(self):
        return self.data.keys()

    def values(self):
        return [self[key] for key in self]

    def items(self):
        return [(key, self[key]) for key in self]

    def update(self, other=(), /, **kwds):
        for key, value in other.items() if hasattr(other, "items") else other:
            self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def pop(self, key, *default):
        try:
            value = self[key]
        except KeyError:
            if default:
                return default[0]
            raise
        del self[key]
        return value

    def popitem(self):
        for key in self:
            return key, self.pop(key)
        raise KeyError

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self.data)

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
        setattr(cls, name, method)

class UserList:
    _abc_sequence = True
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

_forward(UserList, list, "__repr__ __len__ __contains__ __iter__ __reversed__ __setitem__ __delitem__ __lt__ __le__ __eq__ __gt__ __ge__ __add__ __mul__ __rmul__ "
         "append insert pop remove clear count index reverse extend", ("__add__", "__mul__", "__rmul__"))

class UserString:
    _abc_sequence = True

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

_forward(UserString, str, "__repr__ __len__ __contains__ __iter__ __hash__ __getitem__ __lt__ __le__ __eq__ __gt__ __ge__ __mul__ __rmul__ __mod__ capitalize casefold center "
         "count encode endswith expandtabs find format index isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable "
         "isspace istitle isupper join ljust lower lstrip partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip "
         "split splitlines startswith strip swapcase title translate upper zfill",
         ("__getitem__", "__mul__", "__rmul__", "__mod__", "capitalize", "casefold", "center", "expandtabs", "ljust", "lower", "lstrip", "removeprefix", "removesuffix",
          "replace", "rjust", "rstrip", "strip", "swapcase", "title", "translate", "upper", "zfill"))
`;
