# When all its blocks are free a pool goes back to its arena, and another size class may take it.
POOL = 16 * 1024
small = [bytes(100) for _ in range(2000)]
pools = {id(b) // POOL for b in small}
small = None
big = [bytes(300 - 33) for _ in range(2000)]
again = {id(b) // POOL for b in big}
print("pools of the freed used by the new:", len(pools & again) > len(pools) // 2)
big = None
third = [bytes(450) for _ in range(2000)]
print("and once more:", len(again & {id(b) // POOL for b in third}) > len(again) // 2)
