# For each size class the block freed last is the first to be given out.
for n in (1, 15, 80, 100, 150, 200, 300, 350, 400, 450, 479):
    keep = [bytes(n) for _ in range(20)]
    a, b, c = id(keep[3]), id(keep[7]), id(keep[5])
    keep[3] = None
    keep[7] = None
    keep[5] = None
    x = bytes(n)
    y = bytes(n)
    z = bytes(n)
    print(n, [id(x), id(y), id(z)] == [c, b, a], len({id(k) for k in keep}))
    del keep, x, y, z
