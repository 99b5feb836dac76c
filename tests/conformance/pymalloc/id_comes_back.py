# The address of a freed object is the next one's of that size (last in, first out).
import gc
gc.collect()

class Plain:
    __slots__ = ("a",)

a = Plain()
b = Plain()
ida, idb = id(a), id(b)
del a
c = Plain()
print("a's place:", id(c) == ida)
del b, c
d = Plain()
e = Plain()
print("c's place first, then b's:", id(d) == ida, id(e) == idb)
