# Tuples are kept by size.
import gc
gc.collect()
n = 5
a = (n, n)
b = (n, n, n)
ia, ib = id(a), id(b)
del a, b
c = (n, n, n)
d = (n, n)
print(id(c) == ib, id(d) == ia)
