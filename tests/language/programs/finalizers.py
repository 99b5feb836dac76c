class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
a = D('a'); b = a; del a; print('still'); del b; print('gone')
D('temp'); print('after temp')
def f():
    x = D('x'); y = D('y'); z = D('z')
    print('end f')
f()
def g(): return D('ret')
g(); q = g(); print('got'); q = None
l = [D(i) for i in range(3)]; del l[1]; print('--'); l.clear(); print('cleared')
d = {i: D(f'd{i}') for i in range(3)}; d[1] = 5; print('replaced'); del d; print('dict gone')
t = (D('t1'), D('t2')); del t
s = {D('s1')}; s.clear()
class P:
    def __init__(self): self.c1 = D('c1'); self.c2 = D('c2')
    def __del__(self): print('parent del')
P()
x = D('first'); x = D('second'); del x
class R:
    def __del__(self):
        global saved
        saved = self; print('resurrect')
r = R(); del r; print(saved); del saved; print('dead now')
class Bad:
    def __del__(self): raise ValueError('in del')
b = Bad(); del b; print('after bad')
def h():
    try:
        o = D('o'); raise KeyError
    except KeyError: print('handling')
    print('handled')
h(); print('h done')
try:
    k = D('kk'); 1/0
except ZeroDivisionError as e: del k; print('in except')
D('chain').n; print('x')
def dflt(v=D('default')): pass
del dflt; print('dflt')
def clos():
    v = D('cell')
    def inner(): return v
    return inner
c = clos(); print('closure'); del c
def gen():
    v = D('gen'); yield 1; yield 2
gg = gen(); next(gg); del gg; print('gen gone')
[D('in list')][0]; print('y')
D('attr').__class__; print('z')
for o in [D('l1'), D('l2')]: print('loop', o.n)
print('loop end'); del o; print('o gone')
(lambda p: print('lam', p.n))(D('arg')); print('w')
x, y = D('tx'), D('ty'); x, y = y, x; del x, y
class Sl:
    __slots__ = ('b', 'a')
    def __init__(self): self.a = D('sa'); self.b = D('sb')
Sl()
class W:
    def __enter__(self): return D('entered')
    def __exit__(self, *a): print('exit')
with W() as w: print('body')
del w; print('w gone')
class N:
    def __init__(self, nxt): self.nxt = nxt
    def __del__(self): print('N', end=' ')
n = None
for i in range(5): n = N(n)
n = None; print()
print(len([D('p1'), D('p2')]), 'len')
print([D('e1'), D('e2')] == 5)
m = D('m').__del__; print('bound'); del m; print('unbound')
try: raise Exception(D('exc'))
except Exception: print('caught')
print('post')
def raising():
    loc = D('local'); raise ValueError('v')
try: raising()
except ValueError as e: print('tb holds')
print('after tb')
class Del2:
    def __del__(self): print('del2'); undefined_name
Del2()
global1 = D('global at exit'); global2 = [D('in list at exit')]
print('end')
