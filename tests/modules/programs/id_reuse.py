# Which addresses come back, in which order.
import gc
class A: pass
def order(make, n=6):
    gc.collect()
    first = [make(i) for i in range(n)]
    ids = [id(x) for x in first]
    for i in (1, 3, 4): first[i] = None
    second = [make(100 + i) for i in range(4)]
    return [ids.index(id(x)) if id(x) in ids else '-' for x in second]
for name, make in {
    'list': lambda i: [], 'list1': lambda i: [i], 'dict': lambda i: {}, 'tuple': lambda i: (i,), 'tuple3': lambda i: (i, i, i), 'float': lambda i: i + 0.5,
    'int': lambda i: i + 1000, 'set': lambda i: {i},
    'object': lambda i: object(), 'bytes': lambda i: bytes([i, i]),
    'complex': lambda i: complex(i, 1), 'list()': lambda i: list(), 'frozenset': lambda i: frozenset([i])
}.items():
    print(name, order(make))
x = [1]; a = id(x); del x; y = [2]; print(id(y) == a)
x = [1]; a = id(x); del x; y = {}; print(id(y) == a)
x = [1]; a = id(x); del x; gc.collect(); z = [2, 3]; print(id(z) == a)
x = (1, y); a = id(x); del x; x = (2, y); print(id(x) == a)
for i in range(40): A()  # the first ones have room for attributes
x = A(); a = id(x); del x; x = A(); print(id(x) == a)
x = 1.5 * a; b = id(x); del x; x = 2.5 * a; print(id(x) == b)
print(id(A()) == id(A()), id([]) == id([]), id(object()) == id(object()), id({}) == id([]))
