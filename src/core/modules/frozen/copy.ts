/// `copy`: shallow and deep copies by the pickle protocol.
export const copySource = `
import sys
if (3, 12) <= sys.version_info < (3, 14):
    import types
import copyreg

__all__ = ["Error", "copy", "deepcopy"]

class Error(Exception):
    pass

error = Error

_ATOMS = {type(None), int, float, bool, complex, str, bytes, type, range, type(Ellipsis), type(NotImplemented), property,
          type(len), type(lambda: 0), type(list[int]), type(int | str)}
if sys.version_info >= (3, 14):
    _ATOMS.add(super)
_SHALLOW = _ATOMS | {tuple, frozenset, slice, type(copyreg._slotnames.__code__)}

try:
    import weakref
    _ATOMS.add(weakref.ref)
    _SHALLOW.add(weakref.ref)
finally:
    del weakref
_COPIED = {list, dict, set, bytearray}

def copy(x):
    cls = type(x)
    if cls in _SHALLOW:
        return x
    if cls in _COPIED:
        return x.copy()
    if issubclass(cls, type):
        return x
    if (copier := getattr(cls, "__copy__", None)) is not None:
        return copier(x)
    if (reductor := copyreg.dispatch_table.get(cls)) is not None:
        parts = reductor(x)
    elif (reductor := getattr(x, "__reduce_ex__", None)) is not None:
        parts = reductor(4)
    elif reductor := getattr(x, "__reduce__", None):
        parts = reductor()
    else:
        raise Error("un(shallow)copyable object of type %s" % cls)
    return x if isinstance(parts, str) else _reconstruct(x, None, *parts)

# What a copy was made of lives as long as the memo does: its address is a key there.
def _keep_alive(x, memo):
    try:
        memo[id(memo)].append(x)
    except KeyError:
        memo[id(memo)] = [x]

# Up to 3.13 what is its own copy is found among the functions that copy.
_KNOWS_ATOMS = sys.version_info >= (3, 14)

def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if _KNOWS_ATOMS and cls in _ATOMS:
        return x
    address = id(x)
    if memo is None:
        memo = {}
    elif (made := memo.get(address, _nil)) is not _nil:
        return made
    if cls in _ATOMS:
        return x
    if (copier := _deepcopy_dispatch.get(cls)) is not None:
        made = copier(x, memo)
    elif issubclass(cls, type):
        made = x
    elif (copier := getattr(x, "__deepcopy__", None)) is not None:
        made = copier(memo)
    else:
        if reductor := copyreg.dispatch_table.get(cls):
            parts = reductor(x)
        elif (reductor := getattr(x, "__reduce_ex__", None)) is not None:
            parts = reductor(4)
        elif reductor := getattr(x, "__reduce__", None):
            parts = reductor()
        else:
            raise Error("un(deep)copyable object of type %s" % cls)
        made = x if isinstance(parts, str) else _reconstruct(x, memo, *parts)
    if made is not x:
        memo[address] = made
        _keep_alive(x, memo)
    return made

# Each copy of a container is in the memo before its items are copied: they may hold the container.
def _deepcopy_list(x, memo, deepcopy=deepcopy):
    made = memo[id(x)] = []
    add = made.append
    for item in x:
        add(deepcopy(item, memo))
    return made

def _deepcopy_dict(x, memo, deepcopy=deepcopy):
    made = memo[id(x)] = {}
    for key, value in x.items():
        made[deepcopy(key, memo)] = deepcopy(value, memo)
    return made

# A tuple cannot be: what its items made of it comes first, and one whose items stay the same is itself.
def _deepcopy_tuple(x, memo, deepcopy=deepcopy):
    items = [deepcopy(item, memo) for item in x]
    try:
        return memo[id(x)]
    except KeyError:
        pass
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x

def _deepcopy_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))

_deepcopy_dispatch = {list: _deepcopy_list, tuple: _deepcopy_tuple, dict: _deepcopy_dict,
                      type(_deepcopy_method.__get__(1)): _deepcopy_method, type(copyreg._slotnames.__code__): lambda x, memo: x}

def _reconstruct(x, memo, func, args, state=None, listiter=None, dictiter=None, *, deepcopy=deepcopy):
    deep = memo is not None
    if deep:
        if args:
            args = (deepcopy(arg, memo) for arg in args)
        made = memo[id(x)] = func(*args)
    else:
        made = func(*args)
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(made, "__setstate__"):
            made.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                made.__dict__.update(state)
            if slots is not None:
                for name, value in slots.items():
                    setattr(made, name, value)
    if listiter is not None:
        for item in listiter:
            if deep:
                item = deepcopy(item, memo)
            made.append(item)
    if dictiter is not None:
        for key, value in dictiter:
            if deep:
                key = deepcopy(key, memo)
                value = deepcopy(value, memo)
            made[key] = value
    return made

if sys.version_info >= (3, 13):
    def replace(obj, /, **changes):
        cls = obj.__class__
        func = getattr(cls, "__replace__", None)
        if func is None:
            raise TypeError(f"replace() does not support {cls.__name__} objects")
        return func(obj, **changes)
`;
