# Callbacks that allocate past the threshold: the next collection comes at the next allocation, and str() and repr() run it too.
import gc
hits = []
keep = []
def cb(phase, info):
    hits.append((phase, info['generation']))
    if len(keep) < 20000: keep.extend([] for _ in range(3000))
gc.collect()
gc.callbacks.append(cb)
gc.collect(0)
print(hits)
for i in range(3): [[]]
print(hits[:6])
gc.callbacks.clear()
