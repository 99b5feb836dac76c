# Cycles through views, iterators and other small objects.
import gc
def t(o): 
    pass
d = {}; d['k'] = d.keys(); del d; print(gc.collect())
d = {}; d['i'] = iter(d.items()); del d; print(gc.collect())
l = []; l.append(iter(l)); del l; print(gc.collect())
l = []; l.append(reversed(l)); del l; print(gc.collect())
l = []; l.append(enumerate(l)); del l; print(gc.collect())
l = []; l.append(zip(l, l)); del l; print(gc.collect())
l = []; l.append(map(l.append, l)); del l; print(gc.collect())
l = []; l.append(filter(None, l)); del l; print(gc.collect())
l = []; l.append(l.append); del l; print(gc.collect())
l = []; l.append((l,)); del l; print(gc.collect())
l = []; l.append(slice(l)); del l; print(gc.collect())
l = []; l.append(x for x in l); del l; print(gc.collect())
l = []; l.append(iter(lambda: l, 1)); del l; print(gc.collect())
l = []; l.append(property(l.append)); del l; print(gc.collect())
l = []; l.append(staticmethod(l)); del l; print(gc.collect())
l = []; l.append(list[l]); del l; print(gc.collect())
l = []; s = frozenset([l.append]); l.append(s); del l, s; print(gc.collect())
import weakref, types
class A: pass
a = A(); a.p = weakref.proxy(a, a.__init__); del a; print(gc.collect())
a = A(); a.m = types.MethodType(print, a); del a; print(gc.collect())
m = types.ModuleType('m'); m.m = m; del m; print(gc.collect())
n = types.SimpleNamespace(); n.n = n; del n; print(gc.collect())
p = types.MappingProxyType(d := {}); d['p'] = p; del d, p; print(gc.collect())
