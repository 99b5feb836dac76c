/// `typing`, its fifth part: NamedTuple and TypedDict (CPython Lib/typing.py).
export const typingRecords = `
def _caller(depth=1):
    if sys.version_info >= (3, 12):
        return _typing.module_at(depth + 1)
    return sys._getframe(depth + 1).f_globals.get("__name__", "__main__")

if sys.version_info >= (3, 14):
    def _make_nmtuple(name, fields, annotate, module, defaults=()):
        made = collections.namedtuple(name, fields, defaults=defaults, module=module)
        made.__annotate__ = made.__new__.__annotate__ = annotate
        return made

    def _make_eager_annotate(types):
        checked = {name: _type_check(value, f"field {name} annotation must be a type") for name, value in types.items()}

        def annotate(format):
            if format == _lazy_annotationlib.Format.STRING:
                return _lazy_annotationlib.annotations_to_strings(types)
            return checked
        return annotate
else:
    def _make_nmtuple(name, types, module, defaults=()):
        fields = [n for n, _ in types]
        types = {n: _type_check(t, f"field {n} annotation must be a type") for n, t in types}
        made = collections.namedtuple(name, fields, defaults=defaults, module=module)
        made.__annotations__ = made.__new__.__annotations__ = types
        return made

_prohibited = frozenset({"__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_make", "_replace", "_asdict", "_source"})
_special = frozenset({"__module__", "__name__", "__annotations__", "__annotate__", "__annotate_func__", "__annotations_cache__"})

class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        bases = tuple(tuple if base is _NamedTuple else base for base in bases)
        if sys.version_info < (3, 14):
            names = types = ns.get("__annotations__", {})
        elif "__annotations__" in ns:
            names = list(ns["__annotations__"])
            annotate = _make_eager_annotate(ns["__annotations__"])
        elif (original := _lazy_annotationlib.get_annotate_from_class_namespace(ns)) is not None:
            types = _lazy_annotationlib.call_annotate_function(original, _lazy_annotationlib.Format.FORWARDREF)
            names = list(types)
            for value in types.values():
                _type_check(value, "field annotation must be a type")

            def annotate(format):
                found = _lazy_annotationlib.call_annotate_function(original, format)
                if format != _lazy_annotationlib.Format.STRING:
                    return {name: _type_check(value, f"field {name} annotation must be a type") for name, value in found.items()}
                return found
        else:
            names = []
            annotate = lambda format: {}
        with_default = []
        for name in names:
            if name in ns:
                with_default.append(name)
            elif with_default:
                raise TypeError(f"Non-default namedtuple field {name} cannot follow default field{'s' if len(with_default) > 1 else ''} {', '.join(with_default)}")
        if sys.version_info >= (3, 14):
            made = _make_nmtuple(typename, names, annotate, defaults=[ns[n] for n in with_default], module=ns["__module__"])
        else:
            made = _make_nmtuple(typename, types.items(), defaults=[ns[n] for n in with_default], module=ns["__module__"])
        made.__bases__ = bases
        if Generic in bases:
            made.__class_getitem__ = classmethod(_generic_class_getitem)
        for key, value in ns.items():
            if key in _prohibited:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in _special:
                if key not in made._fields:
                    setattr(made, key, value)
                if sys.version_info >= (3, 13) and hasattr(type(value), "__set_name__"):
                    type(value).__set_name__(value, made, key)
        if Generic in bases:
            made.__init_subclass__()
        return made

def NamedTuple(typename, fields=(), /, **kwargs):
    "class C(NamedTuple), or C = NamedTuple('C', [(name, type), ...])"
    fields = fields or kwargs.items()
    if sys.version_info >= (3, 14):
        types = {name: _type_check(value, f"field {name} annotation must be a type") for name, value in fields}
        made = _make_nmtuple(typename, [name for name, _ in fields], _make_eager_annotate(types), module=_caller())
    else:
        made = _make_nmtuple(typename, fields, module=_caller())
    made.__orig_bases__ = (NamedTuple,)
    return made

_NamedTuple = type.__new__(NamedTupleMeta, "NamedTuple", (), {})

def _namedtuple_mro_entries(bases):
    return (_NamedTuple,)

NamedTuple.__mro_entries__ = _namedtuple_mro_entries

def _get_typeddict_qualifiers(annotation):
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = annotation.__origin__
        elif origin is Required or origin is NotRequired or sys.version_info >= (3, 13) and origin is ReadOnly:
            yield origin
            (annotation,) = get_args(annotation)
        else:
            break

class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        if any(issubclass(base, Generic) for base in bases):
            generic_base = (Generic,)
        else:
            generic_base = ()
        given = ns.pop("__annotations__", None) if sys.version_info >= (3, 14) else None
        made = type.__new__(_TypedDictMeta, name, (*generic_base, dict), ns)
        if sys.version_info >= (3, 12) and not hasattr(made, "__orig_bases__"):
            made.__orig_bases__ = bases
        msg = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own_annotate = None
        if sys.version_info < (3, 14):
            annotations = {}
            own = ns.get("__annotations__", {})
            own = {n: _type_check(tp, msg, module=made.__module__) for n, tp in own.items()}
        else:
            if given is not None:
                own = given
            elif (own_annotate := _lazy_annotationlib.get_annotate_from_class_namespace(ns)) is not None:
                own = _lazy_annotationlib.call_annotate_function(own_annotate, _lazy_annotationlib.Format.FORWARDREF, owner=made)
            else:
                own = {}
            own = {n: _type_check(tp, msg, owner=made, module=made.__module__) for n, tp in own.items()}
        required, optional = set(), set()
        if sys.version_info >= (3, 13):
            readonly, mutable = set(), set()
        for base in bases:
            if sys.version_info < (3, 14):
                annotations.update(base.__dict__.get("__annotations__", {}))
            from_base = base.__dict__.get("__required_keys__", set())
            required |= from_base
            optional -= from_base
            from_base = base.__dict__.get("__optional_keys__", set())
            required -= from_base
            optional |= from_base
            if sys.version_info >= (3, 13):
                readonly.update(base.__dict__.get("__readonly_keys__", ()))
                mutable.update(base.__dict__.get("__mutable_keys__", ()))
        if sys.version_info < (3, 14):
            annotations.update(own)
        for key, annotation in own.items():
            qualifiers = set(_get_typeddict_qualifiers(annotation))
            if Required in qualifiers or NotRequired not in qualifiers and total:
                required.add(key)
                optional.discard(key)
            else:
                optional.add(key)
                required.discard(key)
            if sys.version_info >= (3, 13):
                if ReadOnly in qualifiers:
                    if key in mutable:
                        raise TypeError(f"Cannot override mutable key {key!r} with read-only key")
                    readonly.add(key)
                else:
                    mutable.add(key)
                    readonly.discard(key)
        if sys.version_info < (3, 14):
            made.__annotations__ = annotations
        else:
            def __annotate__(format):
                found = {}
                for base in bases:
                    if base is not Generic and base.__annotate__ is not None:
                        found.update(_lazy_annotationlib.call_annotate_function(base.__annotate__, format, owner=base))
                if format == _lazy_annotationlib.Format.STRING:
                    found.update(_lazy_annotationlib.annotations_to_strings(own) if own_annotate is None else _lazy_annotationlib.call_annotate_function(own_annotate, format, owner=made))
                else:
                    found.update(own)
                return found
            made.__annotate__ = __annotate__
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        if sys.version_info >= (3, 13):
            made.__readonly_keys__ = frozenset(readonly)
            made.__mutable_keys__ = frozenset(mutable)
        if sys.version_info >= (3, 12) or not hasattr(made, "__total__"):
            made.__total__ = total
        return made

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__

def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    made = _TypedDictMeta(typename, (), {"__annotations__": dict(fields or kwargs), "__module__": _caller()}, total=total)
    if sys.version_info >= (3, 12):
        made.__orig_bases__ = (TypedDict,)
    return made

_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)

def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)

def is_protocol(tp, /):
    return isinstance(tp, _ProtocolMeta) and bool(tp.__dict__.get("_is_protocol"))

__all__ = [name for name, value in globals().items() if name[0] != "_" and type(value) is not type(sys)]
if sys.version_info >= (3, 14):
    __all__.append("ForwardRef")
`;
