# What atexit.register, weakref.finalize and sys's own copy of its functions hold, and what they leave to free lists.
import atexit
import gc
import sys
import weakref

count = sys.getrefcount
print(count(count), count(sys.getsizeof), count(sys.intern))


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)

    def __call__(self, *args, **kwargs):
        print('called', self.name, [a.name for a in args], {k: v.name for k, v in kwargs.items()})

    def method(self):
        print('method of', self.name)


x, y = Thing('x'), Thing('y')
gc.collect()
gc.disable()
counts = []
for i in range(3):
    atexit.register(x.method)
    counts.append(gc.get_count()[0])
    atexit.register(x, y)
    counts.append(gc.get_count()[0])
    atexit.register(x, y, k=y)
    counts.append(gc.get_count()[0])
print(counts, count(x), count(y))
atexit.unregister(x.method)
print(count(x))
atexit.register(Thing('f'), Thing('a'), Thing('b'), k=Thing('c'), j=Thing('d'))
gc.collect()
before = gc.get_count()[0]
f = weakref.finalize(x, print, 'x is gone')
g = weakref.finalize(y, print, 'y is gone')
print(gc.get_count()[0] - before)
del f
print(gc.get_count()[0] - before)
