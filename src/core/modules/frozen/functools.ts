/// `functools`.
export const functoolsSource = `
import sys

GenericAlias = type(list[int])
MethodType = type((lambda self: 0).__get__(1))
_places = sys.version_info >= (3, 14)

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

if _places:
    class _PlaceholderType:
        __slots__ = ()

        def __new__(cls):
            return Placeholder

        def __init_subclass__(cls, *args, **kwargs):
            raise TypeError("type '%s' is not an acceptable base type" % _PlaceholderType.__name__)

        def __repr__(self):
            return "Placeholder"

        def __reduce__(self):
            return "Placeholder"

    _PlaceholderType.__name__ = _PlaceholderType.__qualname__ = "_PlaceholderType"
    Placeholder = object.__new__(_PlaceholderType)
else:
    Placeholder = None

class partial:
    __slots__ = "func", "args", "keywords", "_gaps", "__dict__", "__weakref__"

    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, *args = args
        args = tuple(args)
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if _places:
            if args and args[-1] is Placeholder:
                raise TypeError("trailing Placeholders are not allowed")
            for value in keywords.values():
                if value is Placeholder:
                    raise TypeError("Placeholder cannot be passed as a keyword argument")
        if isinstance(func, partial) and (cls is type(func) or not func.__dict__):
            args = _merged(func.args, args)
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        self._gaps = _count_gaps(args)
        return self

    def __call__(self, /, *args, **keywords):
        if self._gaps:
            if len(args) < self._gaps:
                raise TypeError("missing positional arguments in 'partial' call; expected at least %d, got %d" % (self._gaps, len(args)))
            return self.func(*_merged(self.args, args), **{**self.keywords, **keywords})
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        if id(self) in _being_shown:
            return "..."
        _being_shown.add(id(self))
        try:
            parts = [repr(self.func)]
            parts += [repr(arg) for arg in self.args]
            parts += ["%s=%r" % item for item in self.keywords.items()]
        finally:
            _being_shown.discard(id(self))
        cls = type(self)
        return cls.__module__ + "." + cls.__qualname__ + "(" + ", ".join(parts) + ")"

    def __reduce__(self):
        return type(self), (self.func,), (self.func, self.args, self.keywords or None, self.__dict__ or None)

    def __setstate__(self, state):
        if not isinstance(state, tuple):
            raise TypeError("argument to __setstate__ must be a tuple")
        if len(state) != 4:
            raise TypeError(f"expected 4 items in state, got {len(state)}")
        func, args, kwds, namespace = state
        if not callable(func) or not isinstance(args, tuple) or kwds is not None and not isinstance(kwds, dict) or namespace is not None and not isinstance(namespace, dict):
            raise TypeError("invalid partial state")
        if _places and args and args[-1] is Placeholder:
            raise TypeError("trailing Placeholders are not allowed")
        self.func, self.args, self.keywords = func, tuple(args), dict(kwds or {})
        self._gaps = _count_gaps(self.args)
        if namespace is not None:
            self.__dict__.update(namespace)

    __class_getitem__ = classmethod(GenericAlias)

_being_shown = set()

def _count_gaps(args):
    n = 0
    if _places:
        for arg in args:
            if arg is Placeholder:
                n += 1
    return n

def _merged(args, more):
    if not _count_gaps(args):
        return args + more
    rest = list(more)
    return tuple([rest.pop(0) if arg is Placeholder and rest else arg for arg in args] + rest)

if _places:
    def _bind_partial(self, instance, owner=None):
        return self if instance is None else MethodType(self, instance)
    partial.__get__ = _bind_partial
else:
    del Placeholder

class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and getattr(func, "__get__", None) is None:
            raise TypeError("%r is not callable or a descriptor" % (func,) if not _places else "the first argument %r must be a callable or a descriptor" % (func,))
        if isinstance(func, partialmethod):
            self.func = func.func
            self.args = _merged(func.args, args)
            self.keywords = {**func.keywords, **keywords}
        else:
            self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        cls = type(self)
        parts = [repr(self.func)] + [repr(arg) for arg in self.args] + ["%s=%r" % item for item in self.keywords.items()]
        if sys.version_info < (3, 13):
            parts[1:] = [", ".join(parts[1:1 + len(self.args)]), ", ".join(parts[1 + len(self.args):])]
        return cls.__module__ + "." + cls.__qualname__ + "(" + ", ".join(parts) + ")"

    def _make_unbound_method(self):
        if _places:
            def _method(cls_or_self, /, *args, **keywords):
                return self.func(cls_or_self, *_merged(self.args, args), **{**self.keywords, **keywords})
        else:
            def _method(cls_or_self, /, *args, **keywords):
                return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        result = None
        if get is not None and not isinstance(self.func, partial):
            new_func = get(obj, cls)
            if new_func is not self.func:
                result = partial(new_func, *self.args, **self.keywords)
                try:
                    result.__self__ = new_func.__self__
                except AttributeError:
                    pass
        if result is None:
            result = self._make_unbound_method().__get__(obj, cls)
        return result

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(GenericAlias)

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
    __slots__ = ()
    _fields = __match_args__ = ("hits", "misses", "maxsize", "currsize")
    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __new__(cls, hits, misses, maxsize, currsize):
        return tuple.__new__(cls, (hits, misses, maxsize, currsize))

    def __repr__(self):
        return "CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)" % tuple(self)

    def _asdict(self):
        return dict(zip(self._fields, self))

_CacheInfo.__name__ = _CacheInfo.__qualname__ = "CacheInfo"

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
        hash(key)
        if key in cache:
            self._hits += 1
            value = cache[key]
            if self._maxsize is not None:
                del cache[key]
                cache[key] = value
            return value
        self._misses += 1
        value = self._func(*args, **kwargs)
        if self._maxsize != 0 and key not in cache:
            if self._maxsize is not None and len(cache) >= self._maxsize:
                del cache[next(iter(cache))]
            cache[key] = value
        return value

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return self.__qualname__

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        import types
        return types.MethodType(self, instance)

    def cache_info(self):
        return _CacheInfo(self._hits, self._misses, self._maxsize, len(self._cache))

    def cache_clear(self):
        self._cache = {}
        self._hits = self._misses = 0

    def cache_parameters(self):
        return {"maxsize": self._maxsize, "typed": self._typed}

    def __repr__(self):
        return "<functools._lru_cache_wrapper object at %#x>" % id(self)

def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return _lru_cache_wrapper(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    return lambda func: _lru_cache_wrapper(func, maxsize, typed)

def cache(func, /):
    return lru_cache(maxsize=None)(func)

class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

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
        value = values.get(self.attrname, _missing)
        if value is _missing:
            value = self.func(instance)
            try:
                values[self.attrname] = value
            except TypeError:
                raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance does not support item assignment for caching {self.attrname!r} property.") from None
        return value

    __class_getitem__ = classmethod(GenericAlias)

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
