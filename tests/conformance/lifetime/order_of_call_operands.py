"""Callables and arguments that die with the call."""
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
    def __call__(self, *a): return D(self.n + '()')
    def call2(self, a, b): print('call2')
    def call3(self, a, b=1, *c): print('call3')
    def call4(self, a, b=1, *, k=2): print('call4')
    def call5(self, a, b=1, *c, k=2, **d): print('call5')
print('1')
D('a')(D('b'), D('c'))
print('2')
D('a').call2(D('b'), D('c'))
D('a').call3(D('b'), D('c'))
D('a').call3(D('b'), D('c'), D('d'))
D('a').call4(D('b'), k=D('c'))
D('a').call5(D('b'), k=D('c'), z=D('z'))
D('a').call5(D('b'), 1, D('v'), k=D('c'), z=D('z'))
D('a').call5(*[D('b'), 1, D('v')], k=D('c'), z=D('z'))
D.call5(*[D('a'), D('b'), 1, D('v')], **dict(k=D('c'), z=D('z')))
def f(a, b, c=1, *d, e=2, **k): a = b = 1; print('f')
f(D('1'), D('2'))
f(D('1'), D('2'), D('3'))
f(D('1'), D('2'), D('3'), D('4'))
f(D('1'), D('2'), D('3'), D('4'), e=D('5'), x=D('6'))
f(D('1'), c=D('3'), b=D('2'), e=D('5'), x=D('6'))
class M(type):
    def __call__(cls, *a): print('mcall')
class X(metaclass=M): pass
X(D('1'), D('2'))
class Y:
    def __init__(self, *a): print('yinit')
    def __del__(self): print('ydel')
Y(D('1'), D('2'))
class Y:
    def __new__(cls, *a): print('ynew'); return object.__new__(cls)
    def __del__(self): print('ydel')
Y(D('1'), D('2'))
class Y:
    def __new__(cls, a, b): print('ynew'); return object.__new__(cls)
    def __init__(self, a, b): print('yinit')
    def __del__(self): print('ydel')
Y(D('1'), D('2'))
def g(a, b): yield
g(D('1'), D('2'))
g(*[D('1'), D('2')])
g(b=D('2'), a=D('1'))
import functools
functools.partial(f, D('1'))(D('2'))
(lambda *a: None)(D('1'), D('2'))
(lambda **a: None)(a=D('1'), b=D('2'))
