# A frame object and a generator end with room for the variables and the stack of their code.
import sys, gc

def f(a, b):
    x = [a, b, [a]]
    return sys._getframe()

def deep(a):
    return sys._getframe(), (a, a, a, a, (a, a, a))

frame = f(1, 2)
print(sys.getsizeof(frame), sys.getsizeof(deep(1)[0]))
g = (i for i in [1])
print(sys.getsizeof(g))
next(g)
print(sys.getsizeof(g))
print(list(g), sys.getsizeof(g), sys.getsizeof(frame))

def ends(n):
    a = b = c = n
    yield a

h = ends(1)
print(list(h), sys.getsizeof(h))
gc.collect()
before = after = last = 0
before = sys.getallocatedblocks()
other = f(1, 2)
after = sys.getallocatedblocks()
other = None
last = sys.getallocatedblocks()
print(after - before, last - before)
