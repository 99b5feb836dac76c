/// `typing`: names that may be written in annotations; they check nothing.
export const typingSource = `
import collections
import collections.abc
import sys
from _typing import (Generic, GenericAlias, NoDefault, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar, TypeVarTuple,
                     Unpacked, _Operand, _union, fill, parameters_of, text)

if sys.version_info >= (3, 14):
    from annotationlib import ForwardRef
else:
    class ForwardRef:
        def __init__(self, arg):
            self.__forward_arg__ = arg

        def __repr__(self):
            return "ForwardRef(" + repr(self.__forward_arg__) + ")"

        def __eq__(self, other):
            return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

        def __hash__(self):
            return hash(self.__forward_arg__)

if sys.version_info < (3, 13):
    del NoDefault
if sys.version_info < (3, 12):
    del TypeAliasType

def _argument(arg):
    return ForwardRef(arg) if isinstance(arg, str) else type(None) if arg is None else arg

_made = {}

def _cached(label, args, make):
    try:
        known = _made.get((label, args))
    except TypeError:
        return make(args)
    if known is None:
        known = _made[label, args] = make(args)
    return known

# Parameters of aliases that have not just one; 0: any number.
_ARITY = {"Dict": 2, "DefaultDict": 2, "OrderedDict": 2, "ChainMap": 2, "Mapping": 2, "MutableMapping": 2, "ItemsView": 2, "Coroutine": 3, "Generator": 0, "Tuple": 0}

class _Alias(GenericAlias):
    "List[int], Callable[[int], str] and the like; with no arguments, List itself."

    def __init__(self, name, origin, args=None):
        super().__init__(origin, args or (), "typing." + name)
        self._bare = args is None
        self._label = name

    def __getitem__(self, args):
        if not self._bare:
            return super().__getitem__(args)
        return _cached(self._label, args, self._of)

    def _of(self, args):
        args = args if isinstance(args, tuple) else (args,)
        if self._label == "Callable":
            if len(args) != 2 or not (isinstance(args[0], (list, ParamSpec)) or args[0] is ...):
                raise TypeError("Callable must be used as Callable[[arg, ...], result].")
            args = (*map(_argument, args[0]), _argument(args[1])) if isinstance(args[0], list) else (args[0], _argument(args[1]))
        else:
            wanted = _ARITY.get(self._label, 1)
            if wanted and len(args) != wanted:
                raise TypeError("Too %s arguments for %r; actual %d, expected %d" % ("many" if len(args) > wanted else "few", self, len(args), wanted))
            args = tuple(map(_argument, args))
        return _Alias(self._label, self.__origin__, args)

    def __call__(self, *args, **kwargs):
        if not isinstance(self.__origin__, type):
            raise TypeError("Type " + self._name + " cannot be instantiated; use a class instead")
        if self.__origin__.__module__ == "builtins":
            raise TypeError("Type " + self._label + " cannot be instantiated; use " + self.__origin__.__name__ + "() instead")
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except AttributeError:
            pass
        return made

    def __mro_entries__(self, bases):
        return (self.__origin__, Generic) if Generic not in bases and not any([isinstance(b, GenericAlias) and b.__origin__ is Generic for b in bases]) else (self.__origin__,)

    def __instancecheck__(self, instance):
        return isinstance(instance, self.__origin__) if self._bare else super().__instancecheck__(instance)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__) if self._bare else super().__subclasscheck__(cls)

    def __repr__(self):
        if self._bare:
            return self._name
        if self._label == "Callable" and self.__args__[0] is not ... and not isinstance(self.__args__[0], ParamSpec):
            return self._name + "[[" + ", ".join(map(text, self.__args__[:-1])) + "], " + text(self.__args__[-1]) + "]"
        return super().__repr__()

for _name, _origin in (("List", list), ("Dict", dict), ("Set", set), ("FrozenSet", frozenset), ("Tuple", tuple), ("Type", type),
                       ("Deque", collections.deque), ("DefaultDict", collections.defaultdict), ("OrderedDict", collections.OrderedDict),
                       ("Counter", collections.Counter), ("ChainMap", collections.ChainMap)):
    globals()[_name] = _Alias(_name, _origin)
for _name in ("Callable", "Iterable", "Iterator", "Generator", "Sequence", "MutableSequence", "Mapping", "MutableMapping", "MutableSet", "Hashable",
              "Sized", "Collection", "Container", "Reversible", "KeysView", "ItemsView", "ValuesView", "Awaitable", "Coroutine", "AsyncIterable",
              "AsyncIterator"):
    globals()[_name] = _Alias(_name, getattr(collections.abc, _name))
AbstractSet = _Alias("AbstractSet", collections.abc.Set)

def _without_repeats(args):
    try:
        return tuple(dict.fromkeys(args))
    except TypeError:
        return args

class _Form(_Operand):
    "Optional, ClassVar, Literal and the like."

    def __init__(self, name, args=None):
        self._name = name
        self.__args__ = args or ()
        self._bare = args is None
        self.__parameters__ = () if args is None or name == "Literal" else parameters_of(args)

    @property
    def __origin__(self):
        if self._bare:
            raise AttributeError("'_SpecialForm' object has no attribute '__origin__'")
        return globals()[self._name] if self._name != "Annotated" else self.__args__[0]

    def __getitem__(self, args):
        if not self._bare:
            if not self.__parameters__:
                raise TypeError(repr(self) + " is not a generic class")
            values = fill(self.__parameters__, args if isinstance(args, tuple) else (args,), self)
            return _Form(self._name, tuple([values.get(arg, arg) for arg in self.__args__]))
        if self._name in ("Any", "NoReturn", "Never", "Self", "LiteralString", "TypeAlias"):
            raise TypeError(repr(self) + " is not subscriptable")
        return _cached(self._name, args, self._of)

    def _of(self, args):
        args = args if isinstance(args, tuple) else (args,)
        if self._name == "Optional":
            if len(args) != 1:
                raise TypeError("typing.Optional requires a single type. Got %r." % (args,))
            return Union[args[0], None]
        if self._name == "Literal":
            return _Form("Literal", _without_repeats(args))
        if self._name == "Annotated":
            if len(args) < 2:
                raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
            made = _Form("Annotated", args)
            made.__metadata__ = args[1:]
            return made
        if self._name in ("ClassVar", "Final") and len(args) != 1:
            raise TypeError(repr(self) + " accepts only single type.")
        return _Form(self._name, tuple(map(_argument, args)))

    def __call__(self, *args, **kwargs):
        if self._name == "Any":
            raise TypeError("Any cannot be instantiated")
        raise TypeError("Cannot instantiate " + repr(self))

    def __instancecheck__(self, instance):
        if self._name == "Any":
            raise TypeError("typing.Any cannot be used with isinstance()")
        raise TypeError(repr(self) + " cannot be used with isinstance()")

    def __mro_entries__(self, bases):
        if self._name == "Any":
            return (_AnyBase,)
        raise TypeError("Cannot subclass " + repr(self))

    def __eq__(self, other):
        if not isinstance(other, _Form):
            return NotImplemented
        return (self._name, self.__args__) == (other._name, other.__args__)

    def __hash__(self):
        return hash((self._name, self.__args__))

    def __repr__(self):
        if self._bare:
            return "typing." + self._name
        args = map(repr, self.__args__) if self._name == "Literal" else [text(self.__args__[0]), *map(repr, self.__args__[1:])] if self._name == "Annotated" else map(text, self.__args__)
        return "typing." + self._name + "[" + ", ".join(args) + "]"

class _AnyBase:
    pass
_AnyBase.__name__ = _AnyBase.__qualname__ = "Any"

for _name in ("Any", "Optional", "ClassVar", "Final", "Literal", "Annotated", "Self", "Never", "NoReturn", "LiteralString", "TypeAlias",
              "Concatenate", "Required", "NotRequired", "ReadOnly", "TypeGuard", "TypeIs"):
    globals()[_name] = _Form(_name)
del _name, _origin

def _flat(args):
    parts = []
    for arg in args:
        for part in getattr(arg, "__args__", ()) if type(arg) in (_UnionAlias, type(int | str)) else (_argument(arg),):
            if part not in parts:
                parts.append(part)
    return parts

class _UnionAlias(_Operand):
    def __init__(self, args):
        self.__args__ = args
        self.__parameters__ = parameters_of(args)

    @property
    def __origin__(self):
        return Union

    def __getitem__(self, args):
        values = fill(self.__parameters__, args if isinstance(args, tuple) else (args,), self)
        return Union[tuple([values.get(arg, arg) for arg in self.__args__])]

    def __eq__(self, other):
        return isinstance(other, (_UnionAlias, type(int | str))) and set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __instancecheck__(self, instance):
        return isinstance(instance, self.__args__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__args__)

    def __call__(self, *args):
        raise TypeError("Cannot instantiate typing.Union")

    def __repr__(self):
        rest = [arg for arg in self.__args__ if arg is not type(None)]
        if len(rest) == 1:
            return "typing.Optional[" + text(rest[0]) + "]"
        return "typing.Union[" + ", ".join([text(arg) if arg is not type(None) else "NoneType" for arg in self.__args__]) + "]"

class _UnionForm(_Form):
    def __getitem__(self, args):
        if args == ():
            raise TypeError("Cannot take a Union of no types.")
        parts = _flat(args if isinstance(args, tuple) else (args,))
        if len(parts) == 1:
            return parts[0]
        if sys.version_info >= (3, 14):
            made = parts[0]
            for part in parts[1:]:
                made = _union(made, part)
            if made is not NotImplemented:
                return made
        return _UnionAlias(tuple(parts))

    def __repr__(self):
        return "<class 'typing.Union'>" if sys.version_info >= (3, 14) else "typing.Union"

Union = _UnionForm("Union")

class _UnpackForm(_Form):
    def __getitem__(self, arg):
        return Unpacked(arg)

Unpack = _UnpackForm("Unpack")
AnyStr = TypeVar("AnyStr", bytes, str)
AnyStr.__module__ = "typing"
Text = str
ContextManager = _Form("ContextManager")
IO, TextIO, BinaryIO, Pattern, Match = [_Form(name) for name in ("IO", "TextIO", "BinaryIO", "Pattern", "Match")]
TYPE_CHECKING = False

class _ProtocolMeta(type(collections.abc.Sized)):
    def __call__(cls, *args, **kwargs):
        if cls.__dict__.get("_is_protocol"):
            raise TypeError("Protocols cannot be instantiated")
        return super().__call__(*args, **kwargs)

    def __instancecheck__(cls, instance):
        if not cls.__dict__.get("_is_protocol"):
            return super().__instancecheck__(instance)
        if not cls.__dict__.get("_is_runtime_protocol"):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        return cls in type(instance).__mro__ or all([hasattr(instance, name) for name in _members(cls)])

    def __subclasscheck__(cls, other):
        if not cls.__dict__.get("_is_protocol"):
            return super().__subclasscheck__(other)
        if not cls.__dict__.get("_is_runtime_protocol"):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        return cls in other.__mro__ or all([hasattr(other, name) for name in _members(cls)])

_ignored = {"__module__", "__qualname__", "__doc__", "__dict__", "__weakref__", "__slots__", "__parameters__", "__orig_bases__", "__annotations__",
            "__annotate__", "__annotate_func__", "__annotations_cache__", "__init__", "__abstractmethods__", "_abc_impl", "__subclasshook__",
            "__firstlineno__", "__static_attributes__", "__protocol_attrs__", "__type_params__", "__class_getitem__", "__match_args__", "__hash__"}

def _members(cls):
    found = []
    for base in cls.__mro__[:-1]:
        if base.__dict__.get("_is_protocol") and base.__name__ != "Protocol":
            for name in [*base.__dict__, *base.__annotations__]:
                if name not in _ignored and not name.startswith("_is_") and name not in found:
                    found.append(name)
    return found

class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls._is_protocol = any([base.__name__ == "Protocol" and base.__module__ == "typing" for base in cls.__bases__])

def runtime_checkable(cls):
    if not cls.__dict__.get("_is_protocol"):
        raise TypeError("@runtime_checkable can be only applied to protocol classes, got " + repr(cls))
    cls._is_runtime_protocol = True
    return cls

for _name, _method in (("SupportsInt", "__int__"), ("SupportsFloat", "__float__"), ("SupportsComplex", "__complex__"), ("SupportsBytes", "__bytes__"),
                       ("SupportsIndex", "__index__"), ("SupportsAbs", "__abs__"), ("SupportsRound", "__round__")):
    globals()[_name] = runtime_checkable(_ProtocolMeta(_name, (Protocol,), {"__module__": "typing", "__slots__": (), _method: lambda self: None}))
del _name, _method

def cast(typ, val):
    return val

def assert_type(val, typ, /):
    return val

def reveal_type(obj, /):
    print("Runtime type is " + repr(type(obj).__name__), file=sys.stderr)
    return obj

def assert_never(arg, /):
    raise AssertionError("Expected code to be unreachable, but got: " + repr(arg))

def no_type_check(arg):
    arg.__no_type_check__ = True
    return arg

def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f

def override(method, /):
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method

_overloads = collections.defaultdict(list)

def _overload_dummy(*args, **kwds):
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions outside a stub module should always be followed by an implementation that is not @overload-ed.")

def overload(func):
    _overloads[func.__module__, func.__qualname__].append(func)
    return _overload_dummy

def get_overloads(func):
    return list(_overloads.get((func.__module__, func.__qualname__), ()))

class NewType(_Operand):
    def __init__(self, name, tp):
        self.__qualname__ = self.__name__ = name
        self.__supertype__ = tp
        self.__module__ = sys._getframe(1).f_globals.get("__name__")

    def __call__(self, value, /):
        return value

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass an instance of NewType. Perhaps you were looking for: \`" + self.__name__ + " = NewType(" + repr(self.__name__) + ", " + repr(self.__name__) + ")\`")

    def __repr__(self):
        return self.__module__ + "." + self.__qualname__

def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if isinstance(obj, type):
        hints = {}
        for base in reversed(obj.__mro__):
            names = globalns if globalns is not None else vars(sys.modules.get(base.__module__, sys))
            for name, value in getattr(base, "__annotations__", {}).items():
                hints[name] = _evaluate(value, names, {**vars(base), **(localns or {})})
        return hints
    names = globalns if globalns is not None else getattr(obj, "__globals__", None) or getattr(obj, "__dict__", {})
    return {name: _evaluate(value, names, localns) for name, value in (getattr(obj, "__annotations__", None) or {}).items()}

def _evaluate(value, globalns, localns):
    if value is None:
        return type(None)
    if isinstance(value, ForwardRef):
        value = value.__forward_arg__
    if isinstance(value, str):
        return _evaluate(eval(value, globalns, localns), globalns, localns)
    if isinstance(value, type(list[int])) and any([isinstance(arg, str) for arg in value.__args__]):
        return type(value)(value.__origin__, tuple([_evaluate(arg, globalns, localns) for arg in value.__args__]))
    return value

def get_origin(tp):
    if isinstance(tp, _Form) and tp._name == "Annotated" and not tp._bare:
        return Annotated
    if isinstance(tp, type(int | str)):
        return type(int | str)
    return getattr(tp, "__origin__", None)

def get_args(tp):
    args = getattr(tp, "__args__", ())
    if isinstance(tp, _Alias) and tp._label == "Callable" and args and args[0] is not ... and not isinstance(args[0], ParamSpec):
        return (list(args[:-1]), args[-1])
    return args

def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)

def is_protocol(tp, /):
    return isinstance(tp, _ProtocolMeta) and bool(tp.__dict__.get("_is_protocol"))

def _annotations(namespace):
    annotations = namespace.get("__annotations__")
    if annotations is None:
        annotate = namespace.get("__annotate_func__") or namespace.get("__annotate__")
        annotations = annotate(1) if annotate else {}
    return annotations

_kept_out = ("__module__", "__qualname__", "__annotations__", "__annotate__", "__annotate_func__", "__orig_bases__", "__firstlineno__", "__static_attributes__")

class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, namespace):
        if bases == (tuple,):
            return type.__new__(cls, typename, bases, namespace)
        annotations = _annotations(namespace)
        fields = list(annotations)
        seen = None
        for name in fields:
            if name in namespace:
                seen = name
            elif seen is not None:
                raise TypeError("Non-default namedtuple field " + name + " cannot follow default field " + seen)
        defaults = [namespace[name] for name in fields if name in namespace]
        made = collections.namedtuple(typename, fields, defaults=defaults, module=namespace["__module__"])
        made.__annotations__ = annotations
        if sys.version_info >= (3, 12):
            made.__orig_bases__ = (NamedTuple,)
        for name, value in namespace.items():
            if name not in fields and name not in _kept_out:
                setattr(made, name, value)
        return made

class _NamedTuple(tuple, metaclass=_NamedTupleMeta):
    pass

def NamedTuple(typename, fields=()):
    "class C(NamedTuple), or C = NamedTuple('C', [(name, type), ...])"
    made = collections.namedtuple(typename, [name for name, _ in fields], module=sys._getframe(1).f_globals.get("__name__"))
    made.__annotations__ = dict(fields)
    return made

NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)

class _TypedDictMeta(type):
    def __new__(cls, name, bases, namespace, total=True):
        made = type.__new__(cls, name, (dict,), namespace)
        own = _annotations(namespace)
        required = {key for key, value in own.items() if (total or getattr(value, "_name", "") == "Required") and getattr(value, "_name", "") != "NotRequired"}
        known = {}
        for base in bases:
            known.update(getattr(base, "__annotations__", {}))
            required |= set(getattr(base, "__required_keys__", ()))
        made.__annotations__ = {**known, **own}
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(made.__annotations__) - made.__required_keys__
        made.__total__ = total
        return made

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__

def TypedDict(typename, fields=None, /, *, total=True):
    return _TypedDictMeta(typename, (), {"__annotations__": dict(fields or {}), "__module__": sys._getframe(1).f_globals.get("__name__")}, total=total)

TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)
_TypedDict = _TypedDictMeta("TypedDict", (), {"__module__": "typing"})

__all__ = [name for name, value in globals().items() if name[0] != "_" and type(value) is not type(sys)]
`;
