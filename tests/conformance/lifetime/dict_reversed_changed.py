# Reversed iterators over a dict that is filled again meanwhile.
def shrunk(view):
    d = {i: i for i in range(8)}
    iterator = reversed(view(d))
    next(iterator)
    d.clear()
    for i in range(8):
        d[10 + i] = i
    return list(iterator)


for view in (lambda d: d, dict.keys, dict.values, dict.items):
    print(shrunk(view))

d = {i: i for i in range(5)}
iterator = reversed(d)
print(next(iterator))
d[5] = 5
try:
    next(iterator)
except RuntimeError as error:
    print(error)
