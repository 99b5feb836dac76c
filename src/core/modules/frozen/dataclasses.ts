/// `dataclasses`.
export const dataclassesSource = `
class FrozenInstanceError(AttributeError):
    pass

class _Missing:
    def __repr__(self):
        return "<dataclasses.MISSING>"

MISSING = _Missing()
KW_ONLY = type("_KW_ONLY_TYPE", (), {})()

class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return InitVar(type)

    def __repr__(self):
        return "dataclasses.InitVar[" + getattr(self.type, "__name__", repr(self.type)) + "]"

class Field:
    __slots__ = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = metadata or {}
        self.kw_only = kw_only

    def __repr__(self):
        return "Field(" + ",".join(["%s=%r" % (name, getattr(self, name)) for name in self.__slots__]) + ")"

def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)

class _Factory:
    def __repr__(self):
        return "<factory>"

_FACTORY = _Factory()

def _annotations(cls):
    # Up to 3.13 a class without annotations of its own shows its base's or makes a dict.
    if "__annotations__" in cls.__dict__ or "__annotate_func__" in cls.__dict__:
        return cls.__annotations__
    return {}

def _collect(cls, kw_only):
    fields = {}
    for base in cls.__mro__[-1:0:-1]:
        fields.update(getattr(base, "__dataclass_fields__", {}) if "__dataclass_fields__" in base.__dict__ else {})
    for name, kind in _annotations(cls).items():
        text = kind if isinstance(kind, str) else getattr(kind, "__name__", "")
        if kind is KW_ONLY:
            kw_only = True
            continue
        if "ClassVar" in str(text) or "ClassVar" in repr(kind):
            continue
        default = cls.__dict__.get(name, MISSING)
        f = default if isinstance(default, Field) else field(default=default)
        f.name, f.type = name, kind
        if f.kw_only is MISSING:
            f.kw_only = kw_only
        if isinstance(default, Field):
            if f.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, f.default)
        if f.default is not MISSING and f.default.__class__.__hash__ is None:
            raise ValueError("mutable default " + repr(f.default.__class__) + " for field " + name + " is not allowed: use default_factory")
        fields[name] = f
    return fields

def _is_initvar(f):
    return f.type is InitVar or type(f.type) is InitVar or isinstance(f.type, str) and "InitVar" in f.type

def _make_init(cls, fields, frozen):
    scope = {"MISSING": MISSING, "_FACTORY": _FACTORY, "_set": object.__setattr__}
    params, keyword, body, passed = [], [], [], []
    seen_default = None
    for f in fields:
        name = f.name
        if f.default is not MISSING:
            scope["_d_" + name] = f.default
        if f.default_factory is not MISSING:
            scope["_f_" + name] = f.default_factory
        has_default = f.default is not MISSING or f.default_factory is not MISSING
        if f.init:
            if f.default_factory is not MISSING:
                param = name + "=_FACTORY"
                value = "_f_" + name + "() if " + name + " is _FACTORY else " + name
            else:
                param = name + ("=_d_" + name if has_default else "")
                value = name
            if f.kw_only:
                keyword.append(param)
            else:
                if seen_default and not has_default:
                    raise TypeError("non-default argument %r follows default argument %r" % (name, seen_default))
                if has_default:
                    seen_default = name
                params.append(param)
        elif f.default_factory is not MISSING:
            value = "_f_" + name + "()"
        else:
            continue
        if _is_initvar(f):
            passed.append(name)
            continue
        body.append("_set(self, %r, %s)" % (name, value) if frozen else "self.%s = %s" % (name, value))
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__(" + ", ".join(passed) + ")")
    arguments = ["self"] + params + (["*"] + keyword if keyword else [])
    exec("def __init__(" + ", ".join(arguments) + "):\\n    " + "\\n    ".join(body or ["pass"]), scope)
    init = scope["__init__"]
    init.__qualname__ = cls.__qualname__ + ".__init__"
    init.__annotations__ = {**{f.name: f.type.type if type(f.type) is InitVar else f.type for f in fields if f.init}, "return": None}
    return init

def _repr_of(fields):
    running = set()
    def __repr__(self):
        if id(self) in running:
            return "..."
        running.add(id(self))
        try:
            return type(self).__qualname__ + "(" + ", ".join(["%s=%r" % (f.name, getattr(self, f.name)) for f in fields if f.repr]) + ")"
        finally:
            running.discard(id(self))
    return __repr__

def _comparison(fields, compare):
    names = [f.name for f in fields if f.compare]
    def method(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return compare(tuple([getattr(self, n) for n in names]), tuple([getattr(other, n) for n in names]))
    return method

def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only):
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    all_fields = _collect(cls, kw_only)
    everything = list(all_fields.values())
    fields = [f for f in everything if not _is_initvar(f)]
    cls.__dataclass_fields__ = all_fields
    def add(name, value):
        if name not in cls.__dict__:
            value.__name__ = name
            value.__qualname__ = cls.__qualname__ + "." + name
            setattr(cls, name, value)
    if init:
        add("__init__", _make_init(cls, everything, frozen))
    if repr:
        add("__repr__", _repr_of(fields))
    explicit_hash = cls.__dict__.get("__hash__", MISSING)
    explicit_hash = explicit_hash is not MISSING and not (explicit_hash is None and "__eq__" in cls.__dict__)
    if eq:
        add("__eq__", _comparison(fields, lambda a, b: a == b))
    if order:
        for name, compare in (("__lt__", lambda a, b: a < b), ("__le__", lambda a, b: a <= b), ("__gt__", lambda a, b: a > b), ("__ge__", lambda a, b: a >= b)):
            if name in cls.__dict__:
                raise TypeError("Cannot overwrite attribute " + name + " in class " + cls.__name__ + ". Consider using functools.total_ordering")
            add(name, _comparison(fields, compare))
    if frozen:
        def __setattr__(self, name, value):
            if type(self) is cls or name in all_fields:
                raise FrozenInstanceError("cannot assign to field %r" % name)
            super(cls, self).__setattr__(name, value)
        def __delattr__(self, name):
            if type(self) is cls or name in all_fields:
                raise FrozenInstanceError("cannot delete field %r" % name)
            super(cls, self).__delattr__(name)
        add("__setattr__", __setattr__)
        add("__delattr__", __delattr__)
    if unsafe_hash or eq and frozen and not explicit_hash:
        hashed = [f.name for f in fields if (f.compare if f.hash is None else f.hash)]
        cls.__hash__ = lambda self: hash(tuple([getattr(self, n) for n in hashed]))
    elif eq and not explicit_hash:
        cls.__hash__ = None
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple([f.name for f in everything if f.init and not f.kw_only])
    if cls.__doc__ is None:
        cls.__doc__ = cls.__name__ + _signature([f for f in everything if f.init])
    def __replace__(self, /, **changes):
        return replace(self, **changes)
    add("__replace__", __replace__)
    return cls

def _shown(f):
    text = f.name
    if not isinstance(f.type, str):
        kind = f.type.type if type(f.type) is InitVar else f.type
        name = (kind.__qualname__ if kind.__module__ == "builtins" else kind.__module__ + "." + kind.__qualname__) if isinstance(kind, type) and type(kind) is not type(list[int]) else repr(kind)
        text += ": " + name.replace("typing.", "")
    else:
        text += ": " + repr(f.type)
    if f.default is not MISSING:
        text += " = " + repr(f.default)
    elif f.default_factory is not MISSING:
        text += " = <factory>"
    return text

def _signature(fields):
    plain = [_shown(f) for f in fields if not f.kw_only]
    keyword = [_shown(f) for f in fields if f.kw_only]
    return "(" + ", ".join(plain + (["*"] + keyword if keyword else [])) + ")"

def _with_slots(cls, frozen, weakref_slot):
    if "__slots__" in cls.__dict__:
        raise TypeError(cls.__name__ + " already specifies __slots__")
    namespace = dict(cls.__dict__)
    names = tuple([f.name for f in fields(cls)])
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get("__slots__", ())
        inherited.update([slots] if isinstance(slots, str) else slots)
    namespace["__slots__"] = tuple([name for name in names if name not in inherited] + (["__weakref__"] if weakref_slot else []))
    for name in names:
        namespace.pop(name, None)
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    qualname = cls.__qualname__
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = qualname
    for value in namespace.values():
        value = getattr(value, "__wrapped__", getattr(value, "__func__", getattr(value, "fget", value)))
        for cell in getattr(value, "__closure__", None) or ():
            try:
                if cell.cell_contents is cls:
                    cell.cell_contents = made
            except ValueError:
                pass
    return made

def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    module = options.pop("module", None)
    annotations, body = {}, dict(namespace or {})
    for item in fields:
        if isinstance(item, str):
            annotations[item] = "typing.Any"
        else:
            annotations[item[0]] = item[1]
            if len(item) == 3:
                body[item[0]] = item[2]
    body["__annotations__"] = annotations
    return dataclass(type(cls_name, bases, body), **options)

def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True,
              kw_only=False, slots=False, weakref_slot=False):
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    def wrap(cls):
        cls = _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only)
        return _with_slots(cls, frozen, weakref_slot) if slots else cls
    return wrap if cls is None else wrap(cls)

def fields(class_or_instance):
    try:
        return tuple([f for f in class_or_instance.__dataclass_fields__.values() if not _is_initvar(f)])
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None

def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), "__dataclass_fields__")

def _convert(value, factory):
    if is_dataclass(value) and not isinstance(value, type):
        return factory([(f.name, _convert(getattr(value, f.name), factory)) for f in fields(value)])
    if isinstance(value, (list, tuple)):
        return type(value)([_convert(v, factory) for v in value])
    if isinstance(value, dict):
        return type(value)([(_convert(k, factory), _convert(v, factory)) for k, v in value.items()])
    import copy
    return copy.deepcopy(value)

def asdict(obj, *, dict_factory=dict):
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError("asdict() should be called on dataclass instances")
    return _convert(obj, dict_factory)

def astuple(obj, *, tuple_factory=tuple):
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError("astuple() should be called on dataclass instances")
    return _convert(obj, lambda pairs: tuple_factory([value for _, value in pairs]))

def replace(obj, /, **changes):
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError("replace() should be called on dataclass instances")
    for f in fields(obj):
        if not f.init:
            if f.name in changes:
                raise TypeError("field %s is declared with init=False, it cannot be specified with replace()" % f.name)
        elif f.name not in changes:
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)
`;
