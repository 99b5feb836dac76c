/// `dataclasses`, first part: fields, their kinds, and what dataclass() writes as source and runs.
export const dataclassFieldsSource = `
import abc
import sys
import types
from _weakref import ref
from functools import wraps as _wraps
from keyword import iskeyword as _iskeyword

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict", "astuple",
           "make_dataclass", "replace", "is_dataclass"]

_TOGETHER = sys.version_info >= (3, 13)
_LAZY = sys.version_info >= (3, 14)

class FrozenInstanceError(AttributeError):
    pass

class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"

_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()

${['MISSING', 'KW_ONLY'].map(name => `class _${name}_TYPE:
    pass

${name} = _${name}_TYPE()

`).join('')}_EMPTY_METADATA = types.MappingProxyType({})

class _FIELD_BASE:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")

class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        return "dataclasses.InitVar[" + (self.type.__name__ if isinstance(self.type, type) else repr(self.type)) + "]"

    def __class_getitem__(cls, type):
        return InitVar(type)

# From 3.13 on reprlib's, whose wrapper has one cell more: what stands for a value inside itself.
def _recursive_repr(user_function):
    running, fill = set(), "..."
    if _TOGETHER:
        def wrapper(self):
            key = id(self)
            if key in running:
                return fill
            running.add(key)
            try:
                return user_function(self)
            finally:
                running.discard(key)
    else:
        def wrapper(self):
            key = id(self)
            if key in running:
                return "..."
            running.add(key)
            try:
                return user_function(self)
            finally:
                running.discard(key)
    return _wraps(user_function)(wrapper)

def _recursive_repr_filled(fillvalue="..."):
    def decorating_function(user_function):
        running = set()

        def wrapper(self):
            key = id(self)
            if key in running:
                return fillvalue
            running.add(key)
            try:
                return user_function(self)
            finally:
                running.discard(key)
        for name in ("__module__", "__doc__", "__name__", "__qualname__", "__annotate__" if _LAZY else "__annotations__", "__type_params__"):
            setattr(wrapper, name, getattr(user_function, name))
        wrapper.__wrapped__ = user_function
        return wrapper
    return decorating_function

class Field:
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only",
                 *(("doc",) if _LAZY else ()), "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only, doc=None):
        # Which class it is of, and by what name, is not known yet.
        self.name = self.type = self._field_type = None
        self.default, self.default_factory = default, default_factory
        self.init, self.repr = init, repr
        self.hash, self.compare = hash, compare
        self.metadata = _EMPTY_METADATA if metadata is None else types.MappingProxyType(metadata)
        self.kw_only = kw_only
        if _LAZY:
            self.doc = doc

    @_recursive_repr
    def __repr__(self):
        shown = ["name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only"]
        if _LAZY:
            shown.append("doc")
        return "Field(" + ",".join([f"{name}={getattr(self, name)!r}" for name in shown]) + f",_field_type={self._field_type})"

    def __set_name__(self, owner, name):
        func = getattr(type(self.default), "__set_name__", None)
        if func:
            func(self.default, owner, name)

    __class_getitem__ = classmethod(types.GenericAlias)

class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen", *(("match_args", "kw_only", "slots", "weakref_slot") if _TOGETHER else ()))

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values):
            setattr(self, name, value)

    def __repr__(self):
        return "_DataclassParams(" + ",".join([f"{name}={getattr(self, name)!r}" for name in self.__slots__]) + ")"

def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING, doc=None):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only, doc)

class _Functions:
    "What dataclass() writes for a class: up to 3.11 each function is run alone, then all in one."

    def __init__(self, globals):
        self.globals = globals
        self.names, self.src, self.locals = [], [], {}

    def run(self, names, src, locals):
        params = (", " if not _TOGETHER else ",").join(locals)
        returned = ("(" + ",".join(names) + ",)" if names else "()") if _TOGETHER else names[0]
        ns = {}
        exec(f"def __create_fn__({params}):\\n{src}\\n return {returned}", self.globals, ns)
        return ns["__create_fn__"](**locals)

    def text(self, name, args, body, decorator, returned):
        return (f" {decorator}\\n" if decorator else "") + f" def {name}({','.join(args)}){returned}:\\n" + "\\n".join(["  " + line for line in body])

    def alone(self, name, args, body, locals, returns_none=False):
        if returns_none:
            locals["_return_type"] = None
        return self.run([name], self.text(name, args, body, "", "->_return_type" if returns_none else ""), locals)

    def add(self, name, args, body, locals={}, decorator="", returned=""):
        self.names.append(name)
        self.locals.update(locals)
        self.src.append(self.text(name, args, body, decorator, returned))

    def all(self):
        return zip(self.names, self.run(self.names, "\\n".join(self.src), self.locals))

def _tuple_str(obj_name, fields):
    return "(" + ",".join([f"{obj_name}.{f.name}" for f in fields]) + ",)" if fields else "()"

def _default_name(f):
    return f"__dataclass_dflt_{f.name}__" if _TOGETHER else f"_dflt_{f.name}"

def _factory_name():
    return "__dataclass_HAS_DEFAULT_FACTORY__" if _TOGETHER else "_HAS_DEFAULT_FACTORY"

def _type_name(f):
    return f"__dataclass_type_{f.name}__" if _TOGETHER else f"_type_{f.name}"

def _init_line(f, frozen, scope, self_name, slots):
    value = f.name
    if f.default_factory is not MISSING:
        scope[_default_name(f)] = f.default_factory
        value = _default_name(f) + "()"
        if f.init:
            value += f" if {f.name} is {_factory_name()} else {f.name}"
    elif f.init:
        if f.default is not MISSING:
            scope[_default_name(f)] = f.default
    elif slots and f.default is not MISSING:
        scope[_default_name(f)] = f.default
        value = _default_name(f)
    else:
        return None
    if f._field_type is _FIELD_INITVAR:
        return None
    if frozen:
        return f"__dataclass_builtins_object__.__setattr__({self_name},{f.name!r},{value})"
    return f"{self_name}.{f.name}={value}"

def _init_param(f):
    default = "" if f.default is MISSING and f.default_factory is MISSING else "=" + (_default_name(f) if f.default is not MISSING else _factory_name())
    return f.name + ("" if _LAZY else ":" + _type_name(f)) + default

def _init_parts(fields, std_fields, kw_only_fields, frozen, has_post_init, self_name, slots):
    seen_default = None
    for f in std_fields:
        if not (f.default is MISSING and f.default_factory is MISSING):
            seen_default = f
        elif seen_default:
            raise TypeError(f"non-default argument {f.name!r} follows default argument" + (f" {seen_default.name!r}" if _TOGETHER else ""))
    scope = {} if _LAZY else {_type_name(f): f.type for f in fields}
    if not _TOGETHER:
        scope["MISSING"] = MISSING
    scope[_factory_name()] = _HAS_DEFAULT_FACTORY
    scope["__dataclass_builtins_object__"] = object
    body = [line for line in [_init_line(f, frozen, scope, self_name, slots) for f in fields] if line]
    if has_post_init:
        body.append(f"{self_name}.__post_init__({','.join([f.name for f in fields if f._field_type is _FIELD_INITVAR])})")
    params = [self_name] + [_init_param(f) for f in std_fields]
    if kw_only_fields:
        params += ["*"] + [_init_param(f) for f in kw_only_fields]
    return params, body or ["pass"], scope

def _frozen_parts(cls, fields):
    owner = "__class__" if _LAZY else "cls"
    names = ", ".join([repr(f.name) for f in fields])
    if _TOGETHER:
        condition = f"type(self) is {owner}" + (" or name in {" + names + "}" if fields else "")
    else:
        condition = "type(self) is cls or name in " + ("(" + ",".join([repr(f.name) for f in fields]) + ",)" if fields else "()")
    for name, args, verb in (("__setattr__", ("self", "name", "value"), "assign to"), ("__delattr__", ("self", "name"), "delete")):
        yield name, args, [f"if {condition}:", f" raise FrozenInstanceError(f\\"cannot {verb} field {{name!r}}\\")",
                           f"super({owner}, self).{name}({', '.join(args[1:])})"], {owner: cls, "FrozenInstanceError": FrozenInstanceError}

def _annotate_init(__class__, annotation_fields, return_type=None):
    def __annotate__(format, /):
        import annotationlib
        known = {}
        for base in reversed(__class__.__mro__):
            known.update(annotationlib.get_annotations(base, format=format))
        found = {name: known[name] for name in annotation_fields if name in known}
        found["return"] = annotationlib.type_repr(return_type) if format == annotationlib.Format.STRING else return_type
        return found
    __annotate__.__generated_by_dataclasses__ = True
    __annotate__.__qualname__ = __class__.__qualname__ + ".__init__.__annotate__"
    return __annotate__

def _words(annotation):
    "The names at the front of an annotation that is a string: (module or None, name)."
    found = []
    for part in annotation.split(".")[:2]:
        part = part.strip()
        end = 0
        while end < len(part) and (part[end].isalnum() or part[end] == "_"):
            end += 1
        found.append(part[:end])
        if end < len(part):
            break
    return (None, found[0]) if len(found) == 1 else (found[0], found[1])

def _is_type(annotation, cls, a_module, predicate):
    if not isinstance(annotation, str):
        return predicate(annotation)
    module_name, name = _words(annotation)
    module = sys.modules.get(cls.__module__)
    if module is None:
        return False
    if module_name is None:
        return predicate(module.__dict__.get(name))
    return module.__dict__.get(module_name) is a_module and predicate(a_module.__dict__.get(name))

def _is_classvar(a_type):
    ClassVar = sys.modules["typing"].ClassVar
    return a_type is ClassVar or getattr(a_type, "__origin__", None) is ClassVar

def _is_initvar(a_type):
    return a_type is InitVar or type(a_type) is InitVar

def _is_kw_only(a_type):
    return a_type is KW_ONLY

def _get_field(cls, name, kind, default_kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        f = field(default=MISSING if isinstance(default, types.MemberDescriptorType) else default)
    f.name = name
    f.type = kind
    f._field_type = _FIELD
    if "typing" in sys.modules and _is_type(kind, cls, sys.modules["typing"], _is_classvar):
        f._field_type = _FIELD_CLASSVAR
    elif _is_type(kind, cls, sys.modules[__name__], _is_initvar):
        f._field_type = _FIELD_INITVAR
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f"field {f.name} cannot have a default factory")
    if f._field_type is not _FIELD_CLASSVAR:
        if f.kw_only is MISSING:
            f.kw_only = default_kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f"field {f.name} is a ClassVar but specifies kw_only")
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory")
    return f
`;
