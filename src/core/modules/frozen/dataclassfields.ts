/// `dataclasses`, first part: fields and their kinds.

/// A method whose parameters changed, by version.
const byVersion = (isLater: string, later: string, earlier: string): string => `    if ${isLater}:${later.replace(/\n/g, '\n    ')}
    else:${earlier.replace(/\n/g, '\n    ')}`;

const initField = (doc: string): string => `
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only${doc === '' ? '' : ', doc'}):
        # Which class it is of, and by what name, is not known yet.
        self.name = self.type = self._field_type = None
        self.default, self.default_factory = default, default_factory
        self.init, self.repr = init, repr
        self.hash, self.compare = hash, compare
        self.metadata = _EMPTY_METADATA if metadata is None else types.MappingProxyType(metadata)
        self.kw_only = kw_only${doc}`;

const initParams = (names: readonly string[]): string => `
    def __init__(self, ${names.join(', ')}):
${names.map(name => `        self.${name} = ${name}`).join('\n')}`;

const params = ['init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen'];
const laterParams = ['match_args', 'kw_only', 'slots', 'weakref_slot'];

const field = (doc: string): string => `
    def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
              kw_only=MISSING${doc === '' ? '' : ', doc=None'}):
        if default is not MISSING and default_factory is not MISSING:
            raise ValueError("cannot specify both default and default_factory")
        return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only${doc})`;

export const dataclassFieldsSource = `
import abc
import functools
import itertools
import sys
import types
from _collections import OrderedDict
from _weakref import ref
from keyword import iskeyword as _iskeyword

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict", "astuple",
           "make_dataclass", "replace", "is_dataclass"]

_TOGETHER = sys.version_info >= (3, 13)
_LAZY = sys.version_info >= (3, 14)
# Of the bodies of functions: up to 3.11 _create_fn() puts it before each line.
_INDENT = "  " if _TOGETHER else ""

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
    return functools.wraps(user_function)(wrapper)

_COPIED = ("__module__", "__doc__", "__name__", "__qualname__", "__annotate__" if _LAZY else "__annotations__", "__type_params__")

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
        for name in _COPIED:
            setattr(wrapper, name, getattr(user_function, name))
        wrapper.__wrapped__ = user_function
        return wrapper
    return decorating_function

class Field:
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only",
                 *(("doc",) if _LAZY else ()), "_field_type")

${byVersion('_LAZY', initField('\n        self.doc = doc'), initField(''))}

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
    __slots__ = ${JSON.stringify(params).replace('[', '(').replace(']', ')')} + (${JSON.stringify(laterParams).replace('[', '(').replace(']', ')')} if _TOGETHER else ())

${byVersion('_TOGETHER', initParams([...params, ...laterParams]), initParams(params))}

    def __repr__(self):
        return "_DataclassParams(" + ",".join([f"{name}={getattr(self, name)!r}" for name in self.__slots__]) + ")"

if _LAZY:${field(', doc')}
else:${field('')}

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
