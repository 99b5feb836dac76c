# A local stored to twice: which of its values goes first.
class A:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def g0():
    local = A('first')
    got = yield local
    yield got
def main(n):
    d = A('old')
    d, *d = g0()
    print('after', d)
    d = A('old2')
    d, d = g0()
    print('after', d)
    d = A('old3')
    d, d = A(1), A(2)
    print('after')
    d = A('old4')
    d, d, d = A(1), A(2), A(3)
    print('after')
    d = A('old5')
    for d, d in [(A(1), A(2))]:
        print('in')
    print('end')
for i in range(6): main(i)
d = A('old')
d, *d = g0()
print('after', d)
