/// `dataclasses`: fields(), and what copies an instance: to a dict, a tuple or another instance.

/// The end of `inner`: a copy of a container with inner() of what it holds, a deep copy of anything else. The generators close over
/// the factory alone, as CPython's.
const copyOfContainer = (inner: string, factory: string): string => `    kind = type(obj)
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return kind(*[${inner}(v, ${factory}) for v in obj])
    if isinstance(obj, (list, tuple)):
        return kind(${inner}(v, ${factory}) for v in obj)
    if isinstance(obj, dict):
        if _TOGETHER and hasattr(kind, "default_factory"):
            result = kind(obj.default_factory)
            for k, v in obj.items():
                result[${inner}(k, ${factory})] = ${inner}(v, ${factory})
            return result
        return kind((${inner}(k, ${factory}), ${inner}(v, ${factory})) for k, v in obj.items())
    import copy
    return copy.deepcopy(obj)
`;

/// A copy of the dataclass instance in the variable `instance` with `changes`.
const copyWithChanges = (instance: string): string => `    for f in ${instance}.__dataclass_fields__.values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise (TypeError if _TOGETHER else ValueError)(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
        elif f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise (TypeError if _TOGETHER else ValueError)(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(${instance}, f.name)
    return ${instance}.__class__(**changes)
`;

export const dataclassCopiesSource = `def fields(class_or_instance):
    try:
        fields = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in fields.values() if f._field_type is _FIELD)

def _is_dataclass_instance(obj):
    return hasattr(type(obj), "__dataclass_fields__")

def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), "__dataclass_fields__")

_ATOMIC_TYPES = frozenset({type(None), bool, int, float, str, complex, bytes, type(...), type(NotImplemented), types.CodeType,
                           types.BuiltinFunctionType, types.FunctionType, type, range, property})

def asdict(obj, *, dict_factory=dict):
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _asdict_inner(obj, dict_factory)

def _asdict_inner(obj, dict_factory):
    if _TOGETHER and type(obj) in _ATOMIC_TYPES:
        return obj
    if _is_dataclass_instance(obj):
        if _TOGETHER and dict_factory is dict:
            return {f.name: _asdict_inner(getattr(obj, f.name), dict) for f in fields(obj)}
        if _TOGETHER:
            return dict_factory([(f.name, _asdict_inner(getattr(obj, f.name), dict_factory)) for f in fields(obj)])
        result = []
        for f in fields(obj):
            value = _asdict_inner(getattr(obj, f.name), dict_factory)
            result.append((f.name, value))
        return dict_factory(result)
    if _TOGETHER:
        kind = type(obj)
        if kind is list:
            return [_asdict_inner(v, dict_factory) for v in obj]
        if kind is dict:
            return {_asdict_inner(k, dict_factory): _asdict_inner(v, dict_factory) for k, v in obj.items()}
        if kind is tuple:
            return tuple([_asdict_inner(v, dict_factory) for v in obj])
${copyOfContainer('_asdict_inner', 'dict_factory')}
def astuple(obj, *, tuple_factory=tuple):
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _astuple_inner(obj, tuple_factory)

def _astuple_inner(obj, tuple_factory):
    if _TOGETHER and type(obj) in _ATOMIC_TYPES:
        return obj
    if _is_dataclass_instance(obj):
        if _TOGETHER:
            return tuple_factory([_astuple_inner(getattr(obj, f.name), tuple_factory) for f in fields(obj)])
        result = []
        for f in fields(obj):
            value = _astuple_inner(getattr(obj, f.name), tuple_factory)
            result.append(value)
        return tuple_factory(result)
${copyOfContainer('_astuple_inner', 'tuple_factory')}

def replace(obj, /, **changes):
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    if _TOGETHER:
        return _replace(obj, **changes)
${copyWithChanges('obj')}
def _replace(self, /, **changes):
${copyWithChanges('self')}
`;
