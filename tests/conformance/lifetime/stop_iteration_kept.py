# What __next__ raises passes next() as it is: the traceback holds the method's frame, and that the iterator.
import sys


class Countdown:
    def __init__(self, start):
        self.left = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.left == 0:
            raise StopIteration("lift off")
        self.left -= 1
        return self.left

    def __del__(self):
        print("countdown gone")


def depth(error):
    count, traceback = 0, error.__traceback__
    while traceback is not None:
        count, traceback = count + 1, traceback.tb_next
    return count


class Early(StopIteration):
    pass


class Eager(Countdown):
    def __next__(self):
        raise Early(1, 2)


for kind in Countdown, Eager:
    it = kind(0)
    try:
        next(it)
    except StopIteration as error:
        kept = error
    print(type(kept).__name__, kept.value, kept.args, depth(kept), sys.getrefcount(it))
    del it
    print("the error holds it")
    kept = None
    it = kind(0)
    print(next(it, "default"), sys.getrefcount(it), list(it), sys.getrefcount(it))

    def delegate(it):
        print("value of yield from:", (yield from it))

    print(list(delegate(it)), sys.getrefcount(it))
    try:
        next(iter(it))
    except StopIteration as error:
        print(error.value, sys.getrefcount(it))
    print(sys.getrefcount(it))
    it = None
