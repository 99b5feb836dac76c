/// `typing`, its fourth part: what classes derived from Generic, Protocol, NamedTuple and TypedDict become (CPython Lib/typing.py).
export const typingClasses = `
def _is_typevar_like(arg):
    return isinstance(arg, (TypeVar, ParamSpec)) or isinstance(arg, Unpacked)

@_tp_cache
def _generic_class_getitem(cls, given):
    args = tuple(_type_convert(part) for part in _tupled(given))
    if cls in (Generic, Protocol):
        if not args:
            raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
        if not all(_is_typevar_like(arg) for arg in args):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables.")
        if len(set(args)) != len(args):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
    else:
        for parameter in cls.__parameters__:
            # A plain TypeVar's, in C, would give the arguments back.
            prepare = getattr(parameter, "__typing_prepare_subst__", None) if type(parameter) is not TypeVar or parameter._default is not _typing.NoDefault else None
            if prepare is not None:
                args = prepare(cls, args)
        wanted = len(cls.__parameters__)
        _check_generic(cls, args, wanted, wanted - _typing.with_default(cls.__parameters__) if sys.version_info >= (3, 13) and len(args) < wanted else None)
        new_args = []
        for parameter, arg in zip(cls.__parameters__, args):
            if isinstance(parameter, TypeVarTuple):
                new_args.extend(arg)
            else:
                new_args.append(arg)
        args = tuple(new_args)
    if sys.version_info < (3, 12):
        return _GenericAlias(cls, args, _paramspec_tvars=True)
    return _GenericAlias(cls, args)

def _generic_init_subclass(cls, *args, **kwargs):
    super(Generic, cls).__init_subclass__(*args, **kwargs)
    found = []
    if "__orig_bases__" in cls.__dict__:
        plain = Generic in cls.__orig_bases__
    else:
        plain = Generic in cls.__bases__ and cls.__name__ != "Protocol" and type(cls) != _TypedDictMeta
    if plain:
        raise TypeError("Cannot inherit from plain Generic")
    if "__orig_bases__" in cls.__dict__:
        found = _collect_type_parameters(cls.__orig_bases__)
        declared = None
        for base in cls.__orig_bases__:
            if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
                if declared is not None:
                    raise TypeError("Cannot inherit from Generic[...] multiple times.")
                declared = base.__parameters__
        if declared is not None:
            if not set(found) <= set(declared):
                missing = ", ".join([str(parameter) for parameter in found if parameter not in declared])
                raise TypeError(f"Some type variables ({missing}) are not listed in Generic[{', '.join(map(str, declared))}]")
            found = declared
    cls.__parameters__ = tuple(found)

if sys.version_info < (3, 12):
    # In Python until 3.11, and so without the way through the functions of C.
    Generic.__class_getitem__ = classmethod(_generic_class_getitem)
    Generic.__init_subclass__ = classmethod(_generic_init_subclass)

_ignored = {"__module__", "__qualname__", "__doc__", "__dict__", "__weakref__", "__slots__", "__parameters__", "__orig_bases__", "__annotations__",
            "__annotate__", "__annotate_func__", "__annotations_cache__", "__init__", "__abstractmethods__", "__subclasshook__", "__orig_class__",
            "__firstlineno__", "__static_attributes__", "__protocol_attrs__", "__type_params__", "__class_getitem__", "__match_args__", "__new__",
            "_is_protocol", "_is_runtime_protocol", "__non_callable_proto_members__"}

def _get_protocol_attrs(cls):
    attrs = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in {"Protocol", "Generic"}:
            continue
        annotations = getattr(base, "__annotations__", {})
        for attr in (*base.__dict__, *annotations):
            if not attr.startswith("_abc_") and attr not in _ignored:
                attrs.add(attr)
    return attrs

# A class that implements a protocol gets the first __init__ behind those of protocols when it is first called.
def _no_init_or_replace_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    if cls.__init__ is _no_init_or_replace_init:
        for base in cls.__mro__:
            own = base.__dict__.get("__init__", _no_init_or_replace_init)
            if own is not _no_init_or_replace_init:
                break
        cls.__init__ = own
        own(self, *args, **kwargs)

class _ProtocolMeta(type(collections.abc.Sized)):
    if sys.version_info >= (3, 12):
        def __new__(mcls, name, bases, namespace, /, **kwargs):
            if name == "Protocol" and bases == (Generic,):
                pass
            elif Protocol in bases:
                for base in bases:
                    if not (base in {object, Generic} or base.__module__ in ("collections.abc", "contextlib") or issubclass(base, Generic) and getattr(base, "_is_protocol", False)):
                        raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
            return super().__new__(mcls, name, bases, namespace, **kwargs)

        def __init__(cls, *args, **kwargs):
            super().__init__(*args, **kwargs)
            if getattr(cls, "_is_protocol", False):
                cls.__protocol_attrs__ = _get_protocol_attrs(cls)

    def __instancecheck__(cls, instance):
        if not cls.__dict__.get("_is_protocol"):
            return super().__instancecheck__(instance)
        if not cls.__dict__.get("_is_runtime_protocol"):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        return cls in type(instance).__mro__ or all([hasattr(instance, name) for name in _get_protocol_attrs(cls)])

    def __subclasscheck__(cls, other):
        if not cls.__dict__.get("_is_protocol"):
            return super().__subclasscheck__(other)
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if not cls.__dict__.get("_is_runtime_protocol"):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        return cls in other.__mro__ or all([hasattr(other, name) for name in _get_protocol_attrs(cls)])

@classmethod
def _proto_hook(cls, other):
    return NotImplemented

class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    if sys.version_info >= (3, 12):
        def __init_subclass__(cls, *args, **kwargs):
            super().__init_subclass__(*args, **kwargs)
            if not cls.__dict__.get("_is_protocol", False):
                cls._is_protocol = any(base is Protocol for base in cls.__bases__)
            if "__subclasshook__" not in cls.__dict__:
                cls.__subclasshook__ = _proto_hook
            if cls._is_protocol and cls.__init__ is Protocol.__init__:
                cls.__init__ = _no_init_or_replace_init
    else:
        def __init_subclass__(cls, *args, **kwargs):
            super().__init_subclass__(*args, **kwargs)
            if not cls.__dict__.get("_is_protocol", False):
                cls._is_protocol = any(base is Protocol for base in cls.__bases__)

            def _proto_hook(other):
                return cls and NotImplemented

            if "__subclasshook__" not in cls.__dict__:
                cls.__subclasshook__ = _proto_hook
            if not cls._is_protocol:
                return
            for base in cls.__bases__:
                if not (base in (object, Generic) or base.__module__ in ("collections.abc", "contextlib") or issubclass(base, Generic) and base._is_protocol):
                    raise TypeError("Protocols can only inherit from other protocols, got %r" % base)
            if cls.__init__ is Protocol.__init__:
                cls.__init__ = _no_init_or_replace_init

def runtime_checkable(cls):
    if not getattr(cls, "_is_protocol", False):
        raise TypeError("@runtime_checkable can be only applied to protocol classes, got %r" % cls)
    cls._is_runtime_protocol = True
    if sys.version_info >= (3, 12):
        cls.__non_callable_proto_members__ = set()
        for attr in cls.__protocol_attrs__:
            if not callable(getattr(cls, attr, None)):
                cls.__non_callable_proto_members__.add(attr)
    return cls

for _name, _method in (("SupportsInt", "__int__"), ("SupportsFloat", "__float__"), ("SupportsComplex", "__complex__"), ("SupportsBytes", "__bytes__"),
                       ("SupportsIndex", "__index__"), ("SupportsAbs", "__abs__"), ("SupportsRound", "__round__")):
    globals()[_name] = runtime_checkable(_ProtocolMeta(_name, (Protocol,), {"__module__": "typing", "__slots__": (), _method: lambda self: None}))
del _name, _method
`;
