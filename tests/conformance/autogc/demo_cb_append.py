# The lecture's demo: at which allocation the collection comes.
import gc
seen = []
def watch(phase, info):
    if phase == "start":
        seen.append((len(data), info["generation"]))
gc.callbacks.append(watch)
data = []
for step in range(6000):
    data.append([])
print(seen[:4], len(seen))
