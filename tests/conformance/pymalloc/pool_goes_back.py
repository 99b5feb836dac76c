# An emptied pool serves another class.
import gc
gc.collect()
fill = [bytes(460) for _ in range(3000)]
pools = {id(b) >> 14 for b in fill}
fill = None
other = [bytes(300) for _ in range(3000)]
shared = {id(b) >> 14 for b in other} & pools
print("pools used again:", len(shared) > 20)
