# What gc.get_stats() begins with, and when a full collection is due: CPython's own start has collected already.
import gc
before = gc.get_stats()
print(before, gc.get_count()[1:])
gc.set_threshold(20, 1, 1)
seen = []
def on_gc(phase, info):
    if phase == 'start': seen.append((info['generation'], len(keep)))
gc.callbacks.append(on_gc)
keep = []
for i in range(12000): keep.append([])
gc.callbacks.clear()
print(len(seen), len([1 for generation, _ in seen if generation == 2]))
print([after['collections'] - earlier['collections'] for after, earlier in zip(gc.get_stats(), before)])
# The numbers are taken before the list of them is made, which may collect.
gc.set_threshold(3, 100, 100)
log = [gc.get_stats()[0]['collections'] for _ in range(12)]
print([n - log[0] for n in log])
