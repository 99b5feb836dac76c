/// `functools.cached_property`.

/// What cached_property.__get__ does for a value that is not there yet.
const cachedProperty = (indent: string): string => `value = self.func(instance)
try:
    values[self.attrname] = value
except TypeError:
    raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance does not support item assignment for caching {self.attrname!r} property.") from None`.replace(/^/gm, indent);

export const cachedPropertySource = `# threading's, in a machine with one thread.
class RLock:
    __slots__ = ("_count",)
    __module__ = "_thread"

    def __enter__(self):
        return True

    def __exit__(self, *exc_details):
        pass

class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        if sys.version_info >= (3, 12):
            self.__module__ = func.__module__
        else:
            self.lock = RLock()

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
            if sys.version_info >= (3, 12):
${cachedProperty('                ')}
            else:
                with self.lock:
                    value = values.get(self.attrname, _missing)
                    if value is _missing:
${cachedProperty('                        ')}
        return value

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        if name != self.attrname:
            raise TypeError(f"Cannot assign the same cached_property to two different names ({self.attrname!r} and {name!r}).")

    __class_getitem__ = classmethod(GenericAlias)

`;
