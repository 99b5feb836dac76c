"""Slices, their parts and their containers as temporaries."""
import sys
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
    def __getitem__(self, s): print(s if not isinstance(s, slice) else sys.getrefcount(s.start), sys.getrefcount(s), sys.getrefcount(self)); return 1
    def __setitem__(self, s, v): print(s if not isinstance(s, slice) else sys.getrefcount(s.start), sys.getrefcount(s), sys.getrefcount(self), sys.getrefcount(v)); return 1
    def __delitem__(self, s): print(s if not isinstance(s, slice) else sys.getrefcount(s.start), sys.getrefcount(s), sys.getrefcount(self)); return 1
    def __repr__(self): return 'D'
D('b')[D('lo'):D('hi')]
D('b')[D('lo'):D('hi'):D('st')]
D('b')[D('lo'):D('hi')] = D('v')
D('b')[D('lo'):D('hi'):D('st')] = D('v')
del D('b')[D('lo'):D('hi')]
del D('b')[D('lo'):D('hi'):D('st')]
D('b')[D('k')]
D('b')[D('k')] = D('v')
del D('b')[D('k')]
D('b')[D('k'), D('l')]
D('b')[D('k'), D('l')] = D('v')
D('b')[D('x'):, D('l')]
class I(D):
    def __index__(self): return 1
l = [1, 2, 3]
l[I('a'):I('b')]; l[I('a'):I('b')] = [D('x')]; l[I('c')]; l[I('c')] = D('m')
del l[I('a'):I('b')]; del l[I('k')]
try: [D('p')][D('lo'):D('hi')]
except TypeError as e: print(e)
try: [D('p')][D('lo'):D('hi')] = D('q')
except TypeError as e: print(e)
try: [D('p')][D('lo'):D('hi'):D('st')] = D('q')
except TypeError as e: print(e)
try: del [D('p')][D('lo'):D('hi')]
except TypeError as e: print(e)
print('end')
def f():
    for i in range(3):
        try: [D('p')][D('lo'):D('hi')]
        except TypeError as e: print(e)
        D('b')[D('lo'):D('hi')] = D('v')
        D('b')[D('lo'):D('hi')]
f()
