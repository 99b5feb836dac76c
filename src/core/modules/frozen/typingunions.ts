/// `typing`, its third part: Union, and forward references with their evaluation (CPython Lib/typing.py; 3.14 has Union in Objects/unionobject.c
/// and ForwardRef in annotationlib, which is imported when the first is made).
export const typingUnions = `
if sys.version_info >= (3, 14):
    class _LazyAnnotationLib:
        def __getattr__(self, name):
            global _lazy_annotationlib
            import annotationlib
            _lazy_annotationlib = annotationlib
            return getattr(annotationlib, name)

    _lazy_annotationlib = _LazyAnnotationLib()

    def _make_forward_ref(code, **kwargs):
        made = _lazy_annotationlib.ForwardRef(code, **kwargs)
        made.__forward_code__
        return made

    def _type_convert(arg, module=None, *, allow_special_forms=False, owner=None):
        if isinstance(arg, str):
            return _make_forward_ref(arg, module=module, is_class=allow_special_forms, owner=owner)
        return type(None) if arg is None else arg

    def _type_repr(arg):
        if isinstance(arg, tuple):
            return f"[{', '.join([_type_repr(part) for part in arg])}]"
        return _lazy_annotationlib.type_repr(arg)

    class _UnionForm(_SpecialForm):
        def __getitem__(self, given):
            if given == ():
                raise TypeError("Cannot take a Union of no types.")
            members = _tupled(given)
            for member in members:
                if isinstance(member, str):
                    return _typing.union_of(tuple([_type_convert(each) for each in members]))
            return _typing.union_of(members)

        def __repr__(self):
            return "<class 'typing.Union'>"
else:
    class ForwardRef(_Base):
        __slots__ = ("__forward_arg__", "__forward_code__", "__forward_evaluated__", "__forward_value__",
                     "__forward_is_argument__", "__forward_is_class__", "__forward_module__")

        def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
            if not isinstance(arg, str):
                raise TypeError(f"Forward reference must be a string -- got {arg!r}")
            try:
                code = compile(f"({arg},)[0]" if arg.startswith("*") else arg, "<string>", "eval")
            except SyntaxError:
                raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
            self.__forward_arg__ = arg
            self.__forward_code__ = code
            self.__forward_evaluated__ = False
            self.__forward_value__ = None
            self.__forward_is_argument__ = is_argument
            self.__forward_is_class__ = is_class
            self.__forward_module__ = module

        def __eq__(self, other):
            if not isinstance(other, ForwardRef):
                return NotImplemented
            return self.__forward_arg__ == other.__forward_arg__ and self.__forward_module__ == other.__forward_module__

        def __hash__(self):
            return hash((self.__forward_arg__, self.__forward_module__))

        def __or__(self, other):
            return Union[self, other]

        def __ror__(self, other):
            return Union[other, self]

        def __repr__(self):
            module = "" if self.__forward_module__ is None else f", module={self.__forward_module__!r}"
            return f"ForwardRef({self.__forward_arg__!r}{module})"

    def _type_convert(arg, module=None, *, allow_special_forms=False, owner=None):
        if isinstance(arg, str):
            return ForwardRef(arg, module=module, is_class=allow_special_forms)
        return type(None) if arg is None else arg

    def _type_repr(arg):
        if isinstance(arg, type) and not isinstance(arg, types.GenericAlias):
            return arg.__qualname__ if arg.__module__ == "builtins" else arg.__module__ + "." + arg.__qualname__
        if arg is ...:
            return "..."
        if isinstance(arg, types.FunctionType):
            return arg.__name__
        if isinstance(arg, tuple):
            return f"[{', '.join([_type_repr(part) for part in arg])}]"
        return repr(arg)

    # Those of unions among them, each once.
    def _members(given):
        flat = []
        for one in given:
            if isinstance(one, (_UnionGenericAlias, types.UnionType)):
                flat.extend(one.__args__)
            else:
                flat.append(one)
        return tuple(_deduplicate(flat))

    class _UnionGenericAlias(_GenericAlias):
        __iter__ = None

        def copy_with(self, params):
            return Union[params]

        def __eq__(self, other):
            if not isinstance(other, (_UnionGenericAlias, types.UnionType)):
                return NotImplemented
            return set(self.__args__) == set(other.__args__)

        def __hash__(self):
            return hash(frozenset(self.__args__))

        def __repr__(self):
            args = self.__args__
            if len(args) == 2 and type(None) in args:
                return f"typing.Optional[{_type_repr(args[args[0] is type(None)])}]"
            return f"typing.Union[{', '.join(map(_type_repr, args))}]"

        def __instancecheck__(self, instance):
            for arg in self.__args__:
                if isinstance(instance, arg):
                    return True
            return False

        def __subclasscheck__(self, cls):
            for arg in self.__args__:
                if issubclass(cls, arg):
                    return True
            return False

    class _UnionForm(_SpecialForm):
        pass

@_UnionForm
def Union(self, given):
    if given == ():
        raise TypeError("Cannot take a Union of no types.")
    problem = "Union[arg, ...]: each arg must be a type."
    members = _members(tuple(_type_check(part, problem) for part in _tupled(given)))
    if len(members) > 1:
        is_optional = len(members) == 2 and type(None) in members
        return _UnionGenericAlias(self, members, name="Optional") if is_optional else _UnionGenericAlias(self, members)
    return members[0]

def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if isinstance(obj, type):
        hints = {}
        for base in reversed(obj.__mro__):
            names = globalns if globalns is not None else vars(sys.modules.get(base.__module__, sys))
            for name, value in getattr(base, "__annotations__", {}).items():
                hints[name] = _evaluate(value, names, {**vars(base), **(localns or {})})
        return hints
    names = globalns if globalns is not None else getattr(obj, "__globals__", None) or getattr(obj, "__dict__", {})
    return {name: _evaluate(value, names, localns) for name, value in (getattr(obj, "__annotations__", None) or {}).items()}

def _evaluate(value, globalns, localns):
    if value is None:
        return type(None)
    if type(value).__name__ == "ForwardRef":
        value = value.__forward_arg__
    if isinstance(value, str):
        return _evaluate(eval(value, globalns, localns), globalns, localns)
    if isinstance(value, (types.GenericAlias, types.UnionType, _GenericAlias)):
        texts = isinstance(value, types.GenericAlias)
        args = tuple([_evaluate(arg, globalns, localns) if arg is not None and (texts or not isinstance(arg, str)) else arg for arg in value.__args__])
        if args != value.__args__:
            return value.copy_with(args) if isinstance(value, _GenericAlias) else Union[args] if isinstance(value, types.UnionType) else types.GenericAlias(value.__origin__, args)
    return value

def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, types.UnionType):
        return types.UnionType
    if isinstance(tp, (_BaseGenericAlias, types.GenericAlias)):
        return tp.__origin__
    return Generic if tp is Generic else None

def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    args = getattr(tp, "__args__", ()) if isinstance(tp, (_GenericAlias, types.GenericAlias, types.UnionType)) else ()
    if args and getattr(tp, "__origin__", None) is collections.abc.Callable and not (len(args) == 2 and _is_param_expr(args[0])):
        return (list(args[:-1]), args[-1])
    return args

if sys.version_info >= (3, 13):
    def __getattr__(name):
        if name == "ForwardRef" and sys.version_info >= (3, 14):
            return _lazy_annotationlib.ForwardRef
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
`;
