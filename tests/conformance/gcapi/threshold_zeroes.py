# Thresholds of 0 and 1.
import gc
gc.collect()
hits = []
def cb(p, i):
    if p == 'start': hits.append((i['generation'], len(keep)))
gc.callbacks.append(cb)
keep = []
gc.set_threshold(10, 0, 0)
for i in range(100): keep.append([])
gc.set_threshold(1)
for i in range(10): keep.append([])
gc.set_threshold(0)
for i in range(100): keep.append([])
gc.callbacks.clear()
print(hits)
print(gc.get_threshold())
