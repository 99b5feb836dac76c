# The blocks of fresh pools come in address order; after a free in order they come backwards.
n = 463
many = [bytes(n) for _ in range(300)]
ids = [id(b) for b in many]
POOL = 16 * 1024
steps = sorted({b - a for a, b in zip(ids[100:], ids[101:]) if a // POOL == b // POOL})
print(steps)
last = [i for i in range(300) if ids[i] // POOL == ids[150] // POOL]
for i in last:
    many[i] = None
back = [bytes(n) for _ in range(len(last))]
got = [id(b) for b in back]
print(len(last), got == [ids[i] for i in last][::-1], set(got) == {ids[i] for i in last})
