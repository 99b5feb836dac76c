/// `typing`, its first part: aliases such as List[int]. What is made for a moment and what is kept, in lru_caches, is what CPython makes
/// and keeps (Lib/typing.py _tp_cache, _type_check, _GenericAlias), for the collector's count.
export const typingAliases = `
import collections
import collections.abc
import functools
import sys
import types
import _typing
from _typing import Generic, NoDefault, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar, TypeVarTuple, Unpacked, _replace

if sys.version_info < (3, 13):
    del NoDefault
if sys.version_info < (3, 12):
    del TypeAliasType

_caches = {}

# From 3.12 on a cache is found by its function, up to 3.11 it is in a cell of the function around.
def _tp_cache(func=None, /, *, typed=False):
    def by_table(func):
        _caches[func] = functools.lru_cache(typed=typed)(func)
        def inner(*args, **kwds):
            try:
                return _caches[func](*args, **kwds)
            except TypeError:
                # What cannot be a key is asked each time.
                pass
            return func(*args, **kwds)
        return functools.update_wrapper(inner, func)

    def by_cell(func):
        cache = functools.lru_cache(typed=typed)(func)
        def inner(*args, **kwds):
            try:
                return cache(*args, **kwds)
            except TypeError:
                pass
            return func(*args, **kwds)
        return functools.update_wrapper(inner, func)

    decorator = by_table if sys.version_info >= (3, 12) else by_cell
    return decorator if func is None else decorator(func)

def _tupled(given):
    return given if isinstance(given, tuple) else (given,)

def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False, owner=None):
    refused = (Generic, Protocol)
    if not allow_special_forms:
        refused += (ClassVar,)
        if is_argument:
            refused += (Final,)
    arg = _type_convert(arg, module=module, allow_special_forms=allow_special_forms, owner=owner)
    problem = f"{arg} is not valid as type argument" if isinstance(arg, _GenericAlias) and arg.__origin__ in refused else None
    stands_alone = problem is None and (arg in (Any, LiteralString, NoReturn, Never, Self, TypeAlias) or allow_special_forms and arg in (ClassVar, Final))
    if problem is None and not stands_alone:
        if isinstance(arg, _SpecialForm) or arg in (Generic, Protocol):
            problem = f"Plain {arg} is not valid as type argument"
        elif type(arg) is tuple:
            problem = f"{msg} Got {arg!r:.100}."
    if problem is not None:
        raise TypeError(problem)
    return arg

_typing._type_check = _type_check

def _collect_type_parameters(args):
    found = []
    for arg in args:
        if isinstance(arg, type):
            continue
        if isinstance(arg, tuple):
            for part in arg:
                for inner in _collect_type_parameters([part]):
                    if inner not in found:
                        found.append(inner)
        elif hasattr(arg, "__typing_subst__"):
            if arg not in found:
                found.append(arg)
        else:
            for inner in getattr(arg, "__parameters__", ()):
                if inner not in found:
                    found.append(inner)
    return tuple(found)

def _check_generic(owner, args, wanted, least=None):
    if not wanted:
        raise TypeError(f"{owner} is not a generic class")
    if len(args) != wanted:
        expected = wanted if least is None or len(args) > wanted else f"at least {least}"
        raise TypeError(f"Too {'many' if len(args) > wanted else 'few'} arguments for {owner}; actual {len(args)}, expected {expected}")

def _is_dunder(name):
    return name.startswith("__") and name.endswith("__")

def _is_param_expr(arg):
    return arg is ... or isinstance(arg, (tuple, list, ParamSpec, _ConcatenateGenericAlias))

class _Base:
    __slots__ = ("__weakref__",)

class _TypingEllipsis:
    pass

class _BaseGenericAlias(_Base):
    def __init__(self, origin, *, inst=True, name=None):
        self._inst = inst
        self._name = name
        self.__origin__ = origin
        self.__slots__ = None

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except Exception if sys.version_info >= (3, 12) else AttributeError:
            pass
        return made

    def __mro_entries__(self, bases):
        entries = []
        if self.__origin__ not in bases:
            entries.append(self.__origin__)
        for base in bases[bases.index(self) + 1:]:
            if isinstance(base, _BaseGenericAlias) or isinstance(base, type) and issubclass(base, Generic):
                break
        else:
            entries.append(Generic)
        return tuple(entries)

    def __getattr__(self, name):
        if name in {"__name__", "__qualname__"}:
            return self._name or self.__origin__.__name__
        if "__origin__" in self.__dict__ and not _is_dunder(name):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __setattr__(self, name, value):
        if _is_dunder(name) or name in {"_name", "_inst", "_nparams", "_defaults", "_paramspec_tvars"}:
            super().__setattr__(name, value)
        else:
            setattr(self.__origin__, name, value)

    def __instancecheck__(self, instance):
        return self.__subclasscheck__(type(instance))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

class _GenericAlias(_BaseGenericAlias):
    if sys.version_info >= (3, 12):
        def __init__(self, origin, args, *, inst=True, name=None):
            super().__init__(origin, inst=inst, name=name)
            if not isinstance(args, tuple):
                args = (args,)
            self.__args__ = tuple(... if arg is _TypingEllipsis else arg for arg in args)
            if sys.version_info >= (3, 13):
                origin in (Generic, Protocol)
            self.__parameters__ = _collect_type_parameters(args)
            if not name:
                self.__module__ = origin.__module__
    else:
        def __init__(self, origin, args, *, inst=True, name=None, _paramspec_tvars=False):
            super().__init__(origin, inst=inst, name=name)
            if not isinstance(args, tuple):
                args = (args,)
            self.__args__ = tuple(... if arg is _TypingEllipsis else arg for arg in args)
            self.__parameters__ = _collect_type_parameters(args)
            self._paramspec_tvars = _paramspec_tvars
            if not name:
                self.__module__ = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    @_tp_cache
    def __getitem__(self, given):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        args = tuple(_type_convert(part) for part in _tupled(given))
        for parameter in self.__parameters__:
            prepare = getattr(parameter, "__typing_prepare_subst__", None)
            if prepare is not None:
                args = prepare(self, args)
        _check_generic(self, args, len(self.__parameters__))
        values = dict(zip(self.__parameters__, args))
        return self.copy_with(tuple([_replace(arg, values) for arg in self.__args__]))

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = "typing." + self._name if self._name else _type_repr(self.__origin__)
        return f"{name}[{', '.join([_type_repr(arg) for arg in self.__args__]) or '()'}]"

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if isinstance(origin, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            return super().__mro_entries__(bases)
        # Generic stands aside for whatever derives from it.
        if origin is Generic and Protocol in bases:
            return ()
        if origin is Generic:
            for later in bases[bases.index(self) + 1:]:
                if isinstance(later, _BaseGenericAlias) and later is not self:
                    return ()
        return (origin,)

    def __iter__(self):
        yield Unpack[self]
`;
