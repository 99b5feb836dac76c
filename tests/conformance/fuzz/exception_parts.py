# The order in which an exception drops what it holds: the fields of its class first.
class A:
    n = 0
    def __init__(self):
        A.n += 1
        self.name = A.n
    def __del__(self): print('del', self.name)
def f0(*x):
    keep = [x]
    def f1(*x):
        x.clear()
        del x
    x = f1(A())
    return x
try:
    d = f0(A())
except Exception as p:
    print(p)
try:
    raise StopIteration(A())
except StopIteration as p:
    p.__context__ = ValueError(A())
    p.__cause__ = ValueError(A())
    p.extra = A()
try:
    raise ExceptionGroup('g', [ValueError(A())]) from ValueError(A())
except ExceptionGroup as p:
    p.extra = A()
print('after')
