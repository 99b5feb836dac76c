class A:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def describe(x):
    if isinstance(x, list):
        return [describe(y) for y in x]
    if x.n == 1: raise TypeError
def look(space):
    for name in ['c', 'd']:
        describe(space[name])
c = [A(1), A(2)]
d = A(3)
look(globals())
