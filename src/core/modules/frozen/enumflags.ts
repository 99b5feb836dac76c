/// The part of `enum` that is about flags and checks: Flag, IntFlag, FlagBoundary, verify, unique.
export const enumFlagsSource = `
def _bits(number, width):
    digits = bin(number)[2:] if number >= 0 else bin(number + (1 << max(width, number.bit_length()) + 1))[3:]
    filler = "0" if number >= 0 else "1"
    return "0b" + filler + " " + digits.rjust(width, filler)

class FlagBoundary(StrEnum):
    STRICT = "strict"
    CONFORM = "conform"
    EJECT = "eject"
    KEEP = "keep"

STRICT, CONFORM, EJECT, KEEP = FlagBoundary

class Flag(Enum, boundary=STRICT):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return 1 << max([v.bit_length() for v in last_values], default=0)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            return None
        known = 0
        for member in cls._member_map_.values():
            known |= member._value_
        every = (1 << known.bit_length()) - 1
        if not ~every <= value <= every or value & (every ^ known):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), known.bit_length())
                raise ValueError("%r invalid value %r\\n    given %s\\n  allowed %s" % (cls, value, _bits(value, width), _bits(known, width)))
            if cls._boundary_ is CONFORM:
                value &= known
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value += max(every + 1, 1 << value.bit_length())
        if value < 0:
            value = value + every + 1 if cls._boundary_ in (EJECT, KEEP) else value & known
        if value in cls._value2member_map_:
            return cls._value2member_map_[value]
        member = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        member._value_ = value
        names = [each._name_ for each in cls if each._value_ & value == each._value_]
        rest = value & ~known
        member._name_ = "|".join(names + ([str(rest)] if rest and names else [])) or None
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

class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    __str__ = int.__repr__
    __format__ = int.__format__
    __repr__ = Flag.__repr__
    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__
    __contains__ = Flag.__contains__
    __hash__ = Flag.__hash__

class EnumCheck(Enum):
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"

CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck

def show_flag_values(value):
    return [1 << i for i in range(int(value).bit_length()) if int(value) >> i & 1]

def _check_named_flags(enumeration):
    bits = [member._value_ for member in enumeration]
    missing = {name: [bit for bit in show_flag_values(member._value_) if bit not in bits]
               for name, member in enumeration._member_map_.items() if name not in enumeration._member_names_ and member._value_ >= 0}
    names = [name for name in missing if missing[name]]
    if names:
        value = 0
        for name in names:
            for bit in missing[name]:
                value |= bit
        who = "alias %s is" % names[0] if len(names) == 1 else "aliases %s and %s are" % (", ".join(names[:-1]), names[-1])
        what = "value" if value & value - 1 == 0 else "combined values of"
        raise ValueError("invalid Flag %r: %s missing %s 0x%x [use enum.show_flag_values(value) for details]" % (enumeration.__name__, who, what, value))

class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                aliases = ["%s -> %s" % (name, m._name_) for name, m in enumeration.__members__.items() if name != m._name_]
                if aliases:
                    raise ValueError("aliases found in %r: %s" % (enumeration, ", ".join(aliases)))
            elif check is NAMED_FLAGS:
                _check_named_flags(enumeration)
            elif check is CONTINUOUS:
                values = {m._value_ for m in enumeration}
                missing = [v for v in range(min(values), max(values) + 1) if v not in values]
                if missing:
                    raise ValueError("invalid enum %r: missing values %s" % (enumeration.__name__, ", ".join(map(str, missing))))
        return enumeration

def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    def convert_class(cls):
        metacls = type(etype)
        body = metacls.__prepare__(cls.__name__, (etype,))
        for name, value in cls.__dict__.items():
            if name not in ("__dict__", "__weakref__"):
                body[name] = value
        if boundary is not None:
            return metacls(cls.__name__, (etype,), body, boundary=boundary)
        return metacls(cls.__name__, (etype,), body)
    return convert_class

def global_enum(cls):
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls

def unique(enumeration):
    aliases = ["%s -> %s" % (name, member._name_) for name, member in enumeration.__members__.items() if name != member._name_]
    if aliases:
        raise ValueError("duplicate values found in %r: %s" % (enumeration, ", ".join(aliases)))
    return enumeration
`;
