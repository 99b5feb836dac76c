"""Docstrings and other attributes of functions, methods, code and properties."""
class A:
    "class doc"
    def m(self): "method doc"
    @property
    def p(self): "prop doc"
    @classmethod
    def c(cls): "cm doc"
    @staticmethod
    def s(): "sm doc"
    x = 5
a = A()
print(a.__doc__, a.m.__doc__, A.m.__doc__, A.p.__doc__, A.c.__doc__, A.s.__doc__, A.__dict__["c"].__doc__, A.__dict__["s"].__doc__)
class B(A): pass
print(B.__doc__, B.m.__doc__, B().m.__doc__)
def f():
    """first

    second"""
print(f.__doc__)
f.__doc__ = "new"; print(f.__doc__); del f.__doc__; print(f.__doc__)
A.__doc__ = "changed"; print(A.__doc__)
try: int.__doc__ = "x"
except TypeError as e: print(e)
try: a.m.__doc__ = "x"
except AttributeError as e: print(e)
try: a.m.foo = 1
except AttributeError as e: print(e)
A.m.foo = 1; print(a.m.foo, a.m.__name__, a.m.__qualname__, a.m.__self__ is a, a.m.__func__ is A.m, a.m.__module__)
import functools
@functools.wraps(f)
def g(): pass
print(g.__name__, g.__wrapped__ is f, g.__doc__)
print((lambda: 0).__doc__, (lambda: 0).__name__, (i for i in ()).__name__, (lambda: 0).__qualname__)
def gen(): "gen doc"; yield
print(gen.__doc__, type(gen()).__doc__, gen().__name__, gen().gi_code.co_name)
print(f.__code__.co_varnames, f.__code__.co_argcount, f.__defaults__, f.__kwdefaults__, f.__closure__, f.__annotations__, f.__dict__, f.__module__, f.__globals__ is globals())
def h(a, b=1, *c, d=2, **e): x = 1; return x
print(h.__defaults__, h.__kwdefaults__, h.__code__.co_varnames, h.__code__.co_argcount, h.__code__.co_kwonlyargcount, h.__code__.co_flags, h.__code__.co_names, h.__code__.co_consts, h.__code__.co_name, h.__code__.co_firstlineno, h.__code__.co_nlocals)
h.__defaults__ = (5,); print(h(1)); h.__name__ = "renamed"; print(h.__name__, h.__qualname__)
try: h.__defaults__ = 5
except TypeError as e: print(e)
try: h.__name__ = 5
except TypeError as e: print(e)
try: del h.__name__
except TypeError as e: print(e)
try: h.__code__ = 5
except TypeError as e: print(e)
try: h.__globals__ = {}
except AttributeError as e: print(e)
try: a.p = 1
except AttributeError as e: print(e)
try: property().__get__(a)
except AttributeError as e: print(e)
