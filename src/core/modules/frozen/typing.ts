/// `typing`: names that may be written in annotations; they check nothing.
export const typingSource = `
import collections.abc

class _Form:
    def __init__(self, name, args=()):
        self._name = name
        self.__args__ = args

    def __getitem__(self, args):
        return _Form(self._name, args if isinstance(args, tuple) else (args,))

    def __call__(self, *args, **kwargs):
        raise TypeError("Type " + repr(self) + " cannot be instantiated")

    def __or__(self, other):
        return _Form("Union", (self, other))

    def __ror__(self, other):
        return _Form("Union", (other, self))

    def __eq__(self, other):
        return isinstance(other, _Form) and (self._name, self.__args__) == (other._name, other.__args__)

    def __hash__(self):
        return hash((self._name, self.__args__))

    def __mro_entries__(self, bases):
        return (_Generic,)

    def __repr__(self):
        if not self.__args__:
            return "typing." + self._name
        return "typing." + self._name + "[" + ", ".join([_text(arg) for arg in self.__args__]) + "]"

def _text(arg):
    if arg is ...:
        return "..."
    if isinstance(arg, list):
        return "[" + ", ".join(map(_text, arg)) + "]"
    if isinstance(arg, type):
        return arg.__qualname__ if arg.__module__ == "builtins" else arg.__module__ + "." + arg.__qualname__
    return repr(arg)

class _Generic:
    __slots__ = ()

    def __class_getitem__(cls, args):
        return cls

class Generic(_Generic):
    __slots__ = ()

class Protocol(_Generic):
    __slots__ = ()

for _name in ("Any", "Union", "Optional", "List", "Dict", "Set", "FrozenSet", "Tuple", "Type", "Callable", "Iterable", "Iterator",
              "Generator", "Sequence", "MutableSequence", "Mapping", "MutableMapping", "Hashable", "Sized", "Collection", "Container",
              "Deque", "DefaultDict", "OrderedDict", "Counter", "ChainMap", "Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator",
              "ClassVar", "Final", "Literal", "Annotated", "Self", "Never", "NoReturn", "LiteralString", "TypeAlias", "Concatenate",
              "Unpack", "Required", "NotRequired", "ReadOnly", "TypeGuard", "TypeIs", "AnyStr", "SupportsInt", "SupportsFloat",
              "SupportsIndex", "SupportsAbs", "Text", "IO", "TextIO", "BinaryIO", "Pattern", "Match", "ContextManager"):
    globals()[_name] = _Form(_name)
del _name

TYPE_CHECKING = False

class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False, default=None):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound

    def __or__(self, other):
        return _Form("Union", (self, other))

    __ror__ = __or__

    def __repr__(self):
        return "~" + self.__name__

ParamSpec = TypeVarTuple = TypeVar

def cast(typ, val):
    return val

def assert_type(val, typ, /):
    return val

def reveal_type(obj, /):
    return obj

def assert_never(arg, /):
    raise AssertionError("Expected code to be unreachable, but got: " + repr(arg))

def no_type_check(arg):
    return arg

def final(f):
    return f

def override(method, /):
    return method

def overload(func):
    return func

def runtime_checkable(cls):
    return cls

def NewType(name, tp):
    def new_type(value):
        return value
    new_type.__name__ = new_type.__qualname__ = name
    new_type.__supertype__ = tp
    return new_type

def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    return dict(getattr(obj, "__annotations__", {}))

def get_origin(tp):
    return getattr(tp, "__origin__", None)

def get_args(tp):
    return getattr(tp, "__args__", ())

class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, namespace):
        if bases == (tuple,):
            return type.__new__(cls, typename, bases, namespace)
        from collections import namedtuple
        annotations = namespace.get("__annotations__")
        if annotations is None:
            annotate = namespace.get("__annotate_func__") or namespace.get("__annotate__")
            annotations = annotate(1) if annotate else {}
        fields = list(annotations)
        defaults = [namespace[name] for name in fields if name in namespace]
        made = namedtuple(typename, fields, defaults=defaults, module=namespace["__module__"])
        for name, value in namespace.items():
            if name not in fields and name not in ("__module__", "__qualname__", "__annotations__", "__annotate__", "__annotate_func__", "__orig_bases__"):
                setattr(made, name, value)
        return made

class NamedTuple(tuple, metaclass=_NamedTupleMeta):
    pass

class _TypedDictMeta(type):
    def __new__(cls, name, bases, namespace, total=True):
        return type.__new__(cls, name, (dict,), namespace)

class TypedDict(dict, metaclass=_TypedDictMeta):
    pass
`;
