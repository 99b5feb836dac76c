/// `enum`.
import { enumMakingSource } from './enummaking';
import { enumTypeSource } from './enumtype';

export const enumSource = `${enumTypeSource}${enumMakingSource}
class Enum(metaclass=EnumType):
    def __new__(cls, value):
        if type(value) is cls:
            return value
        known = cls._member_of(value)
        if known is not None:
            return known
        if not cls._member_map_:
            if getattr(cls, "_%s__in_progress" % cls.__name__, False) and _NEW:
                raise TypeError("do not use \`super().__new__; call the appropriate __new__ directly") from None
            raise TypeError("%r has no members defined" % cls)
        exc = None
        try:
            result = cls._missing_(value)
        except Exception as e:
            result, exc = None, e
        try:
            if isinstance(result, cls) or Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int):
                return result
            ve_exc = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
            if result is None and exc is None:
                raise ve_exc
            if exc is None:
                exc = TypeError("error in %s._missing_: returned %r instead of None or a valid member" % (cls.__name__, result))
            if not isinstance(exc, ValueError):
                exc.__context__ = ve_exc
            raise exc
        finally:
            exc = None
            ve_exc = None

    if sys.version_info < (3, 14):
        def __init__(self, *args, **kwds):
            pass

    if _NEW:
        def _add_alias_(self, name):
            self.__class__._add_member_(name, self)

        def _add_value_alias_(self, value):
            cls = self.__class__
            known = cls._member_of(value)
            if known is None:
                cls._add_value(value, self)
            elif known is not self:
                raise ValueError("%r is already bound: %r" % (value, known))

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        if not _NEW:
            try:
                if last_values[-1] == sorted(last_values)[-1]:
                    return last_values[-1] + 1
                raise TypeError
            except TypeError:
                import warnings
                warnings.warn("In 3.13 the default \`auto()\`/\`_generate_next_value_\` will require all values to be sortable and support adding +1\\n"
                              "and the value returned will be the largest value in the enum incremented by 1", DeprecationWarning, stacklevel=3)
                for v in reversed(last_values):
                    try:
                        return v + 1
                    except TypeError:
                        pass
                return start
        try:
            last_value = sorted(last_values).pop()
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None
        try:
            return last_value + 1
        except TypeError:
            raise TypeError("unable to increment %r" % (last_value,)) from None

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __repr__(self):
        cls = self.__class__
        show = cls._value_repr_ or repr
        return "<%s.%s: %s>" % (cls.__name__, self._name_, show(self._value_))

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    # A property that hides a member, and does nothing of instances, is no attribute of these.
    def __dir__(self):
        members = self._member_map_
        found = set() if self.__class__._member_type_ is object else set(object.__dir__(self))
        for name in getattr(self, "__dict__", ()):
            if name[0] != "_" and name not in members:
                found.add(name)
        for cls in self.__class__.mro():
            for name, obj in cls.__dict__.items():
                if name[0] != "_":
                    is_property = isinstance(obj, property)
                    if name not in members or is_property and obj.fget is not None:
                        found.add(name)
                    elif is_property:
                        found.discard(name)
        return sorted({"__class__", "__doc__", "__eq__", "__hash__", "__module__"} | found)

    @classmethod
    def _missing_(cls, value):
        return None

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __hash__(self):
        return hash(self._name_)

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

class ReprEnum(Enum):
    pass

class IntEnum(int, ReprEnum):
    pass

class StrEnum(str, ReprEnum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError("too many arguments for str(): %r" % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError("%r is not a string" % (values[0],))
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError("encoding must be a string, not %r" % (values[1],))
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError("errors must be a string, not %r" % (values[2],))
        value = str(*values)
        member = str.__new__(cls, value)
        member._value_ = value
        return member

class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()

STRICT, CONFORM, EJECT, KEEP = FlagBoundary

class Flag(Enum, boundary=STRICT):
    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not count:
            return start if start is not None else 1
        last_value = max(last_values)
        try:
            return 2 ** last_value.bit_length()
        except Exception:
            raise TypeError("invalid flag value %r" % last_value) from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        for val in _iter_bits_lsb(value & cls._flag_mask_):
            yield cls._value2member_map_.get(val)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda m: m._sort_order_)

    @classmethod
    def _within(cls, value):
        "The value as the boundary lets it in."
        flag_mask, all_bits = cls._flag_mask_, cls._all_bits_
        if ~all_bits <= value <= all_bits and not value & (all_bits ^ flag_mask):
            return value
        if cls._boundary_ is KEEP:
            return max(all_bits + 1, 2 ** value.bit_length()) + value if value < 0 else value
        if cls._boundary_ is CONFORM:
            return value & flag_mask
        if cls._boundary_ is STRICT:
            width = max(value.bit_length(), flag_mask.bit_length())
            given, allowed = bin(value, width), bin(flag_mask, width)
            raise ValueError("%r invalid value %r\\n    given %s\\n  allowed %s" % (cls, value, given, allowed))
        raise ValueError("%r unknown flag boundary %r" % (cls, cls._boundary_))

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        if cls._boundary_ is EJECT and (not ~cls._all_bits_ <= value <= cls._all_bits_ or value & (cls._all_bits_ ^ cls._flag_mask_)):
            return value
        value = cls._within(value)
        neg_value = None
        if value < 0:
            neg_value = value
            value += cls._all_bits_ + 1
        unknown = value & ~cls._flag_mask_
        aliases = value & ~cls._singles_mask_
        member_value = value & cls._singles_mask_
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError("%s(%r) -->  unknown values %r [%s]" % (cls.__name__, value, unknown, bin(unknown)))
        pseudo = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        if not hasattr(pseudo, "_value_"):
            pseudo._value_ = value
        pseudo._name_ = None
        if member_value or aliases:
            members = list(cls._iter_member_(member_value))
            combined = 0
            for m in members:
                combined |= m._value_
            if aliases:
                for m in cls._member_map_.values():
                    if m not in members and m._value_ and m._value_ & value == m._value_:
                        members.append(m)
                        combined |= m._value_
            unknown = value ^ combined
            if combined:
                if unknown and cls._boundary_ is STRICT:
                    raise ValueError("%r: no members with value %r" % (cls, unknown))
                pseudo._name_ = "|".join([m._name_ for m in members]) + ("|%s" % cls._numeric_repr_(unknown) if unknown else "")
        pseudo = cls._value2member_map_.setdefault(value, pseudo)
        if neg_value is not None:
            cls._value2member_map_[neg_value] = pseudo
        return pseudo

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __contains__(self, other):
        if isinstance(other, self.__class__):
            return other._value_ & self._value_ == other._value_
        raise TypeError("unsupported operand type(s) for 'in': %r and %r" % (type(other).__qualname__, self.__class__.__qualname__))

    def __repr__(self):
        v_repr = self.__class__._value_repr_ or repr
        name = "" if self._name_ is None else "." + self._name_
        return "<%s%s: %s>" % (self.__class__.__name__, name, v_repr(self._value_))

    def __str__(self):
        if self._name_ is None:
            return "%s(%r)" % (self.__class__.__name__, self._value_)
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def _get_value(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def _values(self, other, sign):
        other_value = self._get_value(other)
        if other_value is not NotImplemented and _NEW:
            for flag in (self, other):
                if self._get_value(flag) is None:
                    raise TypeError(f"'{flag}' cannot be combined with other flags with {sign}")
        return other_value

    def __or__(self, other):
        value = self._values(other, "|")
        return NotImplemented if value is NotImplemented else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._values(other, "&")
        return NotImplemented if value is NotImplemented else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._values(other, "^")
        return NotImplemented if value is NotImplemented else self.__class__(self._value_ ^ value)

    def __invert__(self):
        if _NEW and self._get_value(self) is None:
            raise TypeError(f"'{self}' cannot be inverted")
        if self._inverted_ is None:
            outside = self._boundary_ in ((EJECT, KEEP) if _NEW else (KEEP,))
            self._inverted_ = self.__class__(~self._value_ if outside else self._singles_mask_ & ~self._value_)
            if not _NEW:
                self._inverted_._inverted_ = self
        return self._inverted_

    __rand__ = __and__
    __ror__ = __or__
    __rxor__ = __xor__

class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    pass

def unique(enumeration):
    aliases = ["%s -> %s" % (name, member.name) for name, member in enumeration.__members__.items() if name != member.name]
    if aliases:
        raise ValueError("duplicate values found in %r: %s" % (enumeration, ", ".join(aliases)))
    return enumeration

def _dataclass_repr(self):
    fields = self.__dataclass_fields__
    return ", ".join(["%s=%r" % (k, getattr(self, k)) for k in fields if fields[k].repr])

def pickle_by_global_name(self, proto):
    return self.name

def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)

def global_enum_repr(self):
    return "%s.%s" % (self.__class__.__module__.split(".")[-1], self._name_)

def global_flag_repr(self):
    module = self.__class__.__module__.split(".")[-1]
    if self._name_ is None:
        return "%s.%s(%r)" % (module, self.__class__.__name__, self._value_)
    return "|".join([name if name[0].isdigit() else "%s.%s" % (module, name) for name in self._name_.split("|")])

def global_str(self):
    return "%s(%r)" % (self.__class__.__name__, self._value_) if self._name_ is None else self._name_

def global_enum(cls, update_str=False):
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls

class EnumCheck(StrEnum):
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"

CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck

class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        name = enumeration.__name__
        is_flag = issubclass(enumeration, Flag)
        for check in self.checks:
            if check is UNIQUE:
                aliases = ["%s -> %s" % (alias, m.name) for alias, m in enumeration.__members__.items() if alias != m.name]
                if aliases:
                    raise ValueError("aliases found in %r: %s" % (enumeration, ", ".join(aliases)))
            elif check is CONTINUOUS:
                values = {m.value for m in enumeration}
                if len(values) < 2:
                    continue
                low, high = min(values), max(values)
                if is_flag:
                    missing = [2 ** i for i in range(low.bit_length(), high.bit_length() - 1) if 2 ** i not in values]
                else:
                    missing = [i for i in range(low + 1, high) if i not in values]
                if missing:
                    raise ValueError(("invalid %s %r: missing values %s" % ("flag" if is_flag else "enum", name, ", ".join(map(str, missing))))[:256])
            elif check is NAMED_FLAGS:
                singles = {m._value_ for m in enumeration}
                unnamed, every = [], 0
                for alias, m in enumeration._member_map_.items():
                    if alias in enumeration._member_names_ or m.value < 0:
                        continue
                    missed = [v for v in _iter_bits_lsb(m.value) if v not in singles]
                    if missed:
                        unnamed.append(alias)
                        for v in missed:
                            every |= v
                if unnamed:
                    alias = "alias %s is missing" % unnamed[0] if len(unnamed) == 1 else \\
                        "aliases %s and %s are missing" % (", ".join(unnamed[:-1]), unnamed[-1])
                    value = "value 0x%x" % every if _is_single_bit(every) else "combined values of 0x%x" % every
                    raise ValueError("invalid Flag %r: %s %s [use enum.show_flag_values(value) for details]" % (name, alias, value))
        return enumeration

def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    def convert_class(cls):
        metacls = type(etype)
        body = metacls.__prepare__(cls.__name__, (etype,))
        for name, value in cls.__dict__.items():
            if name not in ("__dict__", "__weakref__"):
                body[name] = value
        return metacls(cls.__name__, (etype,), body, boundary=boundary)
    return convert_class

__all__ = [name for name in ("EnumType EnumMeta EnumDict Enum IntEnum StrEnum Flag IntFlag ReprEnum auto unique property verify member nonmember "
           "FlagBoundary STRICT CONFORM EJECT KEEP global_flag_repr global_enum_repr global_str global_enum EnumCheck CONTINUOUS "
           "NAMED_FLAGS UNIQUE").split() if name in globals()]
`;
