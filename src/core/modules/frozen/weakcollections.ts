/// `WeakValueDictionary` and `WeakKeyDictionary`, which are in Python in CPython, too: Lib/weakref.py.
import type { Iteration } from './weakiteration';

export const weakDictionaries = ({ begin, commit, during, copy, isBusy, length, scrub, markDirty, markClean, definition }: Iteration): string => `
from _weakref import ref
${definition}
def _remove_dead_weakref(data, key):
    wr = data.get(key)
    if wr is not None and wr() is None:
        del data[key]

class KeyedRef(ref):
    __module__ = "weakref"
    __slots__ = ("key",)

    def __new__(cls, value, callback, key):
        self = ref.__new__(cls, value, callback)
        self.key = key
        return self

    def __init__(self, value, callback, key):
        super().__init__(value, callback)

class _WeakMapping:
    __slots__ = ()
    _abc_mapping = True

    def __eq__(self, other):
        if not hasattr(other, "keys") or not hasattr(other, "items"):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None

    def __copy__(self):
        return self.copy()

    def __or__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        result = self.copy()
        result.update(other)
        return result

    def __ror__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        result = self.__class__()
        result.update(other)
        result.update(self)
        return result

    def __ior__(self, other):
        self.update(other)
        return self

    def __repr__(self):
        return "<%s at %#x>" % (self.__class__.__name__, id(self))

    def clear(self):
        try:
            while True:
                self.popitem()
        except KeyError:
            pass

class WeakValueDictionary(_WeakMapping):
    __module__ = "weakref"

    def __init__(self, other=(), /, **kw):
        def remove(wr, selfref=ref(self), _atomic_removal=_remove_dead_weakref):
            if (self := selfref()) is not None:
                if ${isBusy}:
                    self._pending_removals.append(wr.key)
                else:
                    _atomic_removal(self.data, wr.key)
        self._remove = remove
        ${begin}
        self.data = {}
        self.update(other, **kw)

    def _commit_removals(self):
        while self._pending_removals:
            _remove_dead_weakref(self.data, self._pending_removals.pop())

    def __getitem__(self, key):
        ${commit}
        value = self.data[key]()
        if value is not None:
            return value
        raise KeyError(key)

    def __setitem__(self, key, value):
        ${commit}
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        ${commit}
        del self.data[key]

    def __len__(self):
        ${commit}
        return len(self.data)

    def __contains__(self, key):
        ${commit}
        try:
            o = self.data[key]()
        except KeyError:
            return False
        return o is not None

    def items(self):
        ${commit}
        ${during}:
            for k, wr in self.data${copy}.items():
                v = wr()
                if v is not None:
                    yield k, v

    def keys(self):
        ${commit}
        ${during}:
            for k, wr in self.data${copy}.items():
                if wr() is not None:
                    yield k

    __iter__ = keys

    def values(self):
        ${commit}
        ${during}:
            for wr in self.data${copy}.values():
                obj = wr()
                if obj is not None:
                    yield obj

    def itervaluerefs(self):
        ${commit}
        ${during}:
            yield from self.data${copy}.values()

    def valuerefs(self):
        ${commit}
        return list(self.data.values())

    def get(self, key, default=None):
        ${commit}
        try:
            value = self.data[key]()
        except KeyError:
            value = None
        return default if value is None else value

    # A value that has died is as good as none.
    def pop(self, key, *args):
        ${commit}
        try:
            value = self.data.pop(key)()
        except KeyError:
            value = None
        if value is not None:
            return value
        if args:
            return args[0]
        raise KeyError(key)

    def popitem(self):
        ${commit}
        while True:
            key, wr = self.data.popitem()
            if (value := wr()) is not None:
                return key, value

    def setdefault(self, key, default=None):
        try:
            value = self.data[key]()
        except KeyError:
            value = None
        if value is not None:
            return value
        ${commit}
        self.data[key] = KeyedRef(default, self._remove, key)
        return default

    def update(self, other=None, /, **kwargs):
        ${commit}
        entries, remove = self.data, self._remove
        if other is not None:
            if not hasattr(other, "items"):
                other = dict(other)
            for key, value in other.items():
                entries[key] = KeyedRef(value, remove, key)
        for key, value in kwargs.items():
            entries[key] = KeyedRef(value, remove, key)

    def copy(self):
        ${commit}
        new = WeakValueDictionary()
        ${during}:
            for key, wr in self.data${copy}.items():
                o = wr()
                if o is not None:
                    new[key] = o
        return new

    def __deepcopy__(self, memo):
        from copy import deepcopy
        ${commit}
        new = self.__class__()
        ${during}:
            for key, wr in self.data${copy}.items():
                o = wr()
                if o is not None:
                    new[deepcopy(key, memo)] = o
        return new

class WeakKeyDictionary(_WeakMapping):
    __module__ = "weakref"

    def __init__(self, dict=None):
        self.data = {}
        def remove(k, selfref=ref(self)):
            if (self := selfref()) is not None:
                if ${isBusy}:
                    self._pending_removals.append(k)
                else:
                    self.data.pop(k, None)
        self._remove = remove
        ${begin}
        ${markClean}
        if dict is not None:
            self.update(dict)

    # Keys that were deleted while their removal was put off are not counted twice.
    def _commit_removals(self):
        while self._pending_removals:
            self.data.pop(self._pending_removals.pop(), None)

    def _scrub_removals(self):
        self._pending_removals = [k for k in self._pending_removals if k in self.data]
        ${markClean}

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        ${markDirty}
        del self.data[ref(key)]

    def __len__(self):
        ${scrub}
        return ${length}

    def __contains__(self, key):
        try:
            wr = ref(key)
        except TypeError:
            return False
        return wr in self.data

    def items(self):
        ${during}:
            for wr, value in self.data${copy}.items():
                key = wr()
                if key is not None:
                    yield key, value

    def keys(self):
        ${during}:
            for wr in self.data${copy}:
                obj = wr()
                if obj is not None:
                    yield obj

    __iter__ = keys

    def values(self):
        ${during}:
            for wr, value in self.data${copy}.items():
                if wr() is not None:
                    yield value

    def keyrefs(self):
        return list(self.data)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def pop(self, key, *args):
        ${markDirty}
        return self.data.pop(ref(key), *args)

    def popitem(self):
        ${markDirty}
        while True:
            wr, value = self.data.popitem()
            if (key := wr()) is not None:
                return key, value

    def update(self, dict=None, /, **kwargs):
        if dict is not None:
            entries, remove = self.data, self._remove
            dict = dict if hasattr(dict, "items") else type({})(dict)
            for key, value in dict.items():
                entries[ref(key, remove)] = value
        if kwargs:
            self.update(kwargs)

    def copy(self):
        new = WeakKeyDictionary()
        ${during}:
            for key, value in self.data${copy}.items():
                o = key()
                if o is not None:
                    new[o] = value
        return new

    def __deepcopy__(self, memo):
        from copy import deepcopy
        new = self.__class__()
        ${during}:
            for key, value in self.data${copy}.items():
                o = key()
                if o is not None:
                    new[o] = deepcopy(value, memo)
        return new
`;
