# A class with a few used blocks from the start: the pool given back comes back for another size first.
POOL = 16 * 1024
for n in (215, 247, 279, 311, 343, 375, 407, 439, 479):
    many = [bytes(n) for _ in range(500)]
    pools = {id(b) // POOL for b in many}
    many = None
    other = [bytes(n - 64) for _ in range(500)]
    print(n, len({id(b) // POOL for b in other} & pools) > 2)
    other = None
