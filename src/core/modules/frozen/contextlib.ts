/// `contextlib` and the little of `io` that goes with it.
export const contextlibSource = `
import abc
import sys
from _collections import deque
from functools import wraps
from types import GenericAlias, MethodType

class AbstractContextManager(abc.ABC):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    def __enter__(self):
        return self

    @abc.abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractContextManager:
            return all([any([B.__dict__.get(name) is not None for B in C.__mro__]) for name in ("__enter__", "__exit__")]) or NotImplemented
        return NotImplemented

class ContextDecorator:
    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwargs):
            with self._recreate_cm():
                return func(*args, **kwargs)
        return inner

    # Each call of the function enters what this gives: the same one again, unless it says otherwise.
    def _recreate_cm(self):
        return self

class _GeneratorContextManager(AbstractContextManager, ContextDecorator):
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func = func
        self.args = args
        self.kwds = kwds

    def __enter__(self):
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)

    # What comes out of the generator goes on, unless it is what went in: then the with statement raises that again.
    def __exit__(self, typ, value, traceback):
        if typ is not None:
            value = typ() if value is None else value
            try:
                self.gen.throw(value)
            except StopIteration as exc:
                return exc is not value
            except BaseException as exc:
                if exc is not value:
                    # A StopIteration that the generator lets out comes as the cause of a RuntimeError.
                    if not issubclass(type(exc), RuntimeError) or not isinstance(value, StopIteration) or exc.__cause__ is not value:
                        raise
                value.__traceback__ = traceback
                return False
        else:
            try:
                next(self.gen)
            except StopIteration:
                return False
        try:
            raise RuntimeError("generator didn't stop" if typ is None else "generator didn't stop after throw()")
        finally:
            self.gen.close()

def contextmanager(func):
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper

class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *details):
        self.thing.close()

class nullcontext(AbstractContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is not None:
            if issubclass(exctype, self._exceptions):
                return True
            if sys.version_info < (3, 12) or not issubclass(exctype, BaseExceptionGroup):
                return False
            match, rest = excinst.split(self._exceptions)
            if rest is not None:
                raise rest
            return True

class _RedirectStream(AbstractContextManager):
    # One that is entered again inside itself has several to go back to.
    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        target = self._new_target
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, target)
        return target

    def __exit__(self, *details):
        setattr(sys, self._stream, self._old_targets.pop())
${['stdout', 'stderr'].map(name => `
class redirect_${name}(_RedirectStream):
    _stream = "${name}"
`).join('')}
class _BaseExitStack:
    def __init__(self):
        self._exit_callbacks = deque()

    @staticmethod
    def _create_exit_wrapper(cm, cm_exit):
        return MethodType(cm_exit, cm)

    @staticmethod
    def _create_cb_wrapper(callback, /, *args, **kwds):
        def _exit_wrapper(exc_type, exc, tb):
            callback(*args, **kwds)
        return _exit_wrapper

    def _push_cm_exit(self, cm, cm_exit):
        self._push_exit_callback(self._create_exit_wrapper(cm, cm_exit))

    def _push_exit_callback(self, callback, is_sync=True):
        self._exit_callbacks.append((is_sync, callback))

    def enter_context(self, cm):
        cls = type(cm)
        try:
            enter, leave = cls.__enter__, cls.__exit__
        except AttributeError:
            raise TypeError("'%s.%s' object does not support the context manager protocol" % (cls.__module__, cls.__qualname__)) from None
        result = enter(cm)
        self._push_cm_exit(cm, leave)
        return result

    def push(self, exit):
        method = getattr(type(exit), "__exit__", None)
        if method is None:
            self._push_exit_callback(exit)
        else:
            self._push_cm_exit(exit, method)
        return exit

    def callback(self, callback, /, *args, **kwds):
        _exit_wrapper = self._create_cb_wrapper(callback, *args, **kwds)
        _exit_wrapper.__wrapped__ = callback
        self._push_exit_callback(_exit_wrapper)
        return callback

    def pop_all(self):
        stack = type(self)()
        stack._exit_callbacks, self._exit_callbacks = self._exit_callbacks, deque()
        return stack

class ExitStack(_BaseExitStack, AbstractContextManager):
    def __enter__(self):
        return self

    def __exit__(self, *details):
        given = pending = details[1]
        outer = sys.exc_info()[1] if sys.version_info < (3, 12) else sys.exception()

        # The exception that came before stands where the one outside the with statement does in the chain.
        def set_context(new, old):
            while new is not old:
                context = new.__context__
                if context is None or context is old:
                    return
                if context is outer:
                    new.__context__ = old
                    return
                new = context
        raised = False
        while self._exit_callbacks:
            _, leave = self._exit_callbacks.pop()
            try:
                details = (None, None, None) if pending is None else (type(pending), pending, pending.__traceback__)
                if leave(*details):
                    pending, raised = None, False
            except BaseException as new:
                set_context(new, pending)
                pending, raised = new, True
        if raised:
            context = pending.__context__
            try:
                raise pending
            except BaseException:
                # Raising it put what is being handled in this place.
                pending.__context__ = context
                raise
        return given is not None and pending is None

    def close(self):
        self.__exit__(None, None, None)

__all__ = [name for name in ("asynccontextmanager contextmanager closing nullcontext AbstractContextManager AbstractAsyncContextManager "
           "AsyncExitStack ContextDecorator ExitStack redirect_stdout redirect_stderr suppress aclosing chdir").split() if name in globals()]
`;
