# Floats are kept for reuse: the last one freed is the next one made.
import gc
gc.collect()
x = float("1.5")
y = float("2.5")
idx, idy = id(x), id(y)
del x
del y
p = float("3.5")
q = float("4.5")
print(id(p) == idy, id(q) == idx)
