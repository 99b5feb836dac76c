# A weakref cleared by the collector keeps its callback; one whose object died does not.
import gc, weakref
class A: pass
def cb(r): print("cb", r.__callback__ is cb)
a = A(); a.a = a; r = weakref.ref(a, cb); del a
gc.collect(); print(r.__callback__ is cb, weakref.getweakrefcount(A))
a = A(); r = weakref.ref(a, cb); del a
print(r.__callback__)
