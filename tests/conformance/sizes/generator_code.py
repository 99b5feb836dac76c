"""sys.getsizeof of the code of generators."""
import sys
def a(): yield 1
def b(): yield from c()
def c():
    x = yield from c()
    return x
def d():
    yield 1
    return 2
def e():
    yield from []
    yield 1
def f(): return (yield from a())
def g(x):
    for i in x: yield i
def h():
    try: yield 1
    finally: print(1)
def i():
    with a() as q: yield q
def j():
    x = yield 1
    y = yield x
print([(q.__name__, sys.getsizeof(q.__code__)) for q in (a, b, c, d, e, f, g, h, i, j)])
