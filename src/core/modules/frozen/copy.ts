/// `copy`: shallow and deep copies, without the pickle protocol's finer points.
export const copySource = `
class Error(Exception):
    pass

error = Error

_ATOMS = (type(None), int, float, bool, complex, str, bytes, type, range, type(Ellipsis), type(NotImplemented),
          type(len), type(lambda: 0), property, slice, frozenset)

def _instance(x, cls):
    y = cls.__new__(cls)
    return y

def _state(x):
    state = {}
    for cls in type(x).__mro__:
        slots = cls.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name not in ("__dict__", "__weakref__") and hasattr(x, name):
                state[name] = getattr(x, name)
    state.update(getattr(x, "__dict__", {}))
    return state

def _restore(y, x, convert):
    if hasattr(x, "__getstate__") and type(x).__getstate__ is not getattr(object, "__getstate__", None):
        state = convert(x.__getstate__())
    else:
        state = {name: convert(value) for name, value in _state(x).items()}
    if hasattr(y, "__setstate__"):
        y.__setstate__(state)
    else:
        for name, value in state.items():
            object.__setattr__(y, name, value)
    return y

def copy(x):
    cls = type(x)
    if cls in _ATOMS or cls is tuple or issubclass(cls, type):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    return _restore(_filled(x, cls, lambda item: item), x, lambda value: value)

def _filled(x, cls, convert):
    if issubclass(cls, BaseException):
        return cls(*[convert(arg) for arg in x.args])
    for base in (list, set):
        if issubclass(cls, base):
            y = cls.__new__(cls)
            for item in x:
                y.append(convert(item)) if base is list else y.add(convert(item))
            return y
    if issubclass(cls, dict):
        y = cls.__new__(cls)
        for key, value in x.items():
            dict.__setitem__(y, convert(key), convert(value))
        return y
    if issubclass(cls, tuple):
        return tuple.__new__(cls, [convert(item) for item in x])
    for base in (int, float, str, bytes):
        if issubclass(cls, base):
            return cls.__new__(cls, x)
    if cls.__module__ in ("builtins", "_io", "itertools"):
        raise TypeError("cannot pickle %r object" % cls.__name__)
    return cls.__new__(cls)

def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if cls in _ATOMS and cls is not frozenset or issubclass(cls, type):
        return x
    if memo is None:
        memo = {}
    y = memo.get(id(x), _nil)
    if y is not _nil:
        return y
    copier = getattr(cls, "__deepcopy__", None)
    if copier is not None:
        y = copier(x, memo)
    elif cls is list:
        y = []
        memo[id(x)] = y
        for item in x:
            y.append(deepcopy(item, memo))
    elif cls is dict:
        y = {}
        memo[id(x)] = y
        for key, value in x.items():
            y[deepcopy(key, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        if id(x) in memo:
            return memo[id(x)]
        y = x
        for old, new in zip(x, items):
            if old is not new:
                y = tuple(items)
                break
    elif cls in (set, frozenset):
        y = cls([deepcopy(item, memo) for item in x])
    elif cls is bytearray:
        y = bytearray(x)
    elif cls is type(deepcopy.__get__(1)):
        y = cls(x.__func__, deepcopy(x.__self__, memo))
    else:
        convert = lambda value: deepcopy(value, memo)
        if issubclass(cls, (list, dict, set, tuple, int, float, str, bytes, BaseException)):
            y = _filled(x, cls, convert)
        else:
            y = _filled(x, cls, None)
        memo[id(x)] = y
        _restore(y, x, convert)
    if y is not x:
        memo[id(x)] = y
        try:
            memo[id(memo)].append(x)
        except KeyError:
            memo[id(memo)] = [x]
    return y

def replace(obj, /, **changes):
    method = getattr(type(obj), "__replace__", None)
    if method is None:
        raise TypeError("replace() does not support " + type(obj).__name__ + " objects")
    return method(obj, **changes)
`;
