# Blocks freed in one order come back in the reverse one.
import gc
gc.collect()
many = [bytes(400 + i % 3) for i in range(12)]
ids = [id(one) for one in many]
order = [3, 7, 1, 10]
for i in order:
    many[i] = None
again = [bytes(401) for _ in order]
print([ids.index(id(one)) for one in again])
