/// `enum`, first part: what a class body may hold, and EnumType, which makes members of it.
export const enumTypeSource = `
import builtins as bltns
import sys
from functools import partial
from types import DynamicClassAttribute, MappingProxyType

_NEW = sys.version_info >= (3, 13)

class member:
    "Makes a member of what would be none: a function, a class."
    def __init__(self, value):
        self.value = value

class nonmember:
    "Keeps a value from becoming a member."
    def __init__(self, value):
        self.value = value

# Known by name to what is defined before them.
Enum = Flag = EJECT = ReprEnum = None

def _is_descriptor(obj):
    if isinstance(obj, partial) and sys.version_info[:2] == (3, 13):
        return False
    return hasattr(obj, "__get__") or hasattr(obj, "__set__") or hasattr(obj, "__delete__")

def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"

def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"

def _is_private(cls_name, name):
    start = "_%s__" % (cls_name,)
    return len(name) > len(start) and name.startswith(start) and not name.endswith("__")

def _is_internal_class(cls_name, obj):
    if not isinstance(obj, type):
        return False
    inside = cls_name + "." + obj.__name__
    return obj.__qualname__ == inside or obj.__qualname__.endswith("." + inside)

def _is_single_bit(num):
    return num != 0 and num & num - 1 == 0

def _iter_bits_lsb(num):
    if isinstance(num, Enum):
        num = num.value
    if num < 0:
        raise ValueError("%r is not a positive integer" % num)
    while num:
        bit = num & -num
        yield bit
        num ^= bit

def show_flag_values(value):
    return list(_iter_bits_lsb(value))

def bin(num, max_bits=None):
    ceiling = 2 ** num.bit_length()
    text = bltns.bin(num + ceiling).replace("1", "0", 1) if num >= 0 else bltns.bin(~num ^ ceiling - 1 + ceiling)
    sign, digits = text[:3], text[3:]
    if max_bits is not None and len(digits) < max_bits:
        digits = (sign[-1] * max_bits + digits)[-max_bits:]
    return "%s %s" % (sign, digits)

class _Sentinel:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text

_not_given = _Sentinel("<not given>")
_auto_null = _Sentinel("_auto_null")

class auto:
    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return "auto(%r)" % self.value

class property(DynamicClassAttribute):
    "Like property, but of members only: what the class has by that name is a member, if any."
    member = None
    _attr_type = None
    _cls_type = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is not None:
                return self.member
            raise AttributeError("%r has no attribute %r" % (ownerclass, self.name))
        if self.fget is not None:
            return self.fget(instance)
        if self._attr_type == "attr":
            return getattr(self._cls_type, self.name)
        if self._attr_type == "desc":
            return getattr(instance._value_, self.name)
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError("%r has no attribute %r" % (ownerclass, self.name)) from None

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("<enum %r> cannot set attribute %r" % (self.clsname, self.name))
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("<enum %r> cannot delete attribute %r" % (self.clsname, self.name))
        return self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__

class _proto_member:
    "Stands in the class body for a member, and makes it when the class is there."
    def __init__(self, value):
        self.value = value

    def __set_name__(self, enum_class, member_name):
        delattr(enum_class, member_name)
        value = self.value
        args = value if isinstance(value, tuple) else (value,)
        if enum_class._member_type_ is tuple:
            args = (args,)
        made = enum_class._new_member_(enum_class, *(args if enum_class._use_args_ else ()))
        if not hasattr(made, "_value_"):
            if enum_class._member_type_ is object:
                made._value_ = value
            else:
                try:
                    made._value_ = enum_class._member_type_(*args)
                except Exception as exc:
                    raise TypeError("_value_ not set in __new__, unable to create it") from exc
        value = made._value_
        made._name_ = member_name
        made.__objclass__ = enum_class
        made.__init__(*args)
        made._sort_order_ = len(enum_class._member_names_)
        is_flag = Flag is not None and issubclass(enum_class, Flag)
        if is_flag:
            if isinstance(value, int):
                enum_class._flag_mask_ |= value
                if _is_single_bit(value):
                    enum_class._singles_mask_ |= value
            enum_class._all_bits_ = 2 ** enum_class._flag_mask_.bit_length() - 1
        known = enum_class._member_of(value)
        if known is not None:
            made = known
        elif not is_flag or isinstance(value, int) and _is_single_bit(value):
            enum_class._member_names_.append(member_name)
        enum_class._add_member_(member_name, made)
        enum_class._add_value(value, made)

_SUNDERS = ("_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_", "_iter_member_by_value_",
            "_iter_member_by_def_") + (("_add_alias_", "_add_value_alias_") if _NEW else ())

class EnumDict(dict):
    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names, self._last_values, self._ignore = {}, [], []
        self._auto_called = False
        self._cls_name = cls_name

    def __setitem__(self, key, value):
        is_inner = self._cls_name is not None and _is_internal_class(self._cls_name, value)
        if is_inner and not _NEW:
            import warnings
            warnings.warn("In 3.13 classes created inside an enum will not become a member.  Use the \`member\` decorator to keep the current behavior.",
                          DeprecationWarning, stacklevel=2)
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            if key not in _SUNDERS and not (_NEW and key.startswith("_repr_")):
                raise ValueError("_sunder_ names, such as %r, are reserved for future Enum use" % (key,))
            if key == "_generate_next_value_":
                if self._auto_called:
                    raise TypeError("_generate_next_value_ must be defined before members")
                self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
            elif key == "_ignore_":
                value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
                self._ignore = value
                already = set(value) & set(self._member_names)
                if already:
                    raise ValueError("_ignore_ cannot specify already set names: %r" % (already,))
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError("%r already defined as %r" % (key, self[key]))
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif _is_descriptor(value) or _NEW and is_inner:
            pass
        else:
            if key in self:
                raise TypeError("%r already defined as %r" % (key, self[key]))
            if isinstance(value, member):
                value = value.value
            value = self._with_auto(key, value)
            self._member_names[key] = None
        super().__setitem__(key, value)

    def _with_auto(self, key, value):
        "The value of a member, auto() in it replaced by what comes next."
        single = isinstance(value, auto)
        items = (value,) if single else value
        if not (isinstance(items, tuple) and any([isinstance(v, auto) for v in items])):
            self._last_values.append(value)
            return value
        found = []
        for v in items:
            if isinstance(v, auto):
                if v.value is _auto_null:
                    v.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
                    self._auto_called = True
                v = v.value
                self._last_values.append(v)
            found.append(v)
        if single:
            return found[0]
        try:
            return type(value)(found)
        except TypeError:
            return type(value)(*found)

    @bltns.property
    def member_names(self):
        return list(self._member_names)

    def update(self, members, **more_members):
        for name, value in members.items() if hasattr(members, "keys") else members:
            self[name] = value
        for name, value in more_members.items():
            self[name] = value

_EnumDict = EnumDict

class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        enum_dict = EnumDict(cls)
        first_enum = metacls._get_mixins_(cls, bases)[1]
        if first_enum is not None:
            enum_dict["_generate_next_value_"] = getattr(first_enum, "_generate_next_value_", None)
        return enum_dict

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        classdict.setdefault("_ignore_", []).append("_ignore_")
        ignored = classdict["_ignore_"]
        for key in ignored:
            classdict.pop(key, None)
        member_names = classdict._member_names
        invalid_names = set(member_names) & {"mro", ""}
        if invalid_names:
            raise ValueError("invalid enum member name(s) %s" % ",".join([repr(n) for n in invalid_names]))
        _order_ = classdict.pop("_order_", None)
        classdict = dict(classdict.items())
        generate = classdict.get("_generate_next_value_")
        if _NEW and generate is not None and type(generate) is not staticmethod:
            classdict["_generate_next_value_"] = staticmethod(generate)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new, save_new, use_args = metacls._find_new_(classdict, member_type, first_enum)
        for name in member_names:
            classdict[name] = _proto_member(classdict[name])
        classdict["_new_member_"], classdict["_use_args_"] = new, use_args
        classdict["_member_names_"], classdict["_member_map_"], classdict["_value2member_map_"] = [], {}, {}
        if _NEW:
            classdict["_hashable_values_"] = []
        classdict["_unhashable_values_"] = []
        if _NEW:
            classdict["_unhashable_values_map_"] = {}
        classdict["_member_type_"], classdict["_value_repr_"] = member_type, metacls._find_data_repr_(cls, bases)
        classdict["_boundary_"] = boundary or getattr(first_enum, "_boundary_", None)
        classdict["_flag_mask_"] = classdict["_singles_mask_"] = classdict["_all_bits_"] = 0
        classdict["_inverted_"] = None
        in_progress = "_%s__in_progress" % cls
        classdict[in_progress] = True
        try:
            enum_class = super().__new__(metacls, cls, bases, classdict, **kwds)
        except RuntimeError as e:
            if _NEW or e.__cause__ is None:
                raise
            failure = e.__cause__
        except Exception as e:
            if hasattr(e, "__notes__"):
                del e.__notes__
            raise
        else:
            failure = None
        if failure is not None:
            raise failure
        delattr(enum_class, in_progress)
        own = enum_class.__dict__
        if ReprEnum is not None and ReprEnum in bases:
            if member_type is object:
                raise TypeError("ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)")
            if "__format__" not in own:
                enum_class.__format__ = member_type.__format__
            if "__str__" not in own:
                enum_class.__str__ = member_type.__repr__ if member_type.__str__ is object.__str__ else member_type.__str__
        for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
            if name not in own:
                found = getattr(enum_class, name)
                if found in (getattr(member_type, name), getattr(object, name)):
                    setattr(enum_class, name, getattr(first_enum, name))
        is_flag = Flag is not None and issubclass(enum_class, Flag)
        if is_flag:
            for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
                if name not in own:
                    setattr(enum_class, name, getattr(Flag, name))
        if Enum is not None:
            if save_new:
                enum_class.__new_member__ = new
            enum_class.__new__ = Enum.__new__
        if isinstance(_order_, str):
            _order_ = _order_.replace(",", " ").split()
        if cls != "Flag" if Flag is None else not is_flag:
            for name in ("_boundary_", "_flag_mask_", "_singles_mask_", "_all_bits_", "_inverted_"):
                delattr(enum_class, name)
        elif is_flag:
            values = [m._value_ for m in enum_class]
            if values != sorted(values):
                enum_class._iter_member_ = enum_class._iter_member_by_def_
            if _order_:
                _order_ = [name for name in _order_ if name not in enum_class._member_map_ or _is_single_bit(enum_class[name]._value_)]
        if _order_:
            _order_ = [name for name in _order_ if name in enum_class._member_names_ or name not in enum_class._member_map_]
            if _order_ != enum_class._member_names_:
                raise TypeError("member order does not match _order_:\\n  %r\\n  %r" % (enum_class._member_names_, _order_))
        return enum_class

    def __bool__(cls):
        return True

    if _NEW:
        def __call__(cls, value, names=_not_given, *values, module=None, qualname=None, type=None, start=1, boundary=None):
            has_names = names is not _not_given
            if not cls._member_map_:
                if not has_names and type is None:
                    raise TypeError(f"{cls} has no members; specify \`names=()\` if you meant to create a new, empty, enum")
                return cls._create_(value, names if has_names else None, module=module, qualname=qualname, type=type, start=start, boundary=boundary)
            if has_names:
                value = (value, names) + values
            return cls.__new__(cls, value)
    else:
        def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
            if names is not None:
                return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)
            return cls.__new__(cls, value)

        def __getattr__(cls, name):
            if _is_dunder(name):
                raise AttributeError(name)
            try:
                return cls._member_map_[name]
            except KeyError:
                raise AttributeError(name) from None

    def __contains__(cls, value):
        if not _NEW and not isinstance(value, Enum):
            import warnings
            warnings.warn("in 3.12 __contains__ will no longer raise TypeError, but will return True or\\n"
                          "False depending on whether the value is a member or the value of a member", DeprecationWarning, stacklevel=2)
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'" % (type(value).__qualname__, cls.__class__.__qualname__))
        if isinstance(value, cls):
            return True
        if not _NEW:
            return False
        if issubclass(cls, Flag):
            try:
                return isinstance(cls._missing_(value), cls)
            except ValueError:
                pass
        return value in cls._unhashable_values_ or value in cls._hashable_values_

    def __dir__(cls):
        interesting = {"__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__", "__module__", "__name__",
                       "__qualname__", *cls._member_names_}
        if cls._new_member_ is not object.__new__:
            interesting.add("__new__")
        if cls.__init_subclass__ is not object.__init_subclass__:
            interesting.add("__init_subclass__")
        return sorted(interesting if cls._member_type_ is object else set(dir(cls._member_type_)) | interesting)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @bltns.property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        return ("<flag %r>" if Flag is not None and issubclass(cls, Flag) else "<enum %r>") % cls.__name__

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, attr))
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("cannot reassign member %r" % (name,))
        super().__setattr__(name, value)
`;
