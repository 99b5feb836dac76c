# The block of one type becomes an object of another of the same class.
import gc
gc.collect()
class A:
    __slots__ = ("x", "y")
class B:
    __slots__ = ("p", "q")
a = A()
ida = id(a)
del a
b = B()
print(id(b) == ida)
