# Fresh blocks of one class lie one after the other, a class apart.
import gc
gc.collect()
fill = [bytes(440) for _ in range(200)]
steps = [id(b) - id(a) for a, b in zip(fill, fill[1:])]
print("most common step:", max(set(steps), key=steps.count))
print("aligned to 16:", all(id(b) % 16 == 0 for b in fill))
print("in a pool:", len({id(b) >> 14 for b in fill[-30:]}) <= 2)
