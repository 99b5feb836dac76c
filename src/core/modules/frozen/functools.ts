import { cachedPropertySource } from './cachedproperty';
import { singleDispatchSource } from './singledispatch';

/// `functools`.
export const functoolsSource = `
import sys
from abc import get_cache_token

GenericAlias = type(list[int])
MethodType = type((lambda self: 0).__get__(1))
_places = sys.version_info >= (3, 14)

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__" if sys.version_info < (3, 14) else "__annotate__")
if sys.version_info >= (3, 12):
    WRAPPER_ASSIGNMENTS += ("__type_params__",)
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
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)

from _functools import partial, reduce, cmp_to_key, _lru_cache_wrapper
if _places:
    from _functools import Placeholder, _PlaceholderType

    def _merged(args, more):
        rest = list(more)
        return tuple([rest.pop(0) if arg is Placeholder and rest else arg for arg in args] + rest)
else:
    def _merged(args, more):
        return args + more

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

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    # A descriptor binds itself, and its arguments are given to what it makes; anything else becomes a function, which binds.
    def __get__(self, obj, cls=None):
        bind = getattr(self.func, "__get__", None)
        if bind is not None and not isinstance(self.func, partial):
            bound = bind(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result
        return self._make_unbound_method().__get__(obj, cls)

    __class_getitem__ = classmethod(GenericAlias)

_missing = object()

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

def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        user_function, maxsize = maxsize, 128
        wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)
        wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
        return update_wrapper(wrapper, user_function)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorating_function(user_function):
        wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)
        wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
        return update_wrapper(wrapper, user_function)
    return decorating_function

def cache(func, /):
    return lru_cache(maxsize=None)(func)

${cachedPropertySource}def _derived(root, name, rule):
    def method(self, other):
        result = getattr(type(self), root)(self, other)
        return result if result is NotImplemented else rule(result, self, other)
    method.__name__ = name
    return name, method

# By the one comparison that a class has: the others, made of it.
_orderings = {root: [_derived(root, name, rule) for name, rule in rules.items()] for root, rules in {
    "__lt__": {"__gt__": lambda r, s, o: not r and s != o, "__le__": lambda r, s, o: r or s == o, "__ge__": lambda r, s, o: not r},
    "__le__": {"__ge__": lambda r, s, o: not r or s == o, "__lt__": lambda r, s, o: r and s != o, "__gt__": lambda r, s, o: not r},
    "__gt__": {"__lt__": lambda r, s, o: not r and s != o, "__ge__": lambda r, s, o: r or s == o, "__le__": lambda r, s, o: not r},
    "__ge__": {"__le__": lambda r, s, o: not r or s == o, "__gt__": lambda r, s, o: r and s != o, "__lt__": lambda r, s, o: not r},
}.items()}

def total_ordering(cls):
    roots = {op for op in _orderings if getattr(cls, op) is not getattr(object, op)}
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    # By their names the best to begin with is the greatest.
    for name, method in _orderings[max(roots)]:
        if name not in roots:
            setattr(cls, name, method)
    return cls

MappingProxyType = type(type.__dict__)

${singleDispatchSource}__all__ = [name for name in ("update_wrapper wraps WRAPPER_ASSIGNMENTS WRAPPER_UPDATES total_ordering cache cmp_to_key lru_cache reduce partial "
           "partialmethod singledispatch singledispatchmethod cached_property Placeholder").split() if name in globals()]
`;
