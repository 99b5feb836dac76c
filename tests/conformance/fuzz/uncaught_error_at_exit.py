# The error that ends a script lives in sys.last_exc until modules are cleared; it orders what the last collection finds.
import atexit
class A:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def describe(x):
    local = A(4)
    return [y.foo for y in x]
atexit.register(lambda: print('exit'))
c = [A(1), A(2)]
d = A(3)
describe(c)
