"""code.replace() makes another code object; the flags of code; sums that carry rounding errors; which strings are interned."""
import math
import operator
import sys


def answer():
    "with a docstring"
    return 42, "x", (1, 2)


old = answer.__code__
new = old.replace(co_consts=tuple(43 if c == 42 else c for c in old.co_consts), co_name="other")
print("other constants:", 43 in new.co_consts, 42 in old.co_consts, new.co_name, old.co_name, new == old)
print("kept objects:", all(any(a is b for b in old.co_consts) for a in new.co_consts if a != 43))
answer.__code__ = new
if sys.version_info < (3, 14):
    print("called:", answer())
lower = old.replace(co_firstlineno=100)
print("lines:", lower.co_firstlineno, old.co_firstlineno, lower.replace(co_firstlineno=old.co_firstlineno) == old)


def pair(first):
    second = first
    return second


print("names:", pair.__code__.replace(co_varnames=("x", "y")).co_varnames, pair.__code__.replace() == pair.__code__)
for wrong in ({"co_name": 5}, {"co_nothing": 1}, {"co_consts": []}):
    try:
        pair.__code__.replace(**wrong)
    except TypeError as e:
        print(e)


class Shape:
    def area(self):
        "doc"

    def sides(self):
        yield 1


print("flags:", [f.__code__.co_flags for f in (answer, pair, Shape.area, Shape.sides, lambda *a, **k: 0)])
print("sums:", sum([1e16, 1, -1e16]), sum([0.1] * 10), sum([0.1, 1, 0.2, 3, 1e100, -1e100]))
print("cube roots:", [math.cbrt(x) for x in (27, 8, -27, 0.001, 1e300, 343, 0.5, math.inf)])
print("index:", operator.index(True), operator.index(7))
if sys.version_info >= (3, 13):
    text = "not an identifier!"
    print("interned:", sys._is_interned("name"), sys._is_interned("".join(["na", "me2"])), sys._is_interned(sys.intern(text + "?")))
