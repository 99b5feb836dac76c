# collections.deque: memory, counts, the collector, weak references, order of __del__.
import copy
import gc
import sys
import weakref
from collections import deque


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)

    def __repr__(self):
        return self.name


print([sys.getsizeof(deque(range(n))) for n in (0, 1, 63, 64, 65, 127, 128, 129, 1000)])
d = deque()
sizes = []
for i in range(200):
    d.append(i)
    if not sizes or sizes[-1][1] != sys.getsizeof(d):
        sizes.append((i, sys.getsizeof(d)))
print(sizes)
d = deque()
sizes = []
for i in range(200):
    d.appendleft(i)
    if not sizes or sizes[-1][1] != sys.getsizeof(d):
        sizes.append((i, sys.getsizeof(d)))
print(sizes)
while d:
    d.pop()
print(sys.getsizeof(d), sys.getsizeof(iter(d)), sys.getsizeof(reversed(d)))
d.extend(range(100))
print(sys.getsizeof(d))
d.clear()
d.extendleft(range(100))
print(sys.getsizeof(d))

# counts
x = object()
base = sys.getrefcount(x)
d = deque([x, x, x])
print(sys.getrefcount(x) - base)
d.append(x)
d.appendleft(x)
print(sys.getrefcount(x) - base)
d.rotate(2)
d.reverse()
print(sys.getrefcount(x) - base)
d.pop()
d.popleft()
print(sys.getrefcount(x) - base)
e = d.copy()
f = copy.copy(d)
g = d + e
h = d * 3
print(sys.getrefcount(x) - base, len(g), len(h))
d *= 2
print(sys.getrefcount(x) - base)
del d[0]
d[1] = None
d.insert(1, x)
print(sys.getrefcount(x) - base)
i = iter(d)
next(i)
print(sys.getrefcount(d) - sys.getrefcount(e))
del i
d.remove(x)
print(sys.getrefcount(x) - base)
del d, e, f, g, h
print(sys.getrefcount(x) - base)

# the collector
d = deque()
print(gc.is_tracked(d), gc.is_tracked(iter(d)), gc.is_tracked(deque(maxlen=0)))
d = deque([[1], "a", (2,)])
kinds = [r for r in gc.get_referents(d) if not isinstance(r, type)]
print(kinds, [r is d for r in gc.get_referents(iter(d)) if not isinstance(r, type)])
print([type(r).__name__ for r in gc.get_referrers(d[0])])
gc.collect()
a = Noisy("cycle")
d = deque([a])
a.d = d
del a, d
print("collect", gc.collect() > 0)
d = deque()
d.append(d)
r = weakref.ref(d)
del d
print(r() is not None)
gc.collect()
print(r())
print(d if "d" in globals() else "gone")

# weak references and callbacks
d = deque([Noisy("item")])
r = weakref.ref(d, lambda r: print("callback", r()))
del d
d = deque([1, 2], 2)
p = weakref.proxy(d)
print(len(p), list(p))

# order of destruction
d = deque([Noisy("a"), Noisy("b"), Noisy("c")])
d.clear()
print("cleared")
d = deque([Noisy("d"), Noisy("e"), Noisy("f")])
del d
print("freed")
d = deque([Noisy("g"), Noisy("h")], maxlen=2)
d.append(Noisy("i"))
d.appendleft(Noisy("j"))
print(d)
d.extend([Noisy("k"), Noisy("l"), Noisy("m")])
print(d)
d = None
print("end")


class Stack(deque):
    pass


s = Stack([1, 2], 5)
s.note = [s]
print(s, s.maxlen, s.__dict__.keys(), copy.copy(s), s.copy(), s + s)
print(type(s + s), type(s * 2), type(s.copy()), s.__reduce__()[1])
r = weakref.ref(s)
del s
gc.collect()
print(r())
c = copy.deepcopy(deque([[1], [2]], 9))
print(c)
