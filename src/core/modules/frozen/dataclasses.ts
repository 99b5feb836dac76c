/// `dataclasses`.
import { dataclassFieldsSource } from './dataclassfields';

export const dataclassesSource = `${dataclassFieldsSource}
def _own_annotations(cls):
    # Up to 3.13 a class without annotations of its own shows its base's or makes a dict.
    if _LAZY:
        import annotationlib
        return annotationlib.get_annotations(cls, format=annotationlib.Format.FORWARDREF)
    annotations = cls.__dict__.get("__annotations__", {})
    return _copied_annotations(cls, annotations) if _TOGETHER else annotations

def _copied_annotations(cls, annotations):
    # inspect.get_annotations() copies the class's names, too, for annotations that it would evaluate.
    names = dict(vars(cls))
    return dict(annotations)

def _formatted(annotation):
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        return annotation.__qualname__ if annotation.__module__ == "builtins" else annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation).replace("typing.", "")

# Which classes inspect.getattr_static() has looked at for a signature: references to the classes of their mro.
_asked = {}

def _ask(*references):
    _asked[references] = True

def _signature(cls):
    "The parameters of a call of the class, as inspect.signature() writes them."
    init = cls.__init__
    if not isinstance(init, types.FunctionType):
        return "()"
    if _TOGETHER:
        _ask(*[ref(entry) for entry in type.__mro__])
    code, annotations, keyword = init.__code__, dict(init.__annotations__), init.__kwdefaults__ or {}
    count, names = code.co_argcount, code.co_varnames
    defaults = {name: value for name, value in zip(names[count - len(init.__defaults__ or ()):count], init.__defaults__ or ())}
    def one(name, defaults, stars=""):
        text = stars + name + (": " + _formatted(annotations[name]) if name in annotations else "")
        return text + (((" = " if name in annotations else "=") + repr(defaults[name])) if name in defaults else "")
    shown = [one(name, defaults) for name in names[1:count]]
    only = [one(name, keyword) for name in names[count:count + code.co_kwonlyargcount]]
    rest = count + code.co_kwonlyargcount
    if code.co_flags & 4:
        shown.append(one(names[rest], {}, "*"))
        rest += 1
    elif only:
        shown.append("*")
    shown += only
    if code.co_flags & 8:
        shown.append(one(names[rest], {}, "**"))
    return "(" + ", ".join(shown) + ")"

def _set_new_attribute(cls, name, value):
    if name in cls.__dict__:
        return True
    if isinstance(value, types.FunctionType) and value is not _replace:
        value.__qualname__ = f"{cls.__qualname__}.{value.__name__}"
    setattr(cls, name, value)
    return False

def _collect(cls, frozen, kw_only):
    fields = {}
    frozen_bases = []
    for base in cls.__mro__[-1:0:-1]:
        base_fields = getattr(base, "__dataclass_fields__", None)
        if base_fields is not None:
            fields.update([(f.name, f) for f in base_fields.values()])
            frozen_bases.append(base.__dataclass_params__.frozen)
    annotations = _own_annotations(cls)
    own, seen = [], False
    for name, kind in annotations.items():
        if _is_type(kind, cls, sys.modules[__name__], _is_kw_only):
            if seen:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen = kw_only = True
        else:
            own.append(_get_field(cls, name, kind, kw_only))
    for f in own:
        fields[f.name] = f
        if not isinstance(getattr(cls, f.name, None), Field):
            continue
        if f.default is not MISSING:
            setattr(cls, f.name, f.default)
        else:
            delattr(cls, f.name)
    for name, value in cls.__dict__.items():
        if name not in annotations and isinstance(value, Field):
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if frozen_bases:
        if any(frozen_bases) and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if frozen and not (all if _TOGETHER else any)(frozen_bases):
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    return fields

def _methods(cls, field_list, repr, eq, order, frozen):
    "Of each method: name, parameters, body, what the body knows, decorator, and what to say if the class has it."
    if repr:
        shown = ", ".join([f"{f.name}={{self.{f.name}!r}}" for f in field_list if f.repr])
        text = 'return f"{self.__class__.__qualname__}(' if _TOGETHER else 'return self.__class__.__qualname__ + f"('
        yield "__repr__", ("self",), [text + shown + ')"'], {"__dataclasses_recursive_repr": _recursive_repr_filled}, "@__dataclasses_recursive_repr()", None
    compared = [f for f in field_list if f.compare]
    mine, theirs = _tuple_str("self", compared), _tuple_str("other", compared)
    same = "if other.__class__ is self.__class__:"
    if eq and _TOGETHER:
        terms = " and ".join([f"self.{f.name}==other.{f.name}" for f in compared]) or "True"
        yield "__eq__", ("self", "other"), ["if self is other:", " return True", same, " return " + terms, "return NotImplemented"], {}, "", None
    elif eq:
        yield "__eq__", ("self", "other"), [same, f" return {mine}=={theirs}", "return NotImplemented"], {}, "", None
    if order:
        for name, op in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            yield name, ("self", "other"), [same, f" return {mine}{op}{theirs}", "return NotImplemented"], {}, "", \\
                (" " if _TOGETHER else ". ") + "Consider using functools.total_ordering"
    if frozen:
        for name, args, body, scope in _frozen_parts(cls, field_list):
            yield name, args, body, scope, "", ""

def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    cls.__dataclass_params__ = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    fields = cls.__dataclass_fields__ = _collect(cls, frozen, kw_only)
    class_hash = cls.__dict__.get("__hash__", MISSING)
    has_explicit_hash = not (class_hash is MISSING or class_hash is None and "__eq__" in cls.__dict__)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    init_fields = [f for f in fields.values() if f._field_type is not _FIELD_CLASSVAR]
    std_fields = tuple(f for f in init_fields if f.init and not f.kw_only)
    kw_only_fields = tuple(f for f in init_fields if f.init and f.kw_only)
    field_list = [f for f in fields.values() if f._field_type is _FIELD]
    functions = _Functions(sys.modules[cls.__module__].__dict__ if cls.__module__ in sys.modules else {})
    taken = {}
    if init:
        params, body, scope = _init_parts(init_fields, std_fields, kw_only_fields, frozen, hasattr(cls, "__post_init__"),
                                          "__dataclass_self__" if "self" in fields else "self", slots)
        if not _TOGETHER:
            _set_new_attribute(cls, "__init__", functions.alone("__init__", params, body, scope, True))
        else:
            if not _LAZY:
                scope["__dataclass___init___return_type__"] = None
            functions.add("__init__", params, body, scope, "", "" if _LAZY else "->__dataclass___init___return_type__")
    if _TOGETHER:
        _set_new_attribute(cls, "__replace__", _replace)
    for name, args, body, scope, decorator, clash in _methods(cls, field_list, repr, eq, order, frozen):
        taken[name] = clash
        if _TOGETHER:
            functions.add(name, args, body, scope, decorator)
            continue
        made = functions.alone(name, args, body, {} if decorator else scope)
        if _set_new_attribute(cls, name, _recursive_repr(made) if decorator else made) and clash is not None:
            raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}{clash}")
    if has_explicit_hash and unsafe_hash:
        raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    if unsafe_hash or eq and frozen and not has_explicit_hash:
        hashed = "return hash(" + _tuple_str("self", [f for f in field_list if (f.compare if f.hash is None else f.hash)]) + ")"
        if _TOGETHER:
            functions.add("__hash__", ("self",), [hashed])
            cls.__hash__ = None
        else:
            cls.__hash__ = functions.alone("__hash__", ("self",), [hashed], {})
            cls.__hash__.__qualname__ = cls.__qualname__ + ".__hash__"
    elif eq and not has_explicit_hash:
        cls.__hash__ = None
    if _TOGETHER:
        for name, made in functions.all():
            made.__qualname__ = f"{cls.__qualname__}.{made.__name__}"
            if _LAZY and name == "__init__":
                made.__annotate__ = _annotate_init(cls, [f.name for f in init_fields if f.init])
            if name == "__hash__":
                cls.__hash__ = made
            elif _set_new_attribute(cls, name, made) and taken.get(name) is not None:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}{taken[name]}")
    if not getattr(cls, "__doc__"):
        cls.__doc__ = cls.__name__ + _signature(cls)
    if match_args:
        _set_new_attribute(cls, "__match_args__", tuple(f.name for f in std_fields))
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot, fields)
    elif weakref_slot:
        raise TypeError("weakref_slot is True but slots is False")
    abc.update_abstractmethods(cls)
    return cls

def _get_slots(cls):
    slots = cls.__dict__.get("__slots__")
    if slots is None:
        if _TOGETHER:
            yield from [name for name, offset in (("__weakref__", cls.__weakrefoffset__), ("__dict__", cls.__dictoffset__)) if offset != 0]
    elif isinstance(slots, str):
        yield slots
    elif hasattr(slots, "__next__"):
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")
    else:
        yield from slots

def _move_class_cell(function, old, new):
    names = function.__code__.co_freevars if isinstance(function, types.FunctionType) else ()
    if "__class__" not in names:
        return False
    cell = function.__closure__[names.index("__class__")]
    try:
        found = cell.cell_contents is old
    except ValueError:
        return False
    if found:
        cell.cell_contents = new
    return found

def _dataclass_setstate(self, state):
    for field, value in zip(fields(self), state):
        object.__setattr__(self, field.name, value)

def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]

def _add_slots(cls, is_frozen, weakref_slot, defined):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    if _LAZY:
        sys._clear_type_descriptors(cls)
    cls_dict = dict(cls.__dict__)
    names = tuple([f.name for f in fields(cls)])
    inherited = {slot for base in cls.__mro__[1:-1] for slot in _get_slots(base)}
    slots = [name for name in names + (("__weakref__",) if weakref_slot else ()) if name not in inherited]
    docs = {name: getattr(defined.get(name), "doc", None) for name in slots}
    cls_dict["__slots__"] = docs if any([doc is not None for doc in docs.values()]) else tuple(docs)
    for name in names:
        cls_dict.pop(name, None)
    cls_dict.pop("__dict__", None)
    cls_dict.pop("__weakref__", None)
    made = type(cls)(cls.__name__, cls.__bases__, cls_dict)
    made.__qualname__ = cls.__qualname__
    if is_frozen:
        if not _TOGETHER or "__getstate__" not in cls_dict:
            made.__getstate__ = _dataclass_getstate
        if not _TOGETHER or "__setstate__" not in cls_dict:
            made.__setstate__ = _dataclass_setstate
    if _LAZY:
        for member in made.__dict__.values():
            member = getattr(member, "__wrapped__", member)
            functions = (member.fget, member.fset, member.fdel) if isinstance(member, property) else (member,)
            if any([_move_class_cell(function, cls, made) for function in functions]):
                break
        found = _own_annotations(made)
        for f in made.__dataclass_fields__.values():
            if f.name in found:
                f.type = found[f.name]
        annotate = getattr(made.__init__, "__annotate__", None)
        if annotate is not None and getattr(annotate, "__generated_by_dataclasses__", False):
            _move_class_cell(annotate, cls, made)
    return made

def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True,
              kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)

def fields(class_or_instance):
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

def _copied(obj, inner):
    "A copy of a container with inner() of what it holds, a deep copy of anything else."
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[inner(v) for v in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([inner(v) for v in obj])
    if isinstance(obj, dict):
        if _TOGETHER and hasattr(type(obj), "default_factory"):
            result = type(obj)(obj.default_factory)
            for k, v in obj.items():
                result[inner(k)] = inner(v)
            return result
        return type(obj)([(inner(k), inner(v)) for k, v in obj.items()])
    import copy
    return copy.deepcopy(obj)

def asdict(obj, *, dict_factory=dict):
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _asdict_inner(obj, dict_factory)

def _asdict_inner(obj, dict_factory):
    if type(obj) in _ATOMIC_TYPES:
        return obj
    if _is_dataclass_instance(obj):
        return dict_factory([(f.name, _asdict_inner(getattr(obj, f.name), dict_factory)) for f in fields(obj)])
    return _copied(obj, lambda value: _asdict_inner(value, dict_factory))

def astuple(obj, *, tuple_factory=tuple):
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _astuple_inner(obj, tuple_factory)

def _astuple_inner(obj, tuple_factory):
    if type(obj) in _ATOMIC_TYPES:
        return obj
    if _is_dataclass_instance(obj):
        return tuple_factory([_astuple_inner(getattr(obj, f.name), tuple_factory) for f in fields(obj)])
    return _copied(obj, lambda value: _astuple_inner(value, tuple_factory))

def make_dataclass(cls_name, fields, *, bases=(), namespace=None, module=None, decorator=dataclass, **options):
    annotations, defaults = {}, {}
    for item in fields:
        if isinstance(item, str):
            name, tp = item, "typing.Any"
        elif len(item) == 2:
            name, tp = item
        elif len(item) == 3:
            name, tp, defaults[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if _iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = tp
    def exec_body_callback(ns):
        ns.update(namespace or {})
        ns.update(defaults)
        ns["__annotations__"] = annotations
    cls = types.new_class(cls_name, bases, {}, exec_body_callback)
    if _TOGETHER:
        cls.__module__ = module or sys._getframe(1).f_globals.get("__name__", "__main__")
    return decorator(cls, **options)

def replace(obj, /, **changes):
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)

def _replace(self, /, **changes):
    for f in self.__dataclass_fields__.values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise (TypeError if _TOGETHER else ValueError)(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
        elif f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise (TypeError if _TOGETHER else ValueError)(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)
`;
