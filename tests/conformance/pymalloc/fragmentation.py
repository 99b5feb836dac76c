# Every other block freed: the pools stay, and the next blocks of the class fill the holes.
import gc
gc.collect()
fill = [bytes(450) for _ in range(2000)]
pools = {id(b) >> 14 for b in fill}
ids = {id(b) for b in fill}
for i in range(0, len(fill), 2):
    fill[i] = None
left = {id(b) >> 14 for b in fill if b is not None}
print("pools that could go back:", len(pools - left))
more = [bytes(450) for _ in range(1000)]
print("holes filled:", sum(id(b) in ids for b in more) > 990)
