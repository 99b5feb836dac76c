# collections.deque: what its methods do and say, and changes while something goes through it.
from collections import deque


def shows(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


for n in (5, 64, 65, 130):
    d = deque(range(n))
    for k in (1, -1, 3, -7, 64, -65, 1000):
        d.rotate(k)
    print(list(d)[:5], list(d)[-3:], len(d))
d = deque("abcdef")
d.insert(2, "X")
d.insert(-1, "Y")
d.insert(100, "Z")
d.insert(-100, "W")
print(d, d[0], d[-1], d[3], d.index("X"), d.count("a"), "Y" in d, "q" in d)
del d[1], d[-2]
d[0] = "V"
d.reverse()
print(d, list(reversed(d)))
print(deque([1, 2], maxlen=1), deque("abc", 2), deque("abc", maxlen=0), deque([], maxlen=3))
print(deque([1, 2]) == deque([1, 2]), deque([1, 2]) < deque([1, 3]), deque([1]) >= deque([1, 0]), deque([1]) == [1], deque() != deque([1]))
print(bool(deque()), bool(deque([0])), deque([1]) * -1, 2 * deque([1, 2], 3), deque([7]) * 5)
d = deque(maxlen=3)
d += range(6)
d.extendleft("xy")
print(d, d.maxlen)
d = deque([1, 2, 3])
d.extend(d)
d.extendleft(d)
print(d)
d.append(d)
print(d)
d = deque([1, 2])
for action in (
    lambda: deque().pop(), lambda: deque().popleft(), lambda: d[2], lambda: d[-3], lambda: d["a"], lambda: d[0:1], lambda: d.index(9), lambda: d.index(1, 1),
    lambda: d.remove(9), lambda: deque([], -1), lambda: deque([], "a"), lambda: deque(1, 2, 3), lambda: deque(5), lambda: hash(d), lambda: d + [1],
    lambda: d * "a", lambda: d < [1], lambda: d.insert("a", 1), lambda: deque([1], 1).insert(0, 2), lambda: setattr(d, "x", 1), lambda: setattr(d, "maxlen", 1),
    lambda: d.append(), lambda: d.pop(1), lambda: d.foo, lambda: iter(d).__class__(1), lambda: d.__setitem__(7, 1), lambda: d.__delitem__(7), lambda: setattr(deque, "x", 1)
):
    shows(action)


def change_while(d, change):
    for item in d:
        change(d)


for change in (lambda d: d.append(1), lambda d: d.pop(), lambda d: d.rotate(1), lambda d: d.clear(), lambda d: d.__setitem__(0, 5)):
    shows(lambda: change_while(deque([1, 2, 3]), change))


class Clears:
    def __init__(self, d):
        self.d = d

    def __eq__(self, other):
        self.d.clear()
        return False


for action in ("count", "index", "remove", "__contains__"):
    d = deque([1, 2, 3])
    d.appendleft(Clears(d))
    shows(lambda: getattr(d, action)(7))


class Grows:
    def __init__(self, d):
        self.d = d

    def __del__(self):
        self.d.append("late")


d = deque()
for i in range(3):
    d.append(Grows(d))
d.clear()
print(d)
i = iter(deque("abc"))
next(i)
print(i.__length_hint__(), i.__reduce__()[1:], type(i).__name__, list(i), list(i), i.__length_hint__())
i = reversed(deque("abc"))
next(i)
print(i.__length_hint__(), i.__reduce__()[1:], type(i).__name__, list(i))
print(type(iter(deque()))(deque("abcd"), 2).__reduce__()[1], deque[int], deque.__module__, deque.__name__)


class Wrong(deque):
    def __new__(cls, *args):
        return [] if args else super().__new__(cls)


shows(lambda: Wrong().copy())
match deque([1, 2, 3]):
    case [a, *b]:
        print(a, b)
first, *rest = deque(range(4))
print(first, rest, [*deque("ab")], dict(deque([(1, 2)])), sorted(deque([3, 1])))
try:
    deque.append([], 1)
except TypeError as error:
    print(error)
