# The order in which a collection leaves a chain.
import gc
gc.collect()
class M:
    def __init__(self, i, n=None): self.i = i; self.n = n
def order(k): return [o.i for o in gc.get_objects(k) if type(o) is M]
m = None
for i in range(5): m = M(i, m)
print(order(0)); gc.collect(0); print(order(1)); gc.collect(0); gc.collect(1); print(order(2)); gc.collect(); print(order(2))
