/// `enum`: Enum, IntEnum, StrEnum, auto; its flags are in enumflags.ts.
import { enumFlagsSource } from './enumflags';

export const enumSource = `
import sys

class auto:
    value = None

class member:
    "Makes a member of what would be none: a function, a class."
    def __init__(self, value):
        self.value = value

class nonmember:
    "Keeps a value from becoming a member."
    def __init__(self, value):
        self.value = value

def _is_dunder(key):
    return key.startswith("_") and (key[:2] == key[-2:] == "__" or key in ("_ignore_", "_order_", "_generate_next_value_", "_missing_", "_value_", "_name_", "_new_member_"))

class _Names(dict):
    def __init__(self):
        super().__init__()
        self.members = []
        self.ignored = ()

    def __setitem__(self, key, value):
        if key == "_ignore_":
            self.ignored = tuple(value.replace(",", " ").split() if isinstance(value, str) else value)
        nested = isinstance(value, type) and sys.version_info >= (3, 13)
        if isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not (key.startswith("_") or hasattr(value, "__get__") or nested or key in self.ignored):
            if isinstance(value, member):
                value = value.value
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

    def __new__(metacls, name, bases, namespace, *, boundary=None, **kwds):
        members = [(key, namespace[key]) for key in getattr(namespace, "members", ())]
        names = dict(members)
        ignored = getattr(namespace, "ignored", ())
        body = {key: value for key, value in namespace.items() if key not in names and key not in ignored and key != "_ignore_" and key != "_order_"}
        cls = super().__new__(metacls, name, bases, body, **kwds)
        cls._member_names_ = []
        cls._flag_ = any([base.__name__ == "Flag" and base.__module__ == "enum" for base in cls.__mro__])
        cls._member_map_ = {}
        cls._value2member_map_ = {}
        cls._boundary_ = boundary or getattr(cls, "_boundary_", None)
        data_type = next((t for t in cls.__mro__ if t in (int, str, float, bytes, tuple)), None)
        cls._member_type_ = data_type or object
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
            member._name_ = key
            member._sort_order_ = len(cls._member_names_)
            if cls.__init__ is not object.__init__ and "__init__" in {k for b in cls.__mro__ if isinstance(b, EnumType) for k in b.__dict__}:
                member.__init__(*args)
            known = cls._member_of(member._value_)
            if known is not None:
                member = known
            else:
                if not cls._flag_ or member._value_ > 0 and member._value_ & member._value_ - 1 == 0:
                    cls._member_names_.append(key)
                try:
                    cls._value2member_map_[member._value_] = member
                except TypeError:
                    pass
            cls._member_map_[key] = member
            shown = next((base.__dict__[key] for base in cls.__mro__[1:] if key in base.__dict__), None)
            if type(shown) is property:
                redirect = property(shown.fget)
                redirect.member = member
                redirect.__set_name__(cls, key)
                type.__setattr__(cls, key, redirect)
            else:
                type.__setattr__(cls, key, member)
        order = namespace.get("_order_")
        if order is not None:
            order = order.replace(",", " ").split() if isinstance(order, str) else list(order)
            order = [key for key in order if key not in cls._member_map_ or key in cls._member_names_]
            if order != cls._member_names_:
                raise TypeError("member order does not match _order_:\\n  %r\\n  %r" % (cls._member_names_, order))
        if "__new__" in body and bases:
            cls._new_member_ = body["__new__"]
        if bases:
            type.__setattr__(cls, "__new__", Enum.__new__)
            if data_type is not None:
                cls._take_from_enum(data_type, body)
        return cls

    # None: no member has the value. Values that cannot be hashed are only in the members.
    def _member_of(cls, value):
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            return next((member for member in cls._member_map_.values() if member._value_ == value), None)

    def _take_from_enum(cls, data_type, body):
        # The data type comes first in the mro, but a member shows itself as a member.
        names = ("__repr__",) if any(base.__name__ == "ReprEnum" for base in cls.__mro__) else ("__repr__", "__str__", "__format__")
        for name in names:
            if name not in body and getattr(cls, name) is getattr(data_type, name):
                for base in cls.__mro__[1:]:
                    if isinstance(base, EnumType) and name in base.__dict__:
                        type.__setattr__(cls, name, base.__dict__[name])
                        break

    def __call__(cls, value, names=None, *, module=None, start=1, boundary=None, **kwds):
        if names is None:
            return cls.__new__(cls, value)
        if cls._member_map_:
            return cls.__new__(cls, (value, names))
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        namespace = type(cls).__prepare__(value, (cls,))
        values = []
        for i, each in enumerate(names):
            if isinstance(each, str) and not hasattr(names, "items"):
                values.append(cls._generate_next_value_(each, start, i, values[:]))
                namespace[each] = values[i]
            else:
                key, number = (each, names[each]) if isinstance(each, str) else each
                namespace[key] = number
        if module is None:
            import sys
            module = sys._getframe(1).f_globals.get("__name__")
        namespace["__module__"] = module
        return type(cls)(value, (cls,), namespace, boundary=boundary)

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __dir__(cls):
        return sorted(["__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__", "__len__", "__members__", "__module__",
                       "__name__", "__qualname__"] + cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        return isinstance(value, cls) or cls._member_of(value) is not None

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

class property(property):
    "Like property, but of members only: what the class has by that name is a member, if any."
    member = None

    def __set_name__(self, owner, name):
        self.name = name
        self.clsname = owner.__name__

    def __get__(self, instance, owner=None):
        if instance is not None:
            return self.fget(instance)
        if self.member is None:
            raise AttributeError(self.name if sys.version_info < (3, 12) else "%r has no attribute %r" % (owner, self.name))
        return self.member

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("<enum %r> cannot set attribute %r" % (self.clsname, self.name))
        return self.fset(instance, value)

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
        if isinstance(result, cls) or isinstance(result, int) and cls._boundary_ is EJECT:
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

    def __dir__(self):
        shown = {"__class__", "__doc__", "__eq__", "__hash__", "__module__"}
        if self._member_type_ is not object:
            shown.update(object.__dir__(self))
        for names in (self.__dict__, *[base.__dict__ for base in type(self).__mro__]):
            shown.update([name for name in names if name[0] != "_" and name not in self._member_map_])
        return sorted(shown)

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

${enumFlagsSource}`;
