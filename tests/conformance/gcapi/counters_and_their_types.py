# What Counter() asks about its argument is remembered.
import gc
from collections import Counter

gc.disable()


def grown(what, n=[0]):
    print(what, gc.get_count()[0] - n[0])
    n[0] = gc.get_count()[0]


Counter()
grown.__defaults__[0][0] = gc.get_count()[0]
one = Counter("mississippi")
grown("of a str")
two = Counter("mission")
grown("of another")
three = Counter([1, 2, 2])
grown("of a list")
four = one + two, one - two, one | two, one & two
grown("operators")
one.update("miss")
one.subtract("pp")
grown("update, subtract")


class Bag:
    def items(self):
        return [("x", 3)]

    def __iter__(self):
        return iter("xyz")


print(sorted(Counter(Bag()).items()), sorted((one + two).items())[:2], one - two)
