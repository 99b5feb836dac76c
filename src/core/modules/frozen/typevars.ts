/// `_typing`: type variables, type aliases and generic classes, which the instructions for type parameters make, too
/// (CPython 3.14 Objects/typevarobject.c).
export const typevarsSource = `
import sys
from functools import lru_cache
from _typesupport import union as _union

class _NoDefault:
    def __repr__(self):
        return "typing.NoDefault"

NoDefault = _NoDefault()
_lazy = object()

def text(arg):
    if arg is ...:
        return "..."
    if arg is type(None):
        return "None"
    if isinstance(arg, (list, tuple)):
        return "[" + ", ".join([text(a) for a in arg]) + "]"
    if isinstance(arg, type) and type(arg) is not type(list[int]):
        return arg.__qualname__ if arg.__module__ == "builtins" else arg.__module__ + "." + arg.__qualname__
    return repr(arg)

def either(left, right):
    if sys.version_info >= (3, 14):
        made = _union(left, right)
        if made is not NotImplemented:
            return made
    from typing import Union
    return Union[left, right]

class _Operand:
    __slots__ = ()

    def __or__(self, other):
        return either(self, other)

    def __ror__(self, other):
        return either(other, self)

class _Parameter(_Operand):
    _evaluate_default = None

    def _set_default(self, default):
        self._default = default

    @property
    def __default__(self):
        if self._default is _lazy:
            self._default = self._evaluate_default()
        return self._default

    def has_default(self):
        return self._default is not NoDefault

    def __typing_subst__(self, arg):
        return arg

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass an instance of " + type(self).__name__)

    def __repr__(self):
        if getattr(self, "__infer_variance__", False):
            return self.__name__
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__

    def __reduce__(self):
        return self.__name__

    def __init_subclass__(cls):
        if cls.__module__ != "_typing":
            raise TypeError("type 'typing." + cls.__base__.__name__ + "' is not an acceptable base type")
        cls.__module__ = "typing"

def _caller():
    return sys._getframe(2).f_globals.get("__name__")

class TypeVar(_Parameter):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False, default=NoDefault):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        self.__name__ = name
        self._bound = bound
        self._constraints = constraints
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        if sys.version_info >= (3, 12):
            self.__infer_variance__ = bool(infer_variance)
        self._set_default(default)
        self.__module__ = _caller()

    @property
    def __bound__(self):
        if self._bound is _lazy:
            self._bound = self._evaluate()
        return self._bound

    @property
    def __constraints__(self):
        if self._constraints is _lazy:
            self._constraints = self._evaluate()
        return self._constraints

class ParamSpec(_Parameter):
    def __init__(self, name, *, bound=None, covariant=False, contravariant=False, infer_variance=False, default=NoDefault):
        self.__name__ = name
        self.__bound__ = bound
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        if sys.version_info >= (3, 12):
            self.__infer_variance__ = bool(infer_variance)
        self._set_default(default)
        self.__module__ = _caller()

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

class ParamSpecArgs:
    _suffix = ".args"

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return self.__origin__.__name__ + self._suffix

class ParamSpecKwargs(ParamSpecArgs):
    _suffix = ".kwargs"

class Unpacked(_Operand):
    def __init__(self, origin):
        self.__origin__ = origin
        self.__args__ = (origin,)
        self.__parameters__ = (origin,)

    def __repr__(self):
        return "typing.Unpack[" + repr(self.__origin__) + "]"

class TypeVarTuple(_Parameter):
    def __init__(self, name, *, default=NoDefault):
        self.__name__ = name
        self._set_default(default)
        self.__module__ = _caller()

    def __iter__(self):
        yield Unpacked(self)

    def __repr__(self):
        return self.__name__

class TypeAliasType(_Operand):
    __module__ = "typing"

    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__type_params__ = type_params
        self._value = value
        self.__module__ = _caller()

    @property
    def __value__(self):
        if self._value is _lazy:
            self._value = self._evaluate()
        return self._value

    @property
    def __parameters__(self):
        return self.__type_params__

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)

    def __getitem__(self, args):
        if not self.__type_params__:
            raise TypeError("Only generic type aliases are subscriptable")
        return type(list[int])(self, args)

    def __repr__(self):
        return self.__name__

    def __call__(self, *args, **kwargs):
        raise TypeError("'typing.TypeAliasType' object is not callable")

    def __init_subclass__(cls):
        raise TypeError("type 'typing.TypeAliasType' is not an acceptable base type")

def make_type_var(name):
    return _inferred(TypeVar(name, infer_variance=True))

def make_type_var_with_bound(name, evaluate):
    made = make_type_var(name)
    made._bound, made._evaluate = _lazy, evaluate
    return made

def make_type_var_with_constraints(name, evaluate):
    made = make_type_var(name)
    made._constraints, made._evaluate = _lazy, evaluate
    return made

def make_param_spec(name):
    return _inferred(ParamSpec(name, infer_variance=True))

def make_type_var_tuple(name):
    return _inferred(TypeVarTuple(name))

def make_type_alias(parts):
    name, type_params, evaluate = parts
    made = TypeAliasType(name, _lazy, type_params=type_params or ())
    made._evaluate = evaluate
    made.__module__ = sys._getframe(1).f_globals.get("__name__")
    return made

def _inferred(parameter):
    parameter.__module__ = "typing"
    return parameter

def set_type_param_default(parameter, evaluate):
    parameter._default, parameter._evaluate_default = _lazy, evaluate
    return parameter

def set_function_type_params(function, type_params):
    function.__type_params__ = type_params
    return function

def subscript_generic(type_params):
    return Generic[tuple([Unpacked(p) if isinstance(p, TypeVarTuple) else p for p in type_params])]

def parameters_of(args):
    found = []
    for arg in args:
        if isinstance(arg, _Parameter):
            inner = (arg,)
        elif isinstance(arg, (list, tuple)):
            inner = parameters_of(arg)
        else:
            inner = () if isinstance(arg, type) else getattr(arg, "__parameters__", ())
        for parameter in inner:
            if parameter not in found:
                found.append(parameter)
    return tuple(found)

def _replace(arg, values):
    if isinstance(arg, _Parameter):
        return values.get(arg, arg)
    if isinstance(arg, (list, tuple)):
        return type(arg)([_replace(a, values) for a in arg])
    inner = () if isinstance(arg, type) else getattr(arg, "__parameters__", ())
    return arg[tuple([values.get(p, p) for p in inner])] if inner else arg

def fill(parameters, args, owner):
    "Arguments for each parameter, as a dict; TypeError if their number is wrong."
    if any([isinstance(p, TypeVarTuple) for p in parameters]):
        at = [isinstance(p, TypeVarTuple) for p in parameters].index(True)
        after = len(parameters) - at - 1
        middle = args[at:len(args) - after]
        args = args[:at] + (middle,) + args[len(args) - after:]
    elif len(parameters) == 1 and isinstance(parameters[0], ParamSpec) and not (len(args) == 1 and (isinstance(args[0], (list, tuple, ParamSpec)) or args[0] is ...)):
        args = (args,)
    if len(args) < len(parameters):
        args += tuple([p.__default__ for p in parameters[len(args):] if p.has_default()])
    if len(args) != len(parameters):
        wanted = len(parameters)
        if len(args) < wanted and sys.version_info >= (3, 13):
            least = len([p for p in parameters if not p.has_default()])
            expected = "at least " + str(least)
        else:
            expected = str(wanted)
        raise TypeError("Too " + ("many" if len(args) > wanted else "few") + " arguments for " + repr(owner) + "; actual " + str(len(args)) + ", expected " + expected)
    return dict(zip(parameters, args))

class GenericAlias(_Operand):
    "C[int] of a generic class."

    def __init__(self, origin, args, name=None):
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = parameters_of(args)
        self._name = name

    def __getitem__(self, args):
        if not self.__parameters__:
            raise TypeError(repr(self) + " is not a generic class")
        values = fill(self.__parameters__, args if isinstance(args, tuple) else (args,), self)
        return GenericAlias(self.__origin__, tuple([_replace(arg, values) for arg in self.__args__]), self._name)

    def __call__(self, *args, **kwargs):
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return made

    def __mro_entries__(self, bases):
        if self.__origin__ is Generic:
            at = bases.index(self)
            for other in bases[at + 1:]:
                if isinstance(other, GenericAlias) and other is not self:
                    return ()
            for other in bases:
                if other is not self and isinstance(other, GenericAlias) and other.__origin__ is not Generic:
                    return ()
        return (self.__origin__,)

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__") and name not in ("__doc__", "__module__", "__name__", "__qualname__"):
            raise AttributeError("'_GenericAlias' object has no attribute '" + name + "'")
        return getattr(self.__origin__, name)

    def __eq__(self, other):
        if not isinstance(other, GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __instancecheck__(self, instance):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    __subclasscheck__ = __instancecheck__

    def __repr__(self):
        return (self._name or text(self.__origin__)) + "[" + (", ".join([text(arg) for arg in self.__args__]) or "()") + "]"

GenericAlias.__name__ = GenericAlias.__qualname__ = "_GenericAlias"
GenericAlias.__module__ = "typing"

def _subscripted(cls, args):
    if cls is Generic or cls.__dict__.get("_is_protocol") and cls.__name__ == "Protocol" and cls.__module__ == "typing":
        if not args:
            raise TypeError("Parameter list to " + cls.__qualname__ + "[...] cannot be empty")
        for arg in args:
            if not isinstance(arg, (_Parameter, Unpacked)):
                raise TypeError("Parameters to " + cls.__name__ + "[...] must all be type variables or parameter specification variables.")
        if len(set(map(id, args))) != len(args):
            raise TypeError("Parameters to " + cls.__name__ + "[...] must all be unique")
        return GenericAlias(cls, args)
    parameters = getattr(cls, "__parameters__", ())
    if not parameters:
        raise TypeError(repr(cls) + " is not a generic class")
    values = fill(parameters, args, cls)
    made = []
    for parameter in parameters:
        if isinstance(parameter, TypeVarTuple):
            made.extend(values[parameter])
        else:
            made.append(values[parameter])
    return GenericAlias(cls, tuple(made))

# What was asked for once stays in a cache, as typing._tp_cache has it.
_kept = lru_cache(typed=True)(_subscripted)

class Generic:
    __slots__ = ()
    __module__ = "typing"

    def __class_getitem__(cls, args):
        if not isinstance(args, tuple):
            args = (args,)
        try:
            return _kept(cls, args)
        except TypeError:
            pass
        return _subscripted(cls, args)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__")
        if bases is None:
            if Generic in cls.__bases__ and cls.__name__ != "Protocol":
                raise TypeError("Cannot inherit from plain Generic")
            cls.__parameters__ = ()
            return
        declared = [b for b in bases if isinstance(b, GenericAlias) and b.__origin__ is Generic]
        if len(declared) > 1:
            raise TypeError("Cannot inherit from Generic[...] multiple times.")
        if declared and not any([isinstance(p, Unpacked) for p in declared[0].__args__]):
            cls.__parameters__ = declared[0].__parameters__
        else:
            cls.__parameters__ = parameters_of([p.__origin__ if isinstance(p, Unpacked) else p for p in declared[0].__args__] if declared else bases)

`;
