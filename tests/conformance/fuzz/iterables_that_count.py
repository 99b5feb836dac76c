"""Who asks an iterable for its iterator, how often, and what is held meanwhile; attribute errors that know their object."""
import sys
class T: pass
a=T()
def tryit(f):
    try: f()
    except AttributeError as e: print(e, e.name, e.obj is a, sys.getrefcount(a))
def d1():
    del a.kept
tryit(d1)
tryit(lambda: delattr(a,'zz'))
tryit(lambda: object.__delattr__(a,'zz'))
tryit(lambda: object.__getattribute__(a,'zz'))
class S:
    __slots__=('q',)
    def __hash__(self): return 1
a=S()
def d2(): del a.q
tryit(d2)
def d3(): a.zz=1
tryit(d3)
def d4(): del a.zz
tryit(d4)
tryit(lambda: a.q)
a=complex(1,2)
tryit(lambda: setattr(a,'x',1))
tryit(lambda: delattr(a,'real'))
tryit(lambda: setattr(a,'real',1))
a=T
tryit(lambda: delattr(a,'x'))
class P:
    @property
    def p(self): return 1
a=P()
tryit(lambda: setattr(a,'p',1))
tryit(lambda: delattr(a,'p'))
import types
a=types.SimpleNamespace()
tryit(lambda: delattr(a,'p'))
a=types.ModuleType('m')
tryit(lambda: a.p)
tryit(lambda: delattr(a,'p'))
class Q:
    def __init__(self, n): self.n=n
    def __iter__(self): print('iter', sys.getrefcount(self)); return self
    def __next__(self):
        print('next', sys.getrefcount(self))
        if not self.n: raise StopIteration
        self.n-=1; return str(self.n)
    def __length_hint__(self): print('hint'); return 3
l=[1,2,3,4]
l[::2]=Q(2); print(l)
l[1:2]=Q(2); print(l)
l[:]=Q(2); print(l)
print(','.join(Q(2)))
print(b','.join(map(str.encode, Q(2))))
l.extend(Q(1)); l+=Q(1); print(l)
print(tuple(Q(1)), list(Q(1)), len(set(Q(2))), [*Q(1)], (*Q(1),), len({*Q(1)}))
a,b=Q(2)
a,*b=Q(2)
print(bytearray().join([]))
def f(*a): return a
print(f(*Q(2)))
print(sorted(Q(2)), max(Q(2)), sum(map(int,Q(2))), dict.fromkeys(Q(2)), ''.join(Q(1)))
import collections
print(collections.deque(Q(2)), collections.Counter(Q(2)))
print(list(zip(Q(1),Q(1))), list(enumerate(Q(1))))
x=bytearray(b'abcd')
class I(Q):
    def __next__(self): return int(super().__next__())
l=[1,2,3,4,5]
l[1:3]=(7,8,9); print(l)
l[::2]=(1,2,3); print(l)
l[1:1]=l; print(l)
l[2:]=(); print(l)
class TT(tuple): pass
l[0:1]=TT((4,5)); print(l)
try: l[0:1]=5
except TypeError as e: print(e)
try: l[::2]=5
except TypeError as e: print(e)
try: l[::2]=(1,2,3,4,5,6)
except ValueError as e: print(e)
