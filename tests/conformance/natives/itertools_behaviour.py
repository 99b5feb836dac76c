# itertools: results, messages, changes and errors on the way, iterators within themselves.
import itertools as I
import sys


def shows(action):
    try:
        print(action())
    except BaseException as error:
        print(type(error).__name__, error)


def first(iterator, n=4):
    return list(I.islice(iterator, n))


print(first(I.count()), first(I.count(5)), first(I.count(1.5, 0.5)), first(I.count(sys.maxsize - 1)), first(I.count(0, -1)), first(I.count(2**64)), first(I.count(True)))
print(I.count(), I.count(3), I.count(3, 2), I.count(1.0), I.count(2**70), I.repeat(1), I.repeat(1, 2), I.count(-1), I.count(step=5))
print(first(I.cycle("ab"), 5), list(I.cycle([])), list(I.repeat(1, 2)), list(I.repeat(1, -1)), I.repeat(1, 5).__length_hint__(), list(I.repeat(object=1, times=1)))
print(list(I.chain("ab", [1], ())), list(I.chain()), list(I.chain.from_iterable(["ab", "c"])), I.chain[int])
print(list(I.islice("abcdef", 2)), list(I.islice("abcdef", 2, None)), list(I.islice("abcdef", 1, 5, 2)), list(I.islice("abc", 0)), list(I.islice("abc", None)), list(I.islice("abc", 5, 9)))
print(list(I.takewhile(lambda v: v < 3, [1, 2, 3, 1])), list(I.dropwhile(lambda v: v < 3, [1, 2, 3, 1])), list(I.filterfalse(lambda v: v % 2, range(5))), list(I.filterfalse(None, [0, 1, ""])))
print(list(I.starmap(pow, [(2, 3), [3, 2]])), list(I.compress("abcd", [1, 0, 1])), list(I.accumulate([1, 2, 3])), list(I.accumulate([1, 2, 3], max)), list(I.accumulate([1, 2], initial=10)), list(I.accumulate([])))
print(list(I.pairwise("abc")), list(I.pairwise("a")), list(I.zip_longest("ab", "c", fillvalue="-")), list(I.zip_longest()), list(I.zip_longest("")))
print([(k, list(g)) for k, g in I.groupby("aabc")], [(k, list(g)) for k, g in I.groupby([1, -1, 2], key=abs)], [k for k, g in I.groupby("aab")])
print(list(I.product("ab", [1, 2])), list(I.product()), list(I.product("a", "")), list(I.product([0, 1], repeat=2)), list(I.product("ab", repeat=0)))
print(list(I.permutations("abc")), list(I.permutations("abc", 2)), list(I.permutations("a", 2)), list(I.permutations([])), list(I.permutations("ab", 0)))
print(list(I.combinations("abc", 2)), list(I.combinations("ab", 3)), list(I.combinations("", 0)), list(I.combinations_with_replacement("ab", 2)), list(I.combinations_with_replacement("", 1)))
a, b, c = I.tee(range(3), 3)
print(list(a), next(b), list(c), list(b), I.tee([], 0))
a, b = I.tee(range(60))
c = a.__copy__()
print(sum(a), sum(b), sum(c), type(a).__name__)
groups = [g for k, g in I.groupby("ab")]
print([list(g) for g in groups])
g = I.groupby([1, 1, 2])
k, one = next(g)
print(next(one))
k2, two = next(g)
print(list(one), list(two))
for action in (
    lambda: I.count("a"), lambda: I.count(1, 2, 3), lambda: I.cycle(), lambda: I.cycle(5), lambda: I.cycle(x=1), lambda: I.repeat(), lambda: I.repeat(1, "a"), lambda: len(I.repeat(1)),
    lambda: I.repeat(1).__length_hint__(), lambda: list(I.chain(5)), lambda: I.chain(x=1), lambda: I.chain.from_iterable(5), lambda: I.islice([]), lambda: I.islice([], -1), lambda: I.islice([], "a"),
    lambda: I.islice([], 1, "a"), lambda: I.islice([], -1, 5), lambda: I.islice([], 1, 2, 0), lambda: I.islice([], 1, 2, 3, 4), lambda: I.islice(5, 1), lambda: I.takewhile(1),
    lambda: list(I.takewhile(1, [1])), lambda: list(I.starmap(max, [1])), lambda: I.compress([1]), lambda: I.accumulate(), lambda: list(I.accumulate([1, "a"])), lambda: I.accumulate([], initial=1, x=2),
    lambda: I.pairwise(), lambda: I.zip_longest(1), lambda: I.zip_longest([], x=1), lambda: I.groupby(), lambda: I.groupby(5), lambda: I.product(1), lambda: I.product([], repeat=-1),
    lambda: I.permutations([], -1), lambda: I.permutations([], "a"), lambda: I.combinations([], -1), lambda: I.combinations([]), lambda: I.tee(), lambda: I.tee([], -1), lambda: I.tee(5), lambda: I.tee([], "a"),
    lambda: I.count().x, lambda: setattr(I.count, "x", 1), lambda: type("S", (type(I.tee([])[0]),), {})
):
    shows(action)


class Fails:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise ZeroDivisionError
        return self.n


for make in (I.cycle, I.chain, lambda v: I.islice(v, 9), I.pairwise, I.zip_longest, I.groupby, I.accumulate, lambda v: I.tee(v)[0], lambda v: I.chain.from_iterable(v)):
    iterator = make(Fails(2))
    for _ in range(4):
        shows(lambda: type(next(iterator)).__name__)


class Again:
    def __iter__(self):
        return self

    def __next__(self):
        return next(self.tee)


source = Again()
source.tee, other = I.tee(source)
shows(lambda: next(other))


class Sub(I.count):
    note = "subclass"


s = Sub(4)
s.x = 1
print(next(s), s, s.x, s.note, type(I.chain.from_iterable([])).__name__, type(s) is Sub)


class Words(I.chain):
    def __init__(self, *args, **kwargs):
        self.kwargs = kwargs


print(list(Words("ab", k=1)))
if sys.version_info >= (3, 13):
    print(list(I.batched("abcde", 2)), list(I.batched([], 3)), list(I.batched("abcd", 2, strict=True)))
    for action in (lambda: list(I.batched("abc", 2, strict=True)), lambda: I.batched([], 0), lambda: I.batched([])):
        shows(action)
    t = I.tee([1, 2])[0]
    print(I.tee(t)[0] is t)
