# gc.get_count() after each round, from a full collection on.
import gc
class A:
    def __init__(self, v): self.v = v
def run():
    x = []
    i = y = c = k = 0
    log = []
    gc.collect()
    gc.disable()
    for i in range(12):
        x.append(A(i))
        c = gc.get_count()[0]
        log.append(c)
    x.clear()
    c = gc.get_count()[0]
    log.append(c)
    print(log)
run()
gc.collect()
run()
