/// `weakref`: what CPython has in Lib/weakref.py, as far as lessons use it.
export const weakrefSource = `
import itertools
import sys
if (3, 12) <= sys.version_info < (3, 14):
    import types
from _weakref import ref, proxy, getweakrefcount, getweakrefs, ReferenceType, ProxyType, CallableProxyType
from sys import version_info

if version_info >= (3, 14):
    from _weakrefset import WeakSet
    from _weakdicts import KeyedRef, WeakKeyDictionary, WeakValueDictionary
else:
    from _guarded_weakrefset import WeakSet
    from _guarded_weakdicts import KeyedRef, WeakKeyDictionary, WeakValueDictionary
del version_info

ProxyTypes = (ProxyType, CallableProxyType)

class WeakMethod(ref):
    __slots__ = "_func_ref", "_meth_type", "_alive", "__weakref__"

    def __new__(cls, meth, callback=None):
        try:
            obj = meth.__self__
            func = meth.__func__
        except AttributeError:
            raise TypeError("argument should be a bound method, not " + str(type(meth))) from None
        def gone(_):
            self = self_ref()
            if self is not None and self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)
        self = ref.__new__(cls, obj, gone)
        self._func_ref = ref(func, gone)
        self._meth_type = type(meth)
        self._alive = True
        self_ref = ref(self)
        return self

    def __init__(self, meth, callback=None):
        pass

    def __call__(self):
        obj, func = super().__call__(), self._func_ref()
        if obj is not None and func is not None:
            return self._meth_type(func, obj)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if self._alive and other._alive:
            return ref.__eq__(self, other) and self._func_ref == other._func_ref
        return self is other

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = ref.__hash__

class finalize:
    __slots__ = ()
    _registry = {}
    _index_iter = itertools.count()
    _shutdown = False
    _registered_with_atexit = False

    class _Info:
        __slots__ = ("weakref", "func", "args", "kwargs", "atexit", "index")

    def __init__(self, obj, func, /, *args, **kwargs):
        if not self._registered_with_atexit:
            import atexit
            atexit.register(self._exitfunc)
            finalize._registered_with_atexit = True
        info = self._Info()
        info.weakref = ref(obj, self)
        info.func = func
        info.args = args
        info.kwargs = kwargs or None
        info.atexit = True
        info.index = next(self._index_iter)
        self._registry[self] = info

    def __call__(self, _=None):
        info = self._registry.pop(self, None)
        if info is not None and not self._shutdown:
            return info.func(*info.args, **(info.kwargs or {}))

    def _told(self):
        info = self._registry.get(self)
        if info and (obj := info.weakref()) is not None:
            return obj, info.func, info.args, info.kwargs or {}

    def peek(self):
        return self._told()

    def detach(self):
        told = self._told()
        if told is not None and self._registry.pop(self, None):
            return told

    def __repr__(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        whose = "dead" if obj is None else "for %r at %#x" % (type(obj).__name__, id(obj))
        return "<%s object at %#x; %s>" % (type(self).__name__, id(self), whose)

    @property
    def alive(self):
        return self in self._registry

    @property
    def atexit(self):
        return bool(info := self._registry.get(self)) and info.atexit

    @atexit.setter
    def atexit(self, value):
        if info := self._registry.get(self):
            info.atexit = bool(value)

    @classmethod
    def _next_at_exit(cls):
        return max(((info.index, f) for f, info in cls._registry.items() if info.atexit), default=(-1, None))[1]

    # The newest first; those that finalizers add come next.
    @classmethod
    def _exitfunc(cls):
        import gc
        enabled = gc.isenabled()
        gc.disable()
        try:
            while f := cls._next_at_exit():
                try:
                    f()
                except Exception:
                    from traceback import print_exc
                    print_exc()
        finally:
            finalize._shutdown = True
            if enabled:
                gc.enable()

import sys
if "collections.abc" in sys.modules:
    sys.modules["collections.abc"]._register_weak(sys.modules[__name__])

__all__ = [name for name in ("ref proxy getweakrefcount getweakrefs WeakKeyDictionary ReferenceType ProxyType CallableProxyType ProxyTypes "
           "WeakValueDictionary WeakSet WeakMethod finalize").split() if name in globals()]
`;
