# The weak collections put removals off while someone goes over them (up to 3.13), or go over a copy.
import weakref, gc, sys

class A:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n
    def __eq__(self, other): return self is other
    def __del__(self): print('del', self.n)
    def __repr__(self): return f'A{self.n}'

print(weakref.WeakSet.__module__, weakref.WeakValueDictionary.__module__, weakref.KeyedRef.__module__)

def count(make):
    gc.collect()
    x = make()
    x.me = x
    del x
    print(make.__name__, gc.collect())

for make in (weakref.WeakSet, weakref.WeakValueDictionary, weakref.WeakKeyDictionary):
    count(make)

keep = [A(i) for i in range(5)]
d = weakref.WeakValueDictionary({i: a for i, a in enumerate(keep)})
a = None
for k in d:
    keep.pop()
    a = None
    print(k, list(d.data))
print(len(d))

keep = [A(i) for i in range(5, 10)]
d = weakref.WeakKeyDictionary({a: a.n for a in keep})
for k in d:
    if keep: keep.pop(0)
    k = None
    print(len(d), sys.getrefcount(keep[0]) if keep else '')
a = None
print(len(d))

keep = [A(i) for i in range(10, 15)]
s = weakref.WeakSet(keep)
it = iter(s)
x = next(it)
print(sys.getrefcount(x), len(s))
keep.clear()
print(len(s), len(s.data))
del x
print(len(s), len(s.data))
del it
print(len(s), len(s.data), gc.collect())

keep = [A(i) for i in range(20, 24)]
d = weakref.WeakKeyDictionary({a: A(a.n + 10) for a in keep})
g = d.items()
next(g)
del d[keep[1]]
a = None
del keep[1:]
print(len(d), len(d.data))
print(sys.getrefcount(keep[0]), [type(r).__name__ for r in gc.get_referrers(keep[0])])
g.close()
print(len(d))
d.clear()
print(d == {}, weakref.WeakValueDictionary() == {})
d = weakref.WeakValueDictionary()
d.me = d
it = d.items()
d['k'] = d
next(it)
del d
print(gc.collect())
del it
print(gc.collect())
