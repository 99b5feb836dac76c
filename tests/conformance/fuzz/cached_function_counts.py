import functools, sys
class A: pass
class H:
    def __hash__(self): return 1
for size in None, 2, 0:
    for typed in False, True:
        @functools.lru_cache(maxsize=size, typed=typed)
        def f(p, q=None): print(size, typed, type(p).__name__, sys.getrefcount(p), type(q).__name__, sys.getrefcount(q) if type(q) is A else 0)
        for x in property(lambda self: e), A(), object(), A(), H(), (1, A()), 'abc%s' % size, 1000 + len('abc'), 1.5 + len('abc'), frozenset([3]), lambda: 0, type('K', (), {}):
            f(x)
            f(x, q=5)
            f(x, q=A())
            f(x, 5)
            f(*(x,), **{'q': 6})
            f(*[x])
            f.__call__(x, q=7)
def g():
    f = functools.lru_cache(lambda p, q=None: print(sys.getrefcount(p)))
    for x in property(lambda self: e), A(), object(), A(), H(), (1, A()), 'abc%s' % size, 1000 + len('abc'), 1.5 + len('abc'), frozenset([3]), lambda: 0, type('K', (), {}):
            f(x)
            f(x, q=5)
            f(x, q=A())
            f(x, 5)
            f(*(x,), **{'q': 6})
            f(*[x])
            f.__call__(x, q=7)
g()
