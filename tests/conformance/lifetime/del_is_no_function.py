"""__del__ that is no plain function: what is reported when it fails is what was called."""
import sys


def hook(args):
    print(type(args.object).__name__, args.exc_value, getattr(args.object, '__self__', None).__class__.__name__)


sys.unraisablehook = hook


class Called:
    def __call__(self):
        raise ValueError('an object that can be called')


class OfClass:
    @classmethod
    def __del__(cls):
        raise ValueError('class method')


class Static:
    @staticmethod
    def __del__():
        raise ValueError('static method')


class Plain:
    def __del__(self):
        raise ValueError('function')


class Object:
    __del__ = Called()


class Property:
    @property
    def __del__(self):
        raise ValueError('property')


for kind in (OfClass, Static, Plain, Object, Property):
    kind()
    x = [kind()]
    x.append(x)
    del x
    import gc
    gc.collect()
