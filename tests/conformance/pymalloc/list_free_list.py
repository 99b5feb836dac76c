# Lists are kept for reuse too; their items are a block of their own.
import gc
gc.collect()
a = []
b = []
ids = [id(a), id(b)]
del a
del b
c = []
d = []
print([ids.index(id(x)) for x in (c, d)])
