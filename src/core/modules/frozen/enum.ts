/// `enum`: Enum, IntEnum, StrEnum, Flag, IntFlag, auto, unique.
export const enumSource = `
class auto:
    value = None

class _Names(dict):
    def __init__(self):
        super().__init__()
        self.members = []
        self.ignored = ()

    def __setitem__(self, key, value):
        if not (key.startswith("_") or hasattr(value, "__get__") or key in self.ignored):
            if key in self.members:
                raise TypeError("%r already defined as %r" % (key, self[key]))
            if isinstance(value, auto):
                generate = self.get("_generate_next_value_") or self.generate
                generate = getattr(generate, "__func__", generate)
                value = generate(key, 1, len(self.members), [self[name] for name in self.members])
            self.members.append(key)
        elif key in self.members:
            raise TypeError("%r already defined as %r" % (key, self[key]))
        super().__setitem__(key, value)

class EnumType(type):
    @classmethod
    def __prepare__(metacls, name, bases, **kwds):
        names = _Names()
        for base in bases:
            if isinstance(base, EnumType) and base._member_names_:
                raise TypeError("<enum %r> cannot extend %r" % (name, base))
        for base in bases:
            generate = getattr(base, "_generate_next_value_", None)
            if generate is not None:
                names.generate = generate
        return names

    def __new__(metacls, name, bases, namespace, **kwds):
        members = [(key, namespace[key]) for key in getattr(namespace, "members", ())]
        body = {key: value for key, value in namespace.items() if key not in dict(members)}
        cls = super().__new__(metacls, name, bases, body, **kwds)
        cls._member_names_ = []
        cls._member_map_ = {}
        cls._value2member_map_ = {}
        data_type = next((t for t in cls.__mro__ if t in (int, str, float, bytes, tuple)), None)
        for key, value in members:
            args = value if isinstance(value, tuple) else (value,)
            own_new = cls.__dict__.get("__new__") or next((b.__dict__["_new_member_"] for b in cls.__mro__ if "_new_member_" in b.__dict__), None)
            if own_new is not None:
                member = getattr(own_new, "__func__", own_new)(cls, *args)
            elif data_type is not None:
                member = data_type.__new__(cls, *args)
                if not hasattr(member, "_value_"):
                    member._value_ = data_type(*args)
            else:
                member = object.__new__(cls)
            if not hasattr(member, "_value_"):
                member._value_ = value
            if cls.__init__ is not object.__init__ and "__init__" in {k for b in cls.__mro__ if isinstance(b, EnumType) for k in b.__dict__}:
                member.__init__(*args)
            known = cls._value2member_map_.get(member._value_)
            if known is not None:
                member = known
            else:
                member._name_ = key
                member._sort_order_ = len(cls._member_names_)
                cls._member_names_.append(key)
                cls._value2member_map_[member._value_] = member
            cls._member_map_[key] = member
            type.__setattr__(cls, key, member)
        if "__new__" in body and bases:
            cls._new_member_ = body["__new__"]
        if bases:
            type.__setattr__(cls, "__new__", Enum.__new__)
            if data_type is not None:
                cls._take_from_enum(data_type, body)
        return cls

    def _take_from_enum(cls, data_type, body):
        # The data type comes first in the mro, but a member shows itself as a member.
        names = ("__repr__",) if any(base.__name__ == "ReprEnum" for base in cls.__mro__) else ("__repr__", "__str__", "__format__")
        for name in names:
            if name not in body and getattr(cls, name) is getattr(data_type, name):
                for base in cls.__mro__[1:]:
                    if isinstance(base, EnumType) and name in base.__dict__:
                        type.__setattr__(cls, name, base.__dict__[name])
                        break

    def __call__(cls, value, names=None, *, module=None, start=1, **kwds):
        if names is None:
            return cls.__new__(cls, value)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        namespace = type(cls).__prepare__(value, (cls,))
        pairs = names.items() if hasattr(names, "items") else enumerate(names, start)
        for first, second in pairs:
            if hasattr(names, "items"):
                namespace[first] = second
            else:
                namespace[second] = first
        if module is None:
            import sys
            module = sys._getframe(1).f_globals.get("__name__")
        namespace["__module__"] = module
        return type(cls)(value, (cls,), namespace)

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        return isinstance(value, cls) or value in cls._value2member_map_

    def __getitem__(cls, name):
        return cls._member_map_[name]

    @property
    def __members__(cls):
        return dict(cls._member_map_)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("cannot reassign member %r" % name)
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, name))
        super().__delattr__(name)

    def __repr__(cls):
        return "<%s %r>" % ("flag" if issubclass(cls, Flag) else "enum", cls.__name__)

EnumMeta = EnumType

class Enum(metaclass=EnumType):
    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except (KeyError, TypeError):
            for member in cls._member_map_.values():
                if member._value_ == value:
                    return member
        result = cls._missing_(value)
        if isinstance(result, cls):
            return result
        raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        numbers = [v for v in last_values if isinstance(v, int)]
        return max(numbers) + 1 if numbers else start

    @classmethod
    def _missing_(cls, value):
        return None

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __repr__(self):
        return "<%s.%s: %r>" % (self.__class__.__name__, self._name_, self._value_)

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __format__(self, spec):
        return str(self).__format__(spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, protocol):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

class ReprEnum(Enum):
    pass

class IntEnum(int, ReprEnum):
    __str__ = int.__repr__
    __format__ = int.__format__

class StrEnum(str, ReprEnum):
    __str__ = str.__str__
    __format__ = str.__format__

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

class Flag(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return 1 << max([v.bit_length() for v in last_values], default=0)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            return None
        every = 0
        for member in cls._member_map_.values():
            every |= member._value_
        if value < 0:
            value &= every
        if value & ~every:
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        data_type = next((t for t in cls.__mro__ if t is int), None)
        member = int.__new__(cls, value) if data_type else object.__new__(cls)
        member._value_ = value
        member._name_ = "|".join([m._name_ for m in cls if m._value_ & value == m._value_ and m._value_]) or None
        cls._value2member_map_[value] = member
        return member

    def _other(self, other):
        return other._value_ if isinstance(other, Flag) else other if isinstance(self, int) and isinstance(other, int) else None

    def __or__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ ^ value)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        every = 0
        for member in type(self)._member_map_.values():
            every |= member._value_
        return self.__class__(every & ~self._value_)

    def __contains__(self, other):
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return (m for m in type(self) if m._value_ & self._value_ == m._value_ and m._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def __hash__(self):
        return hash(self._value_)

    def __repr__(self):
        if self._name_ is None:
            return "<%s: %r>" % (self.__class__.__name__, self._value_)
        return "<%s.%s: %r>" % (self.__class__.__name__, self._name_, self._value_)

class IntFlag(int, Flag):
    __str__ = int.__repr__
    __format__ = int.__format__

def unique(enumeration):
    aliases = ["%s -> %s" % (name, member._name_) for name, member in enumeration.__members__.items() if name != member._name_]
    if aliases:
        raise ValueError("duplicate values found in %r: %s" % (enumeration, ", ".join(aliases)))
    return enumeration

def member(value):
    return value

nonmember = member
`;
