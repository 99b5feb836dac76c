# operator: getters, what they hold, sizes, messages, the operators as functions.
import copy
import gc
import operator as O
import sys
import types
import weakref


def shows(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


x = object()
base = sys.getrefcount(x)
g = O.itemgetter(x)
print(sys.getrefcount(x) - base, sys.getsizeof(g), gc.is_tracked(g), [type(r).__name__ for r in gc.get_referents(g) if r is not type(g)])
h = O.itemgetter(x, 1)
print(sys.getrefcount(x) - base, sys.getsizeof(h), [type(r).__name__ for r in gc.get_referents(h) if r is not type(h)])
m = O.methodcaller("append", x, k=x)
print(sys.getrefcount(x) - base, sys.getsizeof(O.methodcaller("x")) > 50)
del g, h, m
print(sys.getrefcount(x) - base)
t = (x, x)
f = O.itemgetter(0, 1)
r = f(t)
print(sys.getrefcount(x) - base, r == t, O.itemgetter(0)(t) is x)
del t, r
a = O.attrgetter("real", "__class__.__name__")
print(a(3), a, sys.getsizeof(a), [type(r).__name__ for r in gc.get_referents(a) if r is not type(a)])
l = []
O.methodcaller("append", x)(l)
print(l == [x], sys.getrefcount(x) - base)
l.append(O.itemgetter(l))
del l
print(gc.collect() > 0, sys.getrefcount(x) - base)
print(sorted([(1, "b"), (0, "c"), (2, "a")], key=O.itemgetter(1)), O.itemgetter("k")({"k": 5}), O.itemgetter(slice(1, 3))("abcd"), O.methodcaller("split", ",", maxsplit=1)("a,b,c"))
print(copy.copy(O.itemgetter(1, 2)), copy.copy(O.attrgetter("a.b")), copy.copy(O.methodcaller("m", 1)), O.itemgetter(1), O.methodcaller("m", 1, k=2))
for action in (
    lambda: O.itemgetter(), lambda: O.itemgetter(x=1), lambda: O.itemgetter(1)(), lambda: O.itemgetter(1)([1]), lambda: O.itemgetter(0)(5), lambda: O.attrgetter(), lambda: O.attrgetter(1),
    lambda: O.attrgetter("foo")(1), lambda: O.attrgetter("real.foo")(1), lambda: O.methodcaller(), lambda: O.methodcaller(1), lambda: O.methodcaller("foo")(1), lambda: O.methodcaller("foo")(),
    lambda: O.add(1), lambda: O.neg(), lambda: O.concat(1, 2), lambda: O.index(1.5), lambda: O.indexOf([], 1), lambda: O.countOf(1, 1), lambda: O.call(), lambda: O.lt(1, "a"),
    lambda: weakref.ref(O.itemgetter(1)), lambda: O.length_hint(1, "a"), lambda: O.add(a=1), lambda: type("S", (O.itemgetter,), {})
):
    shows(action)
print(isinstance(O.add, types.BuiltinFunctionType), O.add.__module__, O.add, O.__add__ is O.add, O.__not__([]), O.iadd([1], [2]), O.concat("a", "b"), O.countOf("aba", "a"), O.indexOf("ab", "b"))
print(O.length_hint([1, 2]), O.length_hint(iter("abc")), O.length_hint(1, 7), O.contains([1], 1), O.truth([]), O.is_not(1, None), O.call(max, 1, 2), O.pow(2, 10), O.xor(5, 3), O.ifloordiv(7, 2))
