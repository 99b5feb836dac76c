# collections.defaultdict: size, counts, the collector, what the factory may do, messages.
import copy
import gc
import sys
import weakref
from collections import defaultdict


class Noisy:
    def __init__(self, name="made"):
        self.name = name

    def __del__(self):
        print("del", self.name)

    def __repr__(self):
        return self.name


def shows(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


d = defaultdict(list)
print(sys.getsizeof(d) - sys.getsizeof({}), sys.getsizeof(defaultdict(int, a=1)) - sys.getsizeof(dict(a=1)), gc.is_tracked(d))
d["a"].append(1)
d["b"]
print(d, len(d), d.get("c"), "c" in d, d.default_factory is list)
x = object()
base = sys.getrefcount(x)
e = defaultdict(lambda: x)
e[1], e[2], e[1]
print(sys.getrefcount(x) - base)
f = e.copy()
g = copy.copy(e)
print(sys.getrefcount(x) - base, f.default_factory is e.default_factory, type(g).__name__)
print(sys.getrefcount(e.default_factory) > 3)
h = e | {3: x}
i = {4: x} | e
e |= {5: x}
print(type(h).__name__, type(i).__name__, list(h), list(i), list(e), sys.getrefcount(x) - base)
del f, g, h, i
e.default_factory = None
shows(lambda: e[9])
del e.default_factory
print(e.default_factory)
del e
print(sys.getrefcount(x) - base)
print([type(r).__name__ for r in gc.get_referents(defaultdict(int, {1: [2]})) if r is not defaultdict])

n = Noisy("factory")
n.d = defaultdict(n.__repr__)
del n
print("collecting")
gc.collect()
d = defaultdict(Noisy)
d["k"]
d["l"].name = "second"
del d
print("freed")
for action in (
    lambda: defaultdict(1), lambda: defaultdict(None, 1), lambda: defaultdict(list, {}, 2), lambda: defaultdict(None)["x"], lambda: defaultdict()[1, 2],
    lambda: defaultdict(list) | 1, lambda: defaultdict(int).__missing__("q"), lambda: defaultdict(int)[[]], lambda: defaultdict(lambda: 1 / 0)[1],
    lambda: weakref.ref(defaultdict()), lambda: hash(defaultdict())
):
    shows(action)
r = defaultdict()
r.default_factory = r.copy
r[0] = r
print(len(repr(r)) > 10, defaultdict(list, a=[1], b=2), defaultdict(None, [(1, 2)]))
z = defaultdict(int, {1: 2})
print(z.__reduce__()[:4], list(z.__reduce__()[4]), copy.deepcopy(defaultdict(list, {1: [2]})), z == {1: 2}, defaultdict[int, str])


class Sub(defaultdict):
    def __missing__(self, key):
        return key * 2


s = Sub(list)
print(s[4], s, s.copy(), type(s | {}).__name__)
grows = defaultdict(lambda: grows.setdefault(1, "inner"))
print(grows[1], grows[2], dict(grows))
match z:
    case {1: value}:
        print(value)
