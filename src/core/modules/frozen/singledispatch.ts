/// `functools.singledispatch` and `singledispatchmethod`.
export const singleDispatchSource = `def _is_dispatch_type(cls):
    return isinstance(cls, type) or _is_union(cls) and all(isinstance(arg, type) for arg in cls.__args__)

def _is_union(cls):
    return str(getattr(cls, "__origin__", None)) == "typing.Union" or isinstance(cls, type(int | str))

# The lists in one order that keeps theirs, as a class orders its bases'.
def _c3_merge(sequences):
    result = []
    while True:
        sequences = [s for s in sequences if s]
        if not sequences:
            return result
        for first in sequences:
            candidate = first[0]
            for other in sequences:
                if candidate in other[1:]:
                    candidate = None
                    break
            else:
                break
        if candidate is None:
            raise RuntimeError("Inconsistent hierarchy")
        result.append(candidate)
        for s in sequences:
            if s[0] == candidate:
                del s[0]

# A class's order with abstract classes that it does not derive from: each behind the last base that knows of it.
def _c3_mro(cls, abcs=None):
    for i, base in enumerate(reversed(cls.__bases__)):
        if hasattr(base, "__abstractmethods__"):
            boundary = len(cls.__bases__) - i
            break
    else:
        boundary = 0
    abcs = list(abcs) if abcs else []
    explicit = list(cls.__bases__[:boundary])
    abstract = []
    other = list(cls.__bases__[boundary:])
    for base in abcs:
        if issubclass(cls, base) and not any(issubclass(b, base) for b in cls.__bases__):
            abstract.append(base)
    for base in abstract:
        abcs.remove(base)
    orders = [[_c3_mro(base, abcs=abcs) for base in bases] for bases in (explicit, abstract, other)]
    return _c3_merge([[cls]] + orders[0] + orders[1] + orders[2] + [explicit] + [abstract] + [other])

# A class's order among the registered ones: of abstract classes also the subclasses that it is one of.
def _compose_mro(cls, types):
    bases = set(cls.__mro__)

    def is_related(typ):
        return typ not in bases and hasattr(typ, "__mro__") and not isinstance(typ, GenericAlias) and issubclass(cls, typ)
    types = [n for n in types if is_related(n)]

    def is_strict_base(typ):
        for other in types:
            if typ != other and typ in other.__mro__:
                return True
        return False
    types = [n for n in types if not is_strict_base(n)]
    known = set(types)
    mro = []
    for typ in types:
        found = []
        for sub in typ.__subclasses__():
            if sub not in bases and issubclass(cls, sub):
                found.append([s for s in sub.__mro__ if s in known])
        if not found:
            mro.append(typ)
            continue
        found.sort(key=len, reverse=True)
        for sub in found:
            for subcls in sub:
                if subcls not in mro:
                    mro.append(subcls)
    return _c3_mro(cls, abcs=mro)

def _find_impl(cls, registry):
    match = None
    for t in _compose_mro(cls, registry.keys()):
        if match is not None:
            # Two that say nothing of each other, and the class nothing of either.
            if t in registry and t not in cls.__mro__ and match not in cls.__mro__ and not issubclass(match, t):
                raise RuntimeError(f"Ambiguous dispatch: {match} or {t}")
            break
        if t in registry:
            match = t
    return registry.get(match)

# What is a function of its own, a cell or an object of the class is one in CPython: a dispatcher is a cycle, and counts as garbage.
def singledispatch(func):
    if _places:
        import weakref
    else:
        import types, weakref
    registry = {}
    cache = weakref.WeakKeyDictionary()
    token = None

    def dispatch(cls):
        nonlocal token
        if token is not None:
            now = get_cache_token()
            if token != now:
                cache.clear()
                token = now
        try:
            return cache[cls]
        except KeyError:
            try:
                found = registry[cls]
            except KeyError:
                found = _find_impl(cls, registry)
            cache[cls] = found
        return found

    if _places:
        def is_dispatch_type(cls):
            return _is_dispatch_type(cls)
    else:
        def is_union(cls):
            return not isinstance(cls, types.FunctionType) and _is_dispatch_type(cls)
        def is_dispatch_type(cls):
            return isinstance(cls, type) or is_union(cls)

    def register(cls, func=None):
        nonlocal token
        if func is None:
            if is_dispatch_type(cls):
                return lambda f: register(cls, f)
            func = cls
            annotations = getattr(func, "__annotations__", {})
            if not annotations:
                raise TypeError(f"Invalid first argument to \`register()\`: {func!r}. Use either \`@register(some_class)\` or plain \`@register\` on an annotated function.")
            from typing import get_type_hints
            if _places:
                import annotationlib
            name, cls = next(iter(get_type_hints(func).items()))
            if not is_dispatch_type(cls):
                raise TypeError(f"Invalid annotation for {name!r}. {cls!r} " + ("not all arguments are classes." if _is_union(cls) else "is not a class."))
        elif not is_dispatch_type(cls):
            raise TypeError(f"Invalid first argument to \`register()\`. {cls!r} is not a class or union type.")
        for kind in (cls,) if isinstance(cls, type) else cls.__args__:
            registry[kind] = func
        if token is None and hasattr(cls, "__abstractmethods__"):
            token = get_cache_token()
        cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(name + " requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    name = getattr(func, "__name__", "singledispatch function")
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = cache.clear
    return update_wrapper(wrapper, func)

class singledispatchmethod:
    def __init__(self, func):
        if not (callable(func) or hasattr(func, "__get__")):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            if not args:
                raise TypeError(getattr(self.func, "__name__", "singledispatchmethod method") + " requires at least 1 positional argument")
            return self.dispatcher.dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)
        method.register = self.register
        return update_wrapper(method, self.func)

`;
