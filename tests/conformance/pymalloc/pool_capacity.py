# How many blocks of a class a pool of 16 KiB holds.
import gc
gc.collect()
for size in (100, 250, 300, 470):
    fill = [bytes(size) for _ in range(800)]
    pools = {}
    for one in fill:
        pools[id(one) >> 14] = pools.get(id(one) >> 14, 0) + 1
    print(size, "full pool:", max(pools.values()))
    del fill, one
