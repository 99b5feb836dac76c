"""atexit's functions register and unregister others while they run; when all were called they go, in this order."""
import atexit


def unregisters():
    print('unregisters')
    atexit.register(print, 'registered while they run')
    atexit.unregister(other)


def other():
    print('other')


class D:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def f(self, *args):
        print('f', self.n)

    def fails(self, *args):
        print('fails', self.n)
        atexit.register(D('late').f)
        raise ValueError


atexit.register(print, 'first')
atexit.register(other)
atexit.register(unregisters)
atexit._run_exitfuncs()
print('ran')
atexit.register(print, 'second')
atexit.register(other)
atexit.register(unregisters)
for i in range(3):
    atexit.register(D(i).f, D(('argument', i)), D(('another', i)))
x = D(9)
atexit.register(x.fails)
atexit.register(x.f)
atexit.unregister(x.f)
del x
print('end')
