# gc.get_count() after each round, from a full collection on.
import gc

x = []
i = y = c = k = 0
log = []
class C:
    pass
gc.collect()
gc.disable()
for i in range(12):
    class C:
        pass
    c = gc.get_count()[0]
    log.append(c)
x.clear()
c = gc.get_count()[0]
log.append(c)
print(log)
log.clear()
