"""Copies of itertools' iterators halfway, up to 3.13; from 3.14 there are none."""
import copy, itertools as it
def half(x, n=1):
    for _ in range(n): next(x)
    return x
for make in (lambda: half(it.cycle([1, 2, 3])), lambda: half(it.cycle([1, 2]), 3), lambda: half(it.chain([1, 2], [3])), lambda: half(it.islice([1, 2, 3, 4, 5], 1, 4)), lambda: half(it.combinations([1, 2, 3], 2)),
             lambda: half(it.permutations([1, 2, 3], 2), 2), lambda: half(it.product([1, 2], [3, 4])), lambda: half(it.accumulate([1, 2, 3])), lambda: it.accumulate([1, 2], initial=5),
             lambda: half(it.zip_longest([1], [2, 3])), lambda: half(it.takewhile(bool, [1, 2, 0, 4])), lambda: half(it.dropwhile(bool, [1, 0, 2, 3])), lambda: half(it.count(5)), lambda: half(it.repeat("x", 3)),
             lambda: half(it.combinations_with_replacement([1, 2], 2)), lambda: half(it.groupby([1, 1, 2])), lambda: half(it.compress([1, 2, 3], [1, 1, 1])), lambda: half(it.starmap(pow, [(2, 3), (3, 2)]))):
    x = make()
    name = type(x).__name__
    try:
        y = copy.copy(x)
        show = lambda items: [i if not isinstance(i, tuple) or name != "groupby" else (i[0], list(i[1])) for i in items]
        print(name, show(it.islice(y, 4)), show(it.islice(x, 4)))
    except TypeError as e:
        print(name, e)
x = half(it.permutations("abc"))
try: print(x.__reduce__()[1:])
except TypeError as e: print(e)
try: it.cycle([1]).__setstate__(5)
except (TypeError, AttributeError) as e: print(type(e).__name__)
