/// `dataclasses`.
import { dataclassCopiesSource } from './dataclasscopies';
import { dataclassFieldsSource } from './dataclassfields';
import { dataclassMethodsSource } from './dataclassmethods';
import { dataclassSignatureSource } from './dataclasssignature';

export const dataclassesSource = `${dataclassFieldsSource}${dataclassMethodsSource}${dataclassSignatureSource}
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

def _check_frozen(bases, any_frozen, all_frozen, frozen):
    if bases and any_frozen and not frozen:
        raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
    if bases and frozen and not (all_frozen if _TOGETHER else any_frozen):
        raise TypeError("cannot inherit frozen dataclass from a non-frozen one")

def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    fields = {}
    globals = sys.modules[cls.__module__].__dict__ if cls.__module__ in sys.modules else {}
    if _TOGETHER:
        params = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    else:
        params = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen)
    cls.__dataclass_params__ = params
    bases, any_frozen, all_frozen = False, False, True
    for base in cls.__mro__[-1:0:-1]:
        base_fields = getattr(base, "__dataclass_fields__", None)
        if base_fields is not None:
            bases = True
            for f in base_fields.values():
                fields[f.name] = f
            of_base = base.__dataclass_params__.frozen
            any_frozen, all_frozen = any_frozen or of_base, all_frozen and of_base
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
    _check_frozen(bases, any_frozen, all_frozen, frozen)
    cls.__dataclass_fields__ = fields
    class_hash = cls.__dict__.get("__hash__", MISSING)
    has_explicit_hash = not (class_hash is MISSING or class_hash is None and "__eq__" in cls.__dict__)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    init_fields = [f for f in fields.values() if f._field_type is not _FIELD_CLASSVAR]
    std_fields = tuple(f for f in init_fields if f.init and not f.kw_only)
    kw_only_fields = tuple(f for f in init_fields if f.init and f.kw_only)
    functions = _Functions(globals) if _TOGETHER else None
    if init:
        made = _init_fn(init_fields, std_fields, kw_only_fields, frozen, hasattr(cls, "__post_init__"),
                        "__dataclass_self__" if "self" in fields else "self", functions, globals, slots)
        if not _TOGETHER:
            _set_new_attribute(cls, "__init__", made)
    if _TOGETHER:
        _set_new_attribute(cls, "__replace__", _replace)
    field_list = [f for f in fields.values() if f._field_type is _FIELD]
    if _TOGETHER:
        _add_methods(cls, field_list, functions, repr, eq, order, frozen, unsafe_hash, has_explicit_hash)
    else:
        _set_methods(cls, field_list, globals, repr, eq, order, frozen, unsafe_hash, has_explicit_hash)
    if not getattr(cls, "__doc__"):
        cls.__doc__ = cls.__name__ + _signature(cls)
    if match_args:
        _set_new_attribute(cls, "__match_args__", tuple(f.name for f in std_fields))
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot, fields)
    abc.update_abstractmethods(cls)
    return cls

def _make_hash(field_list, where):
    chosen = [f for f in field_list if (f.compare if f.hash is None else f.hash)]
    body = f"{_INDENT}return hash({_tuple_str('self', chosen)})"
    if _TOGETHER:
        return where.add("__hash__", ("self",), [body], always=True)
    return _create_fn("__hash__", ("self",), [body], globals=where)

# What becomes of __hash__, by unsafe_hash, eq, frozen and whether the class has one; no entry: it is left alone.
_HASHES = {(False, True, False, False): "None", (False, True, True, False): "made"}
for _eq, _frozen in (False, False), (False, True), (True, False), (True, True):
    _HASHES[True, _eq, _frozen, False] = "made"
    _HASHES[True, _eq, _frozen, True] = "refused"

def _gets_hash(cls, eq, frozen, unsafe_hash, has_explicit_hash):
    action = _HASHES.get((bool(unsafe_hash), bool(eq), bool(frozen), has_explicit_hash))
    if action == "refused":
        raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    if action is not None:
        cls.__hash__ = None
    return action == "made"

def _set_methods(cls, field_list, globals, repr, eq, order, frozen, unsafe_hash, has_explicit_hash):
    "The methods up to 3.11."
    if repr:
        chosen = [f for f in field_list if f.repr]
        _set_new_attribute(cls, "__repr__", _repr(chosen, globals))
    if eq:
        chosen = [f for f in field_list if f.compare]
        mine, theirs = _tuple_str("self", chosen), _tuple_str("other", chosen)
        _set_new_attribute(cls, "__eq__", _compare("__eq__", "==", mine, theirs, globals))
    if order:
        chosen = [f for f in field_list if f.compare]
        mine, theirs = _tuple_str("self", chosen), _tuple_str("other", chosen)
        for name, op in [("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")]:
            if _set_new_attribute(cls, name, _compare(name, op, mine, theirs, globals)):
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering")
    if frozen:
        for made in _freeze(cls, field_list, globals):
            if _set_new_attribute(cls, made.__name__, made):
                raise TypeError(f"Cannot overwrite attribute {made.__name__} in class {cls.__name__}")
    if _gets_hash(cls, eq, frozen, unsafe_hash, has_explicit_hash):
        made = _make_hash(field_list, globals)
        made.__qualname__ = cls.__qualname__ + ".__hash__"
        cls.__hash__ = made

def _repr(fields, globals):
    return _recursive_repr(_create_fn("__repr__", ("self",), _repr_text(fields, 'return self.__class__.__qualname__ + f"('), globals=globals))

def _compare(name, op, mine, theirs, globals):
    return _create_fn(name, ("self", "other"), ["if other.__class__ is self.__class__:", f" return {mine}{op}{theirs}", "return NotImplemented"],
                      globals=globals)

def _freeze(cls, fields, globals):
    scope = {"cls": cls, "FrozenInstanceError": FrozenInstanceError}
    names = "(" + ",".join(f"{f.name!r}" for f in fields) + ",)" if fields else "()"
    names = "type(self) is cls or name in " + names
    return (_create_fn("__setattr__", ("self", "name", "value"), _frozen_body(names, "cls", "assign to", "__setattr__(name, value)"),
                       locals=scope, globals=globals),
            _create_fn("__delattr__", ("self", "name"), _frozen_body(names, "cls", "delete", "__delattr__(name)"),
                       locals=scope, globals=globals))

def _add_methods(cls, field_list, functions, repr, eq, order, frozen, unsafe_hash, has_explicit_hash):
    "The methods from 3.13 on."
    if repr:
        chosen = [f for f in field_list if f.repr]
        functions.add("__repr__", ("self",), _repr_text(chosen, 'return f"{self.__class__.__qualname__}('),
                      locals={"__dataclasses_recursive_repr": _recursive_repr_filled}, decorator=" @__dataclasses_recursive_repr()\\n")
    if eq:
        compared = (f for f in field_list if f.compare)
        terms = [f"self.{f.name}==other.{f.name}" for f in compared]
        same = " and ".join(terms) or "True"
        functions.add("__eq__", ("self", "other"), ["  if self is other:", "   return True", "  if other.__class__ is self.__class__:",
                                                    f"   return {same}", "  return NotImplemented"])
    if order:
        chosen = [f for f in field_list if f.compare]
        mine, theirs = _tuple_str("self", chosen), _tuple_str("other", chosen)
        for name, op in [("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")]:
            functions.add(name, ("self", "other"), ["  if other.__class__ is self.__class__:", f"   return {mine}{op}{theirs}",
                                                    "  return NotImplemented"], clash=" Consider using functools.total_ordering")
    if frozen:
        _add_freezing(cls, field_list, functions)
    if _gets_hash(cls, eq, frozen, unsafe_hash, has_explicit_hash):
        _make_hash(field_list, functions)
    functions.add_to(cls)

def _add_freezing(cls, fields, functions):
    owner = "__class__" if _LAZY else "cls"
    scope = {owner: cls, "FrozenInstanceError": FrozenInstanceError}
    condition = "type(self) is " + owner
    if fields:
        condition += " or name in {" + ", ".join(f"{f.name!r}" for f in fields) + "}"
    functions.add("__setattr__", ("self", "name", "value"), _frozen_body(condition, owner, "assign to", "__setattr__(name, value)"),
                  locals=scope, clash="")
    functions.add("__delattr__", ("self", "name"), _frozen_body(condition, owner, "delete", "__delattr__(name)"), locals=scope, clash="")

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

def _with_docs(names, defined):
    docs = {}
    for name in names:
        docs[name] = getattr(defined.get(name), "doc", None)
    return docs if any([doc is not None for doc in docs.values()]) else tuple(docs)

def _add_slots(cls, is_frozen, weakref_slot, defined):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    if _LAZY:
        sys._clear_type_descriptors(cls)
    cls_dict = dict(cls.__dict__)
    names = tuple(f.name for f in fields(cls))
    inherited = set(itertools.chain.from_iterable(map(_get_slots, cls.__mro__[1:-1])))
    slots = itertools.filterfalse(inherited.__contains__, itertools.chain(names, ("__weakref__",) if weakref_slot else ()))
    cls_dict["__slots__"] = _with_docs(slots, defined) if _LAZY else tuple(slots)
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

${dataclassCopiesSource}def make_dataclass(cls_name, fields, *, bases=(), namespace=None, module=None, decorator=dataclass, **options):
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
`;
