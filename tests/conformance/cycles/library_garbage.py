import functools, gc
gc.collect()


def wrapped():
    def deco(f):
        @functools.wraps(f)
        def w(*args):
            return f(*args)
        return w

    @deco
    def g():
        g()


def cached():
    @functools.lru_cache
    def f(x):
        return f(x - 1) if x else 0
    f(5)


def ordered():
    @functools.total_ordering
    class S:
        def __lt__(self, other):
            return True

        def __eq__(self, other):
            return True


for make in (wrapped, cached, ordered):
    make()
    print(make.__name__, gc.collect(), gc.collect())
