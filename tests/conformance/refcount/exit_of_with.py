"""What a with statement holds while __exit__ runs after an exception."""
import sys


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if traceback is not None:
            print(sys.getrefcount(self), sys.getrefcount(value), sys.getrefcount(traceback), traceback.tb_lineno)
        return True


with Manager():
    raise ValueError(1)


def f():
    with Manager() as outer, Manager() as inner:
        raise KeyError(outer, inner)


f()


def g():
    with Manager():
        yield 1


i = g()
next(i)
try:
    i.throw(TypeError('thrown'))
except StopIteration as e:
    print(sys.getrefcount(e))
