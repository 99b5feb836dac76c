# itertools: what its iterators hold and for how long, sizes, the collector, order of __del__.
import copy
import gc
import itertools as I
import sys
import weakref


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)

    def __repr__(self):
        return self.name


def noisy(names):
    for name in names:
        print("next", name)
        yield Noisy(name)


everything = {
    "count": I.count(), "count step": I.count(1, 2), "count big": I.count(2**70), "cycle": I.cycle([1]), "repeat": I.repeat(1), "chain": I.chain([1]), "islice": I.islice([1], 1),
    "takewhile": I.takewhile(bool, [1]), "dropwhile": I.dropwhile(bool, [1]), "filterfalse": I.filterfalse(None, [1]), "starmap": I.starmap(max, []),
    "compress": I.compress([1], [1]), "accumulate": I.accumulate([1]), "pairwise": I.pairwise([1]), "zip_longest": I.zip_longest([1], [2]), "groupby": I.groupby([1]),
    "product": I.product([1, 2], [3]), "permutations": I.permutations([1, 2, 3]), "combinations": I.combinations([1, 2, 3], 2),
    "combinations_with_replacement": I.combinations_with_replacement([1, 2], 2), "tee": I.tee([1])[0]
}
for name, iterator in everything.items():
    kinds = [type(r).__name__ for r in gc.get_referents(iterator) if r is not type(iterator)]
    print(name, sys.getsizeof(iterator), gc.is_tracked(iterator), kinds)
    try:
        weakref.ref(iterator)
        print("can be referred to weakly")
    except TypeError as error:
        print(error)
del everything, iterator

x = object()
base = sys.getrefcount(x)


def count(label):
    print(label, sys.getrefcount(x) - base)


r = I.repeat(x, 3)
count("repeat")
l = list(r)
count("repeat list")
del r, l
c = I.chain([x], [x, x])
count("chain")
next(c), next(c)
count("chain on")
list(c)
count("chain done")
del c
c = I.cycle([x, x])
next(c), next(c), next(c)
count("cycle")
del c
a, b = I.tee([x, x, x])
next(a), next(a)
count("tee ahead")
next(b)
d = copy.copy(a)
count("tee copy")
del a
next(b), next(b)
count("tee")
del b
count("tee one left")
del d
count("tee gone")
p = I.product([x], repeat=2)
count("product")
t = next(p)
count("product next")
del p, t
p = I.permutations([x, x])
t = next(p)
count("permutations")
t = next(p)
count("permutations on")
del p, t
g = I.groupby([x, x, 1])
k, group = next(g)
count("groupby")
next(group)
count("grouper")
del k, group, g
s = I.islice(iter([x]), 5)
next(s)
count("islice")
list(s)
count("islice done")
z = I.zip_longest([x], [], fillvalue=x)
t = next(z)
count("zip_longest")
del z, t
w = I.pairwise([x, x, x])
t = next(w)
count("pairwise")
t = next(w)
count("pairwise on")
del w, t, s
m = I.accumulate([x], lambda a, b: a, initial=x)
count("accumulate")
next(m), next(m)
count("accumulate on")
del m
count("end")

# results are used again when nobody keeps them
def ids(iterator):
    return len({id(t) for t in iterator})


print(ids(I.zip_longest([1, 2, 3], [4])), ids(I.product([1, 2], [3, 4])), ids(I.permutations([1, 2, 3])), ids(I.combinations([1, 2, 3], 2)))
print(len(list(I.product("ab", repeat=3))), len({id(t) for t in list(I.product("ab", repeat=3))}))

# order of destruction
tee = I.tee(noisy("abc"))
print(next(tee[0]), next(tee[0]))
print(next(tee[1]))
del tee
print("tee gone")
for item in I.chain(noisy("de"), noisy("f")):
    print(item)
item = None
it = I.cycle(noisy("g"))
next(it)
next(it)
del it
print("cycle gone")
for pair in I.pairwise(noisy("hij")):
    print(pair)
pair = None
for key, group in I.groupby(noisy("kl"), key=lambda n: n.name < "l"):
    print(key, list(group))
group = None
for pair in I.zip_longest(noisy("mn"), noisy("o")):
    print(pair)
pair = None
print(list(I.islice(noisy("pqrs"), 1, 3)))
print("islice done")
print(len(list(I.takewhile(lambda n: n.name < "u", noisy("tuv")))))
print(len(list(I.dropwhile(lambda n: n.name < "x", noisy("wx")))))

# cycles through iterators
class Node:
    pass


n = Node()
n.it = I.chain([n])
r = weakref.ref(n)
del n
gc.collect()
print(r())
n = Node()
n.it = I.tee([n])
next(n.it[0])
r = weakref.ref(n)
del n
gc.collect()
print(r())
a, b = I.tee(range(200))
sum(a)
print(sum(b))
a, b = I.tee(range(100000))
list(a)
del a, b
print("a long chain of links is gone")
