# A collection that is due runs behind the call of a builtin type's method, also when the call is compiled.
import gc
seen = []
def on_gc(phase, info):
    if phase == 'start': seen.append(len(keep))
gc.callbacks.append(on_gc)
for make in ('{}.items()', '{}.keys()', '[1].copy()', '"a b".split()', '{1}.union([2])', 'memoryview(b"abc")[1:]', 'classmethod(len)'):
    keep = []
    gc.collect()
    seen.clear()
    exec('while len(seen) < 3: keep.append(%s)' % make)
    print(make, seen[:3])
gc.callbacks.clear()
