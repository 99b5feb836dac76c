/// `functools`.
export const functoolsSource = `
WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)

def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            pass
        else:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper

def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return lambda wrapper: update_wrapper(wrapper, wrapped, assigned, updated)

class partial:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func)]
        parts += [repr(arg) for arg in self.args]
        parts += ["%s=%r" % item for item in self.keywords.items()]
        return "functools.partial(" + ", ".join(parts) + ")"

class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        return partial(self.func.__get__(instance, owner), *self.args, **self.keywords)

_missing = object()

def reduce(function, iterable, initial=_missing, /):
    iterator = iter(iterable)
    value = initial
    if value is _missing:
        try:
            value = next(iterator)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    for item in iterator:
        value = function(value, item)
    return value

class _CacheInfo(tuple):
    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return "CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)" % tuple(self)

class _lru_cache_wrapper:
    def __init__(self, func, maxsize, typed):
        self._func = func
        self._maxsize = maxsize
        self._typed = typed
        self.cache_clear()
        update_wrapper(self, func)

    def _key(self, args, kwargs):
        if not kwargs and not self._typed:
            return args[0] if len(args) == 1 and type(args[0]) in (int, str) else (args,)
        key = (args, tuple(kwargs.items()))
        if self._typed:
            key += (tuple([type(a) for a in args]), tuple([type(v) for v in kwargs.values()]))
        return key

    def __call__(self, /, *args, **kwargs):
        key = self._key(args, kwargs)
        cache = self._cache
        if key in cache:
            self._hits += 1
            value = cache[key]
            if self._maxsize is not None:
                del cache[key]
                cache[key] = value
            return value
        self._misses += 1
        value = self._func(*args, **kwargs)
        if self._maxsize != 0:
            if self._maxsize is not None and len(cache) >= self._maxsize:
                del cache[next(iter(cache))]
            cache[key] = value
        return value

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        import types
        return types.MethodType(self, instance)

    def cache_info(self):
        return _CacheInfo((self._hits, self._misses, self._maxsize, len(self._cache)))

    def cache_clear(self):
        self._cache = {}
        self._hits = self._misses = 0

    def cache_parameters(self):
        return {"maxsize": self._maxsize, "typed": self._typed}

    def __repr__(self):
        return "<functools._lru_cache_wrapper object at %#x>" % id(self)

def lru_cache(maxsize=128, typed=False):
    if callable(maxsize):
        return _lru_cache_wrapper(maxsize, 128, typed)
    if maxsize is not None and not isinstance(maxsize, int):
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    return lambda func: _lru_cache_wrapper(func, max(maxsize, 0) if maxsize is not None else None, typed)

def cache(func, /):
    return lru_cache(maxsize=None)(func)

class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(f"Cannot assign the same cached_property to two different names ({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            values = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache {self.attrname!r} property.") from None
        if self.attrname not in values:
            values[self.attrname] = self.func(instance)
        return values[self.attrname]

class cmp_to_key:
    def __init__(self, mycmp):
        self._compare = mycmp

    def __call__(self, obj):
        return _Key(self._compare, obj)

class _Key:
    __slots__ = ("_compare", "obj")
    __hash__ = None

    def __init__(self, compare, obj):
        self._compare = compare
        self.obj = obj

    def __lt__(self, other):
        return self._compare(self.obj, other.obj) < 0

    def __gt__(self, other):
        return self._compare(self.obj, other.obj) > 0

    def __eq__(self, other):
        return self._compare(self.obj, other.obj) == 0

    def __le__(self, other):
        return self._compare(self.obj, other.obj) <= 0

    def __ge__(self, other):
        return self._compare(self.obj, other.obj) >= 0

def total_ordering(cls):
    roots = [op for op in ("__lt__", "__le__", "__gt__", "__ge__") if getattr(cls, op) is not getattr(object, op)]
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = "__lt__" if "__lt__" in roots else "__le__" if "__le__" in roots else roots[0]
    rules = {
        "__lt__": {"__gt__": lambda r, s, o: not r and s != o, "__le__": lambda r, s, o: r or s == o, "__ge__": lambda r, s, o: not r},
        "__le__": {"__ge__": lambda r, s, o: not r or s == o, "__lt__": lambda r, s, o: r and s != o, "__gt__": lambda r, s, o: not r},
        "__gt__": {"__lt__": lambda r, s, o: not r and s != o, "__ge__": lambda r, s, o: r or s == o, "__le__": lambda r, s, o: not r},
        "__ge__": {"__le__": lambda r, s, o: not r or s == o, "__gt__": lambda r, s, o: r and s != o, "__lt__": lambda r, s, o: not r},
    }[root]
    for name, rule in rules.items():
        if name not in roots:
            setattr(cls, name, _derived(root, name, rule))
    return cls

def _derived(root, name, rule):
    def method(self, other):
        result = getattr(type(self), root)(self, other)
        return result if result is NotImplemented else rule(result, self, other)
    method.__name__ = name
    return method

MappingProxyType = type(type.__dict__)

def singledispatch(func):
    registry = {object: func}
    def dispatch(cls):
        for base in cls.__mro__:
            if base in registry and base is not object:
                return registry[base]
        best = None
        for kind in registry:
            if kind not in cls.__mro__ and issubclass(cls, kind) and (best is None or issubclass(kind, best)):
                best = kind
        return registry[best or object]
    def register(cls, func=None):
        if func is None:
            if isinstance(cls, (type, type(int | str))):
                return lambda f: register(cls, f)
            func = cls
            annotations = getattr(func, "__annotations__", {})
            if not annotations:
                raise TypeError(f"Invalid first argument to \`register()\`: {func!r}. Use either \`@register(some_class)\` or plain \`@register\` on an annotated function.")
            name, cls = next(iter(annotations.items()))
            if isinstance(cls, str):
                cls = eval(cls, func.__globals__)
            if not isinstance(cls, (type, type(int | str))):
                raise TypeError(f"Invalid annotation for {name!r}. {cls!r} is not a class.")
        for kind in cls.__args__ if isinstance(cls, type(int | str)) else (cls,):
            registry[kind] = func
        return func
    def wrapper(*args, **kw):
        if not args:
            raise TypeError(func.__name__ + " requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    return update_wrapper(wrapper, func)

class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            if not args:
                raise TypeError(getattr(self.func, "__name__", "singledispatchmethod method") + " requires at least 1 positional argument")
            return self.dispatcher.dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)
        method.register = self.register
        return update_wrapper(method, self.func)
`;
