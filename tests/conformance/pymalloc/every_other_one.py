# Every other block freed: the pools stay, and the holes are filled before a new pool is begun.
POOL = 16 * 1024
for n in (30, 200, 450):
    blocks = [bytes(n) for _ in range(1000)]
    pools = {id(b) // POOL for b in blocks}
    holes = {id(b) for b in blocks[::2]}
    del blocks[::2]
    new = [bytes(n) for _ in range(500)]
    print(n, "in holes:", sum(id(b) in holes for b in new) > 450, "no new pools:", len({id(b) // POOL for b in new} - pools) <= 1)
    del blocks, new
