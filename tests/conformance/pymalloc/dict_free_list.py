# A dict comes back whole: object and table.
import gc
gc.collect()
a = {1: 2}
b = {}
ia, ib = id(a), id(b)
del a
del b
c = {}
d = {}
print(id(c) == ib, id(d) == ia)
