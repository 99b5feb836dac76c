# The lecture's demo: at which allocation the collection comes.
import gc
first = None
last = gc.get_count()[0]
data = []
for step in range(6000):
    data.append([])
    now = gc.get_count()[0]
    if now < last and first is None:
        first = (step, last, now)
    last = now
print(first)
