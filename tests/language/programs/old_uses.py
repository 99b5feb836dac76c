"""Warnings of uses that are going to be errors."""
t = True
print(~t)
print(~t)
def f():
    return ~False
f()
if NotImplemented if False else 1: pass
try:
    if NotImplemented: pass
except TypeError as e: print(e)
def g():
    try: yield 1
    except ValueError as e: print("caught", e)
    yield 2
x = g(); next(x); print(x.throw(ValueError, ValueError("a"), None))
x = g(); next(x); print(x.throw(ValueError, "b"))
import warnings
warnings.warn("hello")
warnings.warn("old", DeprecationWarning)
def h(): warnings.warn("inner", stacklevel=2)
h()
class N:
    def __int__(self): return True
print(int(N()))
class F:
    def __float__(self):
        class X(float): pass
        return X(1.5)
print(float(F()))
class I:
    def __index__(self): return True
print(int(I()), [1,2][I()])
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    print(~t)
    print(w[0].category.__name__, w[0].lineno)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try: ~t
    except DeprecationWarning as e: print("error", str(e)[:30])
print(len(warnings.filters), warnings.filters)
