"""What the collector finds in iterators and other small holders, in the order of their traversal."""
import gc
f=filter(lambda x:x,[1,2])
print([type(o).__name__ for o in gc.get_referents(f)])
m=map(abs,[1],[2])
print([type(o).__name__ for o in gc.get_referents(m)])
z=zip([1],(2,),strict=True)
print([type(o).__name__ for o in gc.get_referents(z)])
e=enumerate([1])
print([type(o).__name__ for o in gc.get_referents(e)])
import itertools, functools, collections
print([type(o).__name__ for o in gc.get_referents(itertools.filterfalse(lambda x:x,[1]))])
print([type(o).__name__ for o in gc.get_referents(itertools.takewhile(lambda x:x,[1]))])
print([type(o).__name__ for o in gc.get_referents(itertools.starmap(lambda x:x,[1]))])
print([type(o).__name__ for o in gc.get_referents(itertools.groupby([1],lambda x:x))])
print([type(o).__name__ for o in gc.get_referents(itertools.chain([1],[2]))])
print([type(o).__name__ for o in gc.get_referents(itertools.islice([1],2))])
print([type(o).__name__ for o in gc.get_referents(itertools.cycle([1]))])
print([type(o).__name__ for o in gc.get_referents(itertools.accumulate([1],func=lambda a,b:a, initial=[0]))])
print([type(o).__name__ for o in gc.get_referents(functools.partial(print,1,a=2))])
print([type(o).__name__ for o in gc.get_referents(collections.defaultdict(list,a=[1]))])
print([type(o).__name__ for o in gc.get_referents(property(lambda s:1))])
print([type(o).__name__ for o in gc.get_referents(slice([1],[2],[3]))])
print([type(o).__name__ for o in gc.get_referents(staticmethod(lambda s:1))])
def g(): 
    x=[1]; yield x
h=g(); next(h)
print([type(o).__name__ for o in gc.get_referents(h)])
def fn(a,b=[1],*,c={}): return a
print([type(o).__name__ for o in gc.get_referents(fn)])
class K:
    __slots__=('a','b')
k=K();k.b=[2];k.a=(1,)
print([type(o).__name__ for o in gc.get_referents(k)])
class L: pass
l=L(); l.x=[]; l.y={}
print([type(o).__name__ for o in gc.get_referents(l)])
print([type(o).__name__ for o in gc.get_referents(L)])
print([type(o).__name__ for o in gc.get_referents(l.__init__)])
print([type(o).__name__ for o in gc.get_referents(reversed([1]))])
print([type(o).__name__ for o in gc.get_referents(iter({1:[]}))])
print([type(o).__name__ for o in gc.get_referents(iter({1:[]}.items()))])
print([type(o).__name__ for o in gc.get_referents({1:[]}.items())])
try: 1/0
except ZeroDivisionError as ex:
    print([type(o).__name__ for o in gc.get_referents(ex)])
    print([type(o).__name__ for o in gc.get_referents(ex.__traceback__)])
print([type(o).__name__ for o in gc.get_referents(super(L,l))])
