/// `typing`, its second part: List and Callable themselves, Optional, Union, Literal and the like (CPython Lib/typing.py _SpecialGenericAlias,
/// _SpecialForm).
export const typingForms = `
class _SpecialGenericAlias(_BaseGenericAlias):
    __iter__ = None

    def __init__(self, origin, nparams, *, inst=True, name=None, defaults=()):
        super().__init__(origin, inst=inst, name=name or origin.__name__)
        self._nparams = nparams
        self._defaults = defaults

    @_tp_cache
    def __getitem__(self, given):
        problem = "Parameters to generic types must be types."
        params = tuple(_type_check(part, problem) for part in _tupled(given))
        if self._defaults and len(params) < self._nparams <= len(params) + len(self._defaults):
            params = (*params, *self._defaults[len(params) - self._nparams:])
        _check_generic(self, params, self._nparams, self._nparams - len(self._defaults) if self._defaults else None)
        return self.copy_with(params)

    def copy_with(self, params):
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return "typing." + self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        return issubclass(cls, self.__origin__)

class _CallableGenericAlias(_GenericAlias):
    __iter__ = None

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _is_param_expr(args[0]):
            return super().__repr__()
        return f"typing.Callable[[{', '.join([_type_repr(arg) for arg in args[:-1]])}], {_type_repr(args[-1])}]"

class _CallableType(_SpecialGenericAlias):
    def copy_with(self, params):
        if sys.version_info < (3, 12):
            return _CallableGenericAlias(self.__origin__, params, name=self._name, inst=self._inst, _paramspec_tvars=True)
        return _CallableGenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        params = (tuple(args), result) if isinstance(args, list) else (args, result)
        return self.__getitem_inner__(params)

    @_tp_cache
    def __getitem_inner__(self, signature):
        taken, given = signature
        given = _type_check(given, "Callable[args, result]: result must be a type.")
        if taken is ...:
            return self.copy_with((_TypingEllipsis, given))
        taken = tuple(_type_convert(part) for part in _tupled(taken))
        return self.copy_with(taken + (given,))

class _TupleType(_SpecialGenericAlias):
    @_tp_cache
    def __getitem__(self, given):
        items = _tupled(given)
        is_open = len(items) >= 2 and items[-1] is ...
        problem = "Tuple[t, ...]: t must be a type." if is_open else "Tuple[t0, t1, ...]: each t must be a type."
        if not is_open:
            return self.copy_with(tuple(_type_check(item, problem) for item in items))
        items = tuple(_type_check(item, problem) for item in items[:-1])
        return self.copy_with((*items, _TypingEllipsis))

for _name, _origin in (("List", list), ("Set", set), ("FrozenSet", frozenset), ("Type", type), ("Deque", collections.deque), ("Counter", collections.Counter)):
    globals()[_name] = _SpecialGenericAlias(_origin, 1, inst=_origin.__module__ == "collections", name=_name)
for _name, _origin in (("Dict", dict), ("DefaultDict", collections.defaultdict), ("OrderedDict", collections.OrderedDict), ("ChainMap", collections.ChainMap)):
    globals()[_name] = _SpecialGenericAlias(_origin, 2, inst=_origin is not dict, name=_name)
for _name in ("Iterable", "Iterator", "Sequence", "MutableSequence", "MutableSet", "Collection", "Container", "Reversible", "KeysView",
              "ValuesView", "Awaitable", "AsyncIterable", "AsyncIterator"):
    globals()[_name] = _SpecialGenericAlias(getattr(collections.abc, _name), 1)
for _name in ("Mapping", "MutableMapping", "ItemsView"):
    globals()[_name] = _SpecialGenericAlias(getattr(collections.abc, _name), 2)
Hashable = _SpecialGenericAlias(collections.abc.Hashable, 0)
Sized = _SpecialGenericAlias(collections.abc.Sized, 0)
Coroutine = _SpecialGenericAlias(collections.abc.Coroutine, 3)
Generator = _SpecialGenericAlias(collections.abc.Generator, 3, defaults=(type(None), type(None)) if sys.version_info >= (3, 13) else ())
AbstractSet = _SpecialGenericAlias(collections.abc.Set, 1, name="AbstractSet")
Tuple = _TupleType(tuple, -1, inst=False, name="Tuple")
Callable = _CallableType(collections.abc.Callable, 2)
del _name, _origin

class _SpecialForm(_Base):
    __slots__ = ("_name", "__doc__", "_getitem")
    __iter__ = None

    def __init__(self, getitem):
        self._getitem = getitem
        self._name = getitem.__name__
        self.__doc__ = getitem.__doc__

    def __getattr__(self, name):
        if name in {"__name__", "__qualname__"}:
            return self._name
        raise AttributeError(name)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, instance):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    @_tp_cache
    def __getitem__(self, parameters):
        return self._getitem(self, parameters)

class _TypedCacheSpecialForm(_SpecialForm):
    def __getitem__(self, given):
        return self._getitem(self, *_tupled(given))

class _AnyMeta(type):
    def __instancecheck__(self, instance):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(instance)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()

class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)

def _bare(self, parameters):
    raise TypeError(f"{self} is not subscriptable")

def _single(self, parameters):
    item = _type_check(parameters, f"{self} accepts only single type.")
    return _GenericAlias(self, (item,))

def _qualifying(self, parameters):
    item = _type_check(parameters, f"{self} accepts only single type.", allow_special_forms=sys.version_info >= (3, 13))
    return _GenericAlias(self, (item,))

def _form(name, getitem):
    form = _SpecialForm(getitem)
    form._name = name
    return form

NoReturn, Never, Self, LiteralString, TypeAlias = [_form(name, _bare) for name in ("NoReturn", "Never", "Self", "LiteralString", "TypeAlias")]
ClassVar, Final, Required, NotRequired, ReadOnly = [_form(name, _qualifying) for name in ("ClassVar", "Final", "Required", "NotRequired", "ReadOnly")]
TypeGuard, TypeIs = [_form(name, _single) for name in ("TypeGuard", "TypeIs")]
if sys.version_info < (3, 13):
    del ReadOnly, TypeIs

@_SpecialForm
def Optional(self, parameters):
    arg = _type_check(parameters, f"{self} requires a single type.")
    return Union[arg, type(None)]

def _value_and_type_iter(parameters):
    return ((p, type(p)) for p in parameters)

class _LiteralGenericAlias(_GenericAlias):
    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return set(_value_and_type_iter(self.__args__)) == set(_value_and_type_iter(other.__args__))

    def __hash__(self):
        return hash(frozenset(_value_and_type_iter(self.__args__)))

    def __repr__(self):
        return f"typing.Literal[{', '.join(map(repr, self.__args__))}]"

def _deduplicate(params):
    if sys.version_info >= (3, 12):
        return dict.fromkeys(params)
    left = set(params)
    if len(left) == len(params):
        return params
    kept = []
    for param in params:
        if param in left:
            kept.append(param)
            left.remove(param)
    return kept

@_TypedCacheSpecialForm
@_tp_cache(typed=True)
def Literal(self, *parameters):
    flat = []
    for parameter in parameters:
        if isinstance(parameter, _LiteralGenericAlias):
            flat.extend(parameter.__args__)
        else:
            flat.append(parameter)
    parameters = tuple(flat)
    try:
        parameters = tuple(value for value, _ in _deduplicate(list(_value_and_type_iter(parameters))))
    except TypeError:
        pass
    return _LiteralGenericAlias(self, parameters)

class _ConcatenateGenericAlias(_GenericAlias):
    def copy_with(self, params):
        if isinstance(params[-1], (list, tuple)):
            return (*params[:-1], *params[-1])
        return super().copy_with(params)

@_SpecialForm
def Concatenate(self, given):
    if given == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    *first, last = _tupled(given)
    if last is not ... and not isinstance(last, ParamSpec):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    return _ConcatenateGenericAlias(self, (*(_type_check(part, "Concatenate[arg, ...]: each arg must be a type.") for part in first), last))

class _UnpackForm(_SpecialForm):
    def __getitem__(self, arg):
        return Unpacked(arg)

@_UnpackForm
def Unpack(self, parameters):
    pass

class _AnnotatedAlias(_GenericAlias):
    __iter__ = None

    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, origin, name="Annotated")
        self.__metadata__ = metadata

    def copy_with(self, params):
        return _AnnotatedAlias(params[0], self.__metadata__)

    def __repr__(self):
        return f"typing.Annotated[{', '.join([_type_repr(self.__origin__), *map(repr, self.__metadata__)])}]"

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __mro_entries__(self, bases):
        return (self.__origin__,)

@_TypedCacheSpecialForm
@_tp_cache(typed=True)
def Annotated(self, *params):
    if len(params) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    origin = _type_check(params[0], "Annotated[t, ...]: t must be a type.", allow_special_forms=True)
    return _AnnotatedAlias(origin, tuple(params[1:]))
`;
