# The lecture's demo: at which allocation the collection comes.
import gc
base = gc.get_stats()[0]["collections"]
first = None
data = []
class Node: pass
for step in range(6000):
    data.append(Node())
    if first is None and gc.get_stats()[0]["collections"] > base:
        first = step
print(first)
