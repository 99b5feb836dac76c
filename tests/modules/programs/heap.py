import sys, gc, weakref
gc.disable(); gc.collect()
class A:
    def __init__(self, x): self.x = x
    def __repr__(self): return f"A({self.x})"
    def __del__(self): print("del", self.x)
a = A(1)
print(sys.getrefcount(a), a)
b = [a, a]
print(sys.getrefcount(a))
r = weakref.ref(a)
print(r() is a, weakref.getweakrefcount(a), weakref.getweakrefs(a) == [r])
c = A(2); c.me = c
del c
print(gc.collect())
d = {}; d['x'] = a
print(len(gc.get_referrers(a)), gc.get_referents([1, 2]), gc.get_referents(b) == [a, a])
print(gc.is_tracked(a), gc.is_tracked(1), gc.is_tracked([]), gc.is_tracked(()), gc.get_threshold(), gc.isenabled())
def f(x):
    y = 2
    return locals(), sys.getrefcount(x)
print(f(5)[0])
print(sys.version_info[:2], sys.getsizeof([]), sys.getsizeof(int), sys.getsizeof(A))
print(sys.getsizeof("abc"), sys.getsizeof({}), sys.getsizeof({1: 2}), sys.getsizeof(()), sys.getsizeof(5, -1))
if sys.version_info >= (3, 13): print(sys.getrefcount(None), sys.getrefcount("a"), sys.getrefcount(True), sys.getrefcount(int))
w = weakref.WeakValueDictionary()
w['k'] = a
k = weakref.WeakKeyDictionary({a: 1})
s = weakref.WeakSet([a])
m = weakref.WeakMethod(a.__repr__)
print(list(w.items()), len(k), len(s), m()())
p = weakref.proxy(a)
print(p.x)
fin = weakref.finalize(a, print, "finalized")
b.clear(); del d, a
print(list(w.items()), len(k), len(s), m(), fin.alive)
try: p.x
except ReferenceError as e: print(e)
gc.callbacks.append(lambda phase, info: print(phase, info))
gc.collect(0)
gc.callbacks.clear()
print(sorted(gc.get_stats()[2]), gc.garbage, gc.get_count()[1:] >= (0, 0))
for bad in (lambda: gc.collect(3), lambda: gc.collect(-1), lambda: gc.get_objects(5), lambda: gc.set_threshold(), lambda: weakref.ref(1)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
gc.set_threshold(5, 6, 7); print(gc.get_threshold())
gc.set_debug(gc.DEBUG_SAVEALL); print(gc.get_debug() == gc.DEBUG_SAVEALL, gc.DEBUG_LEAK)
l = []; l.append(l); del l
print(gc.collect(), len(gc.garbage))
gc.set_debug(0); gc.garbage.clear()
gc.freeze(); print(gc.get_freeze_count() > 0); gc.unfreeze(); print(gc.get_freeze_count())
