# A generator is as large as its code's variables and stack.
import sys
def g1():
    yield 1
def g2(x):
    for i in x:
        yield i
def g3():
    yield
    raise StopIteration(5)
g = g1()
h = g3()
print(sys.getsizeof(g), sys.getsizeof(g2([])), sys.getsizeof(h), g1.__code__.co_stacksize)
print(list(g), next(h))
try:
    next(h)
except RuntimeError as e:
    print(e, repr(e.__cause__))
