class A(int):
    __eq__ = str.__eq__
    __add__ = str.__add__
    __len__ = list.__len__
    __str__ = str.__str__
    __hash__ = str.__hash__
a = A()
for f in (lambda: a == a, lambda: a + a, lambda: len(a), lambda: str(a), lambda: hash(a), lambda: object().__reduce_ex__(None), lambda: object().__reduce_ex__(), lambda: object().__reduce_ex__('a'), lambda: object().__reduce_ex__(2.0), lambda: bytearray().__reduce_ex__(None)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
import types
class X:
    __dict__ = property(lambda self: 5)
try: print(len(dir(X())))
except Exception as e: print(type(e).__name__, e)
class X:
    __dict__ = property(lambda self: {'zz': 3})
print(dir(X())[-1])
class B:
    __add__ = int.__add__
    __iter__ = list.__iter__
    __getitem__ = dict.__getitem__
    __call__ = type.__call__
    __init__ = list.__init__
for f in (lambda: B(),):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
B.__init__ = object.__init__
b = B()
for f in (lambda: b + 1, lambda: iter(b), lambda: b[0], lambda: b()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
