# collections.OrderedDict: its linked list in sizes and counts, order of __del__, iterators, messages.
from collections import OrderedDict as D
import sys,gc,copy,weakref
def tr(*fs):
    for g in fs:
        try: print('ok',g())
        except Exception as e: print(type(e).__name__, e)
d=D(a=1,b=2,c=3)
tr(lambda:d, lambda:D(), lambda: D(1), lambda:D({},{}), lambda:d.move_to_end('a') or list(d), lambda:d.move_to_end('c',last=False) or list(d), lambda:d.move_to_end('z'), lambda:d.move_to_end(), lambda:d.popitem(), lambda:d.popitem(last=False), lambda:d.popitem(0), lambda:d.popitem(), lambda:d.popitem(1,2), lambda:d.pop('x'), lambda:d.pop('x',5), lambda:d.pop(), lambda:d.pop('x',default=1), lambda:d.setdefault('q'), lambda:d.setdefault('q',9), lambda:d.setdefault(), lambda:d.setdefault('r',default=3), lambda:d, lambda:d.update(s=1) , lambda:d.update([(1,2)],{}), lambda:d.update(5), lambda:d, lambda:d['nope'], lambda:d.__delitem__('nope'), lambda:D.fromkeys('ab',1), lambda:D.fromkeys('ab',value=1), lambda:D.fromkeys(), lambda:d.copy(), lambda:list(reversed(d)), lambda:d.keys(), lambda:d.values(), lambda:d.items(), lambda:type(iter(d)).__name__, lambda:type(iter(d.items())), lambda:list(reversed(d.items())), lambda:list(reversed(d.keys())), lambda:d==D(d), lambda: D(a=1,b=2)==D(b=2,a=1), lambda: D(a=1,b=2)=={'b':2,'a':1}, lambda:d|{'z':1}, lambda:{'z':1}|d, lambda:d|5, lambda:d.__ior__([('y',1)]), lambda:d.__reduce__()[:4], lambda:d.__dict__, lambda:setattr(d,'x',1), lambda:d.__dict__, lambda:weakref.ref(d)() is d, lambda:hash(d), lambda:d.clear(), lambda:d, lambda:D([('a',1)]).__sizeof__()-{'a':1}.__sizeof__(), lambda: d.__init__(1), lambda: d<d, lambda: D.__doc__, lambda:D.__module__, lambda:iter(D(a=1)).__reduce__(), lambda:d.keys().mapping, lambda: d.keys().isdisjoint([1]), lambda: iter(d).__length_hint__(), lambda: D(a=1).keys()&['a'], lambda: D(a=1).items()|[1])
def mut(f):
    d=D.fromkeys('abc')
    for k in d: f(d)
tr(lambda:mut(lambda d:d.pop('a')), lambda:mut(lambda d:d.update(z=1)), lambda:mut(lambda d:d.move_to_end('a')), lambda:mut(lambda d:d.clear()), lambda:mut(lambda d:d.__setitem__('a',5)))
class S(D):
    def __missing__(self,k): return 'm'+k
s=S(a=1); s.t=1
tr(lambda:s['q'], lambda:s.pop('q'), lambda:s, lambda:s.copy(), lambda:copy.copy(s).__dict__, lambda:s.__reduce__()[:4], lambda:sys.getsizeof(s)-sys.getsizeof(D(a=1)))
for n in (0,1,5,6,11,50): print(n, sys.getsizeof(D.fromkeys(range(n)))-sys.getsizeof(dict.fromkeys(range(n))) , sys.getsizeof(D([(str(i),1) for i in range(n)])))
x=object(); b=sys.getrefcount(x)
d=D(); d[x]=1; print(sys.getrefcount(x)-b); d[1]=x; print(sys.getrefcount(x)-b, [type(r).__name__ for r in gc.get_referents(d)], gc.is_tracked(D())); d.move_to_end(x); it=iter(d); print(sys.getrefcount(x)-b, [type(r).__name__ for r in gc.get_referents(it)], sys.getsizeof(it), sys.getsizeof(d.keys())); next(it); print(sys.getrefcount(x)-b); del it; d.clear(); print(sys.getrefcount(x)-b)
class N:
    def __init__(s,n): s.n=n
    def __del__(s): print('del',s.n)
    def __hash__(s): return 1
d=D([(N('k1'),N('v1')),(N('k2'),N('v2'))]); d.clear(); print('c')
d=D([(N('k1'),N('v1')),(N('k2'),N('v2'))]); del d; print('d')
d=D([(N('k1'),N('v1')),(N('k2'),N('v2'))]); d.popitem(); print('e'); d.popitem(last=False); print('f')
d=D(); d[1]=d; r=weakref.ref(d); print(d); del d; gc.collect(); print(r())
d=D(a=1); d.x=d; r=weakref.ref(d); del d; gc.collect(); print(r())
