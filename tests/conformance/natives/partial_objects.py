# functools.partial, reduce, cmp_to_key: what they hold, how they are called, the collector.
import copy
import functools
import gc
import sys
import weakref
from functools import partial, reduce


def shows(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)

    def __repr__(self):
        return self.name


def f(*args, **kwargs):
    return args, kwargs


x = object()
base = sys.getrefcount(x)
p = partial(f, x, key=x)
print(sys.getrefcount(x) - base, sys.getsizeof(p) > 60)
q = partial(p, x)
print(sys.getrefcount(x) - base, q.func is f, q.args == (x, x), list(q.keywords), q.keywords is p.keywords)
r = partial(q)
print(r.args is q.args, r.keywords is q.keywords, sys.getrefcount(x) - base)
p.note = 1
s = partial(p, 2)
print(s.func is p, s.args, s.keywords, p.__dict__)
del q, r, s
print(sys.getrefcount(x) - base)
print(gc.is_tracked(p), [type(o).__name__ for o in gc.get_referents(p) if not isinstance(o, type)])
del p
print(sys.getrefcount(x) - base)

p = partial(f, 1, 2, a=3)
print(p(), p(4), p(b=5), p(6, a=7, c=8), partial(f)(), partial(f)(1, k=2))
print(partial(int, base=2)("101"), partial(max, 5)(3, 9), list(map(partial(pow, 2), [1, 2, 3])), partial(partial(f, 1), 2)(3))
print(repr(partial(len)), repr(partial(print, 1, sep="")))
p = partial(f)
p.__setstate__((f, (p,), {}, {}))
r = weakref.ref(p)
del p
gc.collect()
print(r())

p = partial(Noisy("unused").__repr__)
print(p())
n = Noisy("arg")
p = partial(f, n)
n.p = p
del n, p
print("collecting")
gc.collect()
p = partial(f, Noisy("one"), Noisy("two"), k=Noisy("three"))
del p
print("freed")
p = partial(f, 1)
print(weakref.ref(p)() is p, weakref.proxy(p)(2), copy.copy(p).args, copy.deepcopy(partial(f, [1])).args)


class Sub(partial):
    pass


s = Sub(f, 1, k=2)
s.extra = 5
print(s(2), s.__dict__, s.__reduce__()[0] is Sub, s.__reduce__()[2][1:], copy.copy(s).extra, type(partial(s, 3)), partial(s, 3)(4))
for action in (
    lambda: partial(), lambda: partial(1), lambda: p.foo, lambda: setattr(p, "func", 1), lambda: delattr(p, "__dict__"), lambda: setattr(p, "__dict__", 1),
    lambda: p.__setstate__(1), lambda: p.__setstate__((f, 1, {}, {})), lambda: partial(f, 1)(k=1, **{"j": 2}), lambda: partial(lambda a: a, 1)(2), lambda: partial(lambda a: a, b=1)(2)
):
    shows(action)

print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a + b, [], 5), reduce(f, [1]), reduce(f, iter("ab"), 0))
for action in (lambda: reduce(f, []), lambda: reduce(f, 5), lambda: reduce(1, [1, 2])):
    shows(action)


def join(a, b):
    print("join", a, b)
    return Noisy("(%s%s)" % (a, b))


print(reduce(join, (Noisy(c) for c in "abcd")))

key = functools.cmp_to_key(lambda a, b: (a > b) - (a < b))
print(sorted([3, 1, 2], key=key), key(1) < key(2), key(2) >= key(2), key(1) == key(1), key(5).obj, key.obj, gc.is_tracked(key(1)))
k = key(x)
print(sys.getrefcount(x) - base, sys.getsizeof(k), sys.getsizeof(key))
k.obj = None
print(sys.getrefcount(x) - base)
for action in (lambda: key(), lambda: key(1) < 1, lambda: hash(key(1)), lambda: type(key)(), lambda: functools.cmp_to_key(), lambda: key(1, 2)):
    shows(action)
if sys.version_info >= (3, 14):
    hole = functools.Placeholder
    p = partial(f, hole, 1, hole, 2)
    print(hole, p(3, 4), p(3, 4, 5), partial(p, 7).args, partial(p, hole, 8).args, type(hole)() is hole, p.args, partial(len, hole, 1))
    for action in (lambda: p(1), lambda: partial(f, hole), lambda: partial(f, k=hole), lambda: type(hole)(1)):
        shows(action)
