/// `_typing`: type variables, type aliases and generic classes, which the instructions for type parameters make, too
/// (CPython 3.14 Objects/typevarobject.c).
export const typevarsSource = `
import sys
from _typesupport import generic_class_getitem, generic_init_subclass, module_at, union as _union, union_of

class _NoDefault:
    def __repr__(self):
        return "typing.NoDefault"

NoDefault = _NoDefault()
_lazy = object()

def _typing():
    "The module, as PyImport_Import gets it: with a list for a moment."
    return __import__("typing", None, None, [], 0)

def either(left, right):
    if sys.version_info >= (3, 14):
        made = _union(left, right)
        if made is not NotImplemented:
            return made
    return _typing().Union[left, right]

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

    if sys.version_info >= (3, 13):
        def __typing_prepare_subst__(self, alias, args):
            at = alias.__parameters__.index(self)
            return (*args, self.__default__) if at == len(args) and self.has_default() else args

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
    if sys.version_info >= (3, 12):
        return module_at(2)
    return sys._getframe(2).f_globals.get("__name__")

def with_default(parameters):
    return sum([parameter.has_default() for parameter in parameters])

class TypeVar(_Parameter):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False, default=NoDefault):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        self.__name__ = name
        self._bound = bound if bound is None else _type_check(bound, "Bound must be a type.")
        if sys.version_info >= (3, 12):
            self._constraints = constraints
            if sys.version_info < (3, 14):
                self.__dict__
        else:
            msg = "TypeVar(name, constraint, ...): constraints must be types."
            self._constraints = tuple(_type_check(constraint, msg) for constraint in constraints)
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

    def __typing_prepare_subst__(self, alias, args):
        at = alias.__parameters__.index(self)
        if at == len(args) and self.has_default():
            args = (*args, self.__default__)
        if at >= len(args):
            raise TypeError(f"Too few arguments for {alias}")
        if len(alias.__parameters__) == 1 and not (args[0] is ... or isinstance(args[0], (tuple, list, ParamSpec)) or type(args[0]).__name__ == "_ConcatenateGenericAlias"):
            return (args,)
        if isinstance(args[at], list):
            return (*args[:at], tuple(args[at]), *args[at + 1:])
        return args

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

    def __typing_prepare_subst__(self, alias, args):
        at = alias.__parameters__.index(self)
        after = len(alias.__parameters__) - at - 1
        if at + after > len(args):
            raise TypeError(f"Too few arguments for {alias}; actual {len(args)}, expected at least {at + after}")
        return (*args[:at], tuple(args[at:len(args) - after]), *args[len(args) - after:])

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
    made = object.__new__(TypeVar)
    made.__name__ = name
    made._bound = None
    made._constraints = ()
    made.__covariant__ = made.__contravariant__ = False
    made.__infer_variance__ = True
    made._default = NoDefault
    return _inferred(made)

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
    if any([isinstance(p, TypeVarTuple) for p in type_params]):
        type_params = tuple([Unpacked(p) if isinstance(p, TypeVarTuple) else p for p in type_params])
    return _typing()._GenericAlias(Generic, type_params)

def _replace(arg, values):
    if isinstance(arg, _Parameter):
        return values.get(arg, arg)
    if isinstance(arg, (list, tuple)):
        return type(arg)([_replace(a, values) for a in arg])
    inner = () if isinstance(arg, type) else getattr(arg, "__parameters__", ())
    return arg[tuple([values.get(p, p) for p in inner])] if inner else arg

class Generic:
    __slots__ = ()
    __module__ = "typing"
    _is_protocol = False

    __class_getitem__ = classmethod(generic_class_getitem)
    __init_subclass__ = classmethod(generic_init_subclass)
`;
