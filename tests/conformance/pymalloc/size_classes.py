# Blocks of one class share pools, others do not.
import gc
gc.collect()
a = [bytes(n) for n in (399, 398, 395, 390) for _ in range(40)]
b = [bytes(n) for n in (350, 349) for _ in range(80)]
print("shared:", bool({id(x) >> 14 for x in a[100:]} & {id(x) >> 14 for x in b[80:]}))
print("one class:", len({id(x) >> 14 for x in a[-20:]}) <= 2)
