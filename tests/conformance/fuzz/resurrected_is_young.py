# What its finalizer brings back to life is the youngest object for the next collection.
saved = []
class A:
    def __init__(self, n): self.name = n
    def __del__(self):
        print('del', self.name)
class R(A):
    def __del__(self):
        saved.append(self)
class X(Exception):
    def __init__(self, *args):
        pass
    def __del__(self):
        print('del X')
def fail(x, kind=X):
    raise kind(x)
e = R(A(3))
try:
    fail(1)
except X as error:
    f = [error, error.__traceback__]
fail((e := []))
