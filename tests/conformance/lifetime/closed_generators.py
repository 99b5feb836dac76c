# Closing a generator that waits outside of any try raises nothing in it.
import gc
import sys


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, sys.exc_info()[0])


def plain(value):
    yield value
    yield 2


def careful(value):
    try:
        yield value
    except GeneratorExit:
        print("exit", sys.exc_info()[0])
        raise
    finally:
        print("finally")


def outer(value):
    yield from plain(value)


for make in plain, careful, outer:
    print(make.__name__, sys.getrefcount(make) - sys.getrefcount(outer))
    waiting = make(Loud("a"))
    next(waiting)
    frame = waiting.gi_frame
    print(sys.getrefcount(frame), sys.getrefcount(make), sys.getrefcount(make.__code__))
    waiting.close()
    print("closed", waiting.gi_frame, sys.getrefcount(make), sys.getrefcount(make.__code__), gc.is_tracked(waiting))
    del frame
    print("frame gone", sys.getrefcount(make))
    del waiting
    print("gone", sys.getrefcount(make))
    waiting = make(Loud("b"))
    next(waiting)
    del waiting
    print("dropped", sys.getrefcount(make))
try:
    raise ValueError
except ValueError:
    waiting = plain(Loud("c"))
    next(waiting)
    waiting.close()
ring = [plain(Loud("d"))]
ring.append(ring)
next(ring[0])
ring = None
print(gc.collect() > 0)
