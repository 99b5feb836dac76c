import sys
def t(f):
    n = f.__code__.co_firstlineno
    try: print(n, f())
    except BaseException as e: print(n, "!!", type(e).__name__, e)
def f(a: int, b: 'str' = 5, *args: float, k: list[int] = (), **kw: dict) -> None: pass
t(lambda: f.__annotations__)
class C:
    x: int
    y: str = 'a'
    def m(self, z: bool): pass
t(lambda: C.__annotations__)
t(lambda: C.m.__annotations__)
t(lambda: C.__dict__.get('__annotations__'))
v: int = 5
w: 'str'
t(lambda: __annotations__ if sys.version_info < (3, 14) else __annotate__(1))
if sys.version_info >= (3, 14):
    def g(x: undefined_name): pass
    t(lambda: g.__annotations__)
    t(lambda: g.__annotate__)
    t(lambda: g.__annotate__(1))
    t(lambda: f.__annotate__(1))
    t(lambda: f.__annotate__(3))
    class D:
        a: Later
    t(lambda: D.__annotations__)
    class Later: pass
    t(lambda: D.__annotations__)
    t(lambda: D.__annotate__(1))
    t(lambda: D.__annotate__)
    class E: pass
    t(lambda: E.__annotate__)
    t(lambda: E.__annotations__)
    f.__annotations__ = {'q': 1}
    t(lambda: f.__annotations__)
    t(lambda: f.__annotate__)
    import annotationlib
    t(lambda: annotationlib.get_annotations(f))
    t(lambda: annotationlib.get_annotations(g, format=annotationlib.Format.STRING))
    t(lambda: annotationlib.get_annotations(g, format=annotationlib.Format.FORWARDREF))
    t(lambda: annotationlib.get_annotations(C))
    t(lambda: annotationlib.Format.VALUE)
    t(lambda: list(annotationlib.Format))
    t(lambda: annotationlib.get_annotations(C, format=annotationlib.Format.STRING))
    t(lambda: annotationlib.get_annotations(5))
    t(lambda: lambda x: x)
    t(lambda: (lambda x: x).__annotate__)
f.__annotations__['z'] = 5
t(lambda: f.__annotations__)
del f.__annotations__
t(lambda: f.__annotations__)
class Meta(type): pass
class X(metaclass=Meta):
    a: int
class Y(X): pass
t(lambda: Y.__annotations__)
t(lambda: X.__annotations__)
def outer():
    loc: int
    q: str = 5
    return q
t(outer)
t(lambda: outer.__annotations__)
import typing
t(lambda: typing.get_type_hints(C))
t(lambda: typing.get_type_hints(C.m))
def h(a: 'int', b: 'C' = None) -> 'list[C]': pass
t(lambda: typing.get_type_hints(h))