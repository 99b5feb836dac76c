def cells():
    x = 1
    def g():
        nonlocal x
        x += 1
        return [x for x in range(x)], [lambda: x for x in y]
    del x
    return [g for y in x if (z := y)], z

def counter():
    n = 0
    def step(by=1, *, twice=False):
        nonlocal n
        n += by * (2 if twice else 1)
        return n
    return step

def shadow(x):
    def inner(): return x
    del x
    return inner, [x for x in inner()], {y: (lambda: y) for y in x}

def walrus(data): return [last := d for d in data], last
