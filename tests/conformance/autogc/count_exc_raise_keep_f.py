# gc.get_count() after each round, from a full collection on.
import gc

def run():
    x = []
    i = y = c = k = 0
    log = []
    gc.collect()
    gc.disable()
    for i in range(12):
        try:
            raise ValueError("a")
        except ValueError as e:
            x.append(e)
        c = gc.get_count()[0]
        log.append(c)
    x.clear()
    c = gc.get_count()[0]
    log.append(c)
    print(log)
run()
gc.collect()
run()
