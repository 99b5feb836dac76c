# Frozen objects are nobody's referrers.
import gc
class A: pass
a = A(); L = [a]
gc.collect()
gc.freeze()
print(any(r is L for r in gc.get_referrers(a)), gc.is_tracked(L))
gc.unfreeze()
print(any(r is L for r in gc.get_referrers(a)))
print([any(x is L for x in gc.get_objects(k)) for k in range(3)])
