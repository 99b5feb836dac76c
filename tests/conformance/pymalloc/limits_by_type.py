# How many freed objects of a type come back in the opposite order of their freeing.
def reversed_back(make, n):
    kept = [make(i) for i in range(n)]
    ids = [id(k) for k in kept]
    for i in range(n):
        kept[i] = None
    again = [make(i) for i in range(n)]
    match = 0
    for a, b in zip(again, reversed(ids)):
        if id(a) != b:
            break
        match += 1
    return match
for name, make in [("float", lambda i: i + 0.5), ("list", lambda i: []), ("dict", lambda i: {}), ("set", lambda i: set()),
                   ("tuple1", lambda i: (i,)), ("tuple3", lambda i: (i, i, i)), ("slice", lambda i: slice(i)), ("range", lambda i: range(i)),
                   ("int", lambda i: 100000 + i), ("complex", lambda i: complex(i, 1))]:
    print(name, [reversed_back(make, n) for n in (1, 2, 5, 6, 7, 20)])
