# What an instance of a class derived from a builtin type keeps its attributes in.
import gc
class L(list): pass
k = L(); k.me = k
print([type(r).__name__ for r in gc.get_referents(k)])
class I(int): pass
k = I(); k.me = k
print([type(r).__name__ for r in gc.get_referents(k)], gc.is_tracked(k))
class P:
    __slots__ = ('a',)
class Q(P): pass
k = Q(); k.me = k
print([type(r).__name__ for r in gc.get_referents(k)])
class T(tuple): pass
k = T(); k.me = k
print([type(r).__name__ for r in gc.get_referents(k)])
class D(dict): pass
k = D(); k.me = k
print([type(r).__name__ for r in gc.get_referents(k)])
class S(set): pass
k = S(); k.me = k
print([type(r).__name__ for r in gc.get_referents(k)])
class X(Exception): pass
k = X(); k.me = k
print([type(r).__name__ for r in gc.get_referents(k)])
class A: pass
k = A(); k.me = k
print([type(r).__name__ for r in gc.get_referents(k)])
class B(list):
    def __init__(self): self.x = []; self.y = {}
k = B(); j = B()
print([type(r).__name__ for r in gc.get_referents(k)])
del k.x
print([type(r).__name__ for r in gc.get_referents(k)])
import sys; gc.collect()
class L(list): pass
print(sys.getsizeof(L()))
a=sys.getallocatedblocks(); k=L(); b=sys.getallocatedblocks(); k.x=1; c=sys.getallocatedblocks()
a=sys.getallocatedblocks(); k=L(); b=sys.getallocatedblocks(); k.x=1; c=sys.getallocatedblocks(); k.y=1; d=sys.getallocatedblocks()
print(b-a,c-b, d-c)
class E(Exception): pass
a=sys.getallocatedblocks(); k=E(); b=sys.getallocatedblocks(); k.x=1; c=sys.getallocatedblocks(); k.y=1; d=sys.getallocatedblocks()
a=sys.getallocatedblocks(); k=E(); b=sys.getallocatedblocks(); k.x=1; c=sys.getallocatedblocks(); k.y=1; d=sys.getallocatedblocks()
print(b-a,c-b, d-c)
def count(f):
    gc.collect()
    f()
    print(f.__name__, gc.collect())
def cycle():
    k = type('K', (list,), {'attr': None})()
    k.me = k
count(cycle)
