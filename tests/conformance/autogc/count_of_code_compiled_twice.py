# Code that the compiler makes twice (3.14: generator expressions of any(), all() and tuple())
# is compared, and that takes tuples.
import gc
gc.disable()
makers = [lambda a=1: (a,), lambda a=1: (a, a)]

def taken(make):
    kept = [None] * 3000
    for i in range(3000):
        before = gc.get_count()[0]
        kept[i] = make()
        if gc.get_count()[0] != before:
            return i, kept

for source in (
    'c = any(x for x in y)', 'c = all(x for x in y)', 'c = tuple(x for x in y)', 'c = list(x for x in y)', 'def f(): return any(x for x in y)',
    'f(any(x > 3 for x in [1, 5]))', 'f(any(g(x, None) for x in y))', 'f(any((x, "a", 5.5) for x in y))'
):
    sizes = []
    for make in makers:
        left, kept = taken(make)
        more = [make() for _ in range(20)]
        compile(source, 'f', 'exec')
        left, again = taken(make)
        del kept, more, again
        sizes.append(left)
    print(source, sizes)
