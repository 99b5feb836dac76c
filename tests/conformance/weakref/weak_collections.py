# Weak dictionaries and sets as collections: copies, unions, comparison, taking items out.
import copy
import weakref


class Key:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def method(self):
        pass

    def other(self):
        pass


a, b, c = (Key(name) for name in "abc")
values = weakref.WeakValueDictionary({1: a, 2: b})
more = weakref.WeakValueDictionary({2: c})
print(sorted((values | more).items()), type(values | {5: a}).__name__, sorted(({9: c} | values).items()))
values |= more
print(sorted(values.items()), values == {1: a, 2: c}, values != more, len(copy.copy(values)))
print(values.popitem(), len(values), len(list(values.itervaluerefs())))
del c, more
print(sorted(values.items()))

keys = weakref.WeakKeyDictionary({a: 1, b: [2]})
deep = copy.deepcopy(keys)
print(deep[a], deep[b] is keys[b], keys == deep, dict(keys | {a: 7}.copy()))
print(keys.popitem()[1], len(keys))
del deep

s = weakref.WeakSet([a, b])
t = weakref.WeakSet([b])
print(s - t, s & t) if False else print(sorted(map(repr, s - t)), sorted(map(repr, s & t)), sorted(map(repr, s | t)), sorted(map(repr, s ^ t)))
print(t <= s, t < s, s >= t, s > t, s == s.copy(), s.isdisjoint(t), s.issuperset(t), s == {a, b})
s -= t
print(list(s), len(s))
s ^= t
s &= t
print(list(s))

methods = [weakref.WeakMethod(a.method), weakref.WeakMethod(a.method), weakref.WeakMethod(a.other)]
print(methods[0] == methods[1], methods[0] != methods[1], methods[0] == methods[2], methods[0] != methods[2])


def late():
    weakref.finalize(Key, print, "added at exit")
    print("fails")


weakref.finalize(Key, print, "last")
weakref.finalize(Key, late)
quiet = weakref.finalize(Key, print, "never")
quiet.atexit = False
weakref.finalize(Key, print, "first")
