# A single survivor keeps its pool from other sizes.
POOL = 16 * 1024
many = [bytes(250) for _ in range(600)]
pools = {}
for b in many:
    pools.setdefault(id(b) // POOL, []).append(b)
survivors = [blocks[0] for blocks in pools.values()]
pinned = set(pools)
many = pools = blocks = b = None
other = [bytes(350) for _ in range(600)]
print("other sizes in pinned pools:", len(pinned & {id(o) // POOL for o in other}))
same = [bytes(250) for _ in range(300)]
print("same size in pinned pools:", len(pinned & {id(o) // POOL for o in same}) > 3)
