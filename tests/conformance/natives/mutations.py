# Random changes of deques, an OrderedDict and a cache, with comparisons and finalizers that change them, too.
import sys, gc
from collections import deque, OrderedDict, defaultdict
from functools import lru_cache
import itertools
seed=2
def rnd(n):
    global seed
    seed=(seed*1103515245+12345)&0x7fffffff
    return (seed>>8)%n
class N:
    live=0
    def __init__(s,k): s.k=k; N.live+=1
    def __del__(s):
        N.live-=1
        out.append('d%d'%s.k)
        if rnd(15)==0 and len(ds[0])<300: ds[0].append(s.k)
    def __eq__(s,o):
        if rnd(60)==0 and ds[0]: ds[0].popleft()
        return isinstance(o,N) and s.k==o.k
    def __hash__(s): return hash(s.k%7)
    def __repr__(s): return 'N%d'%s.k
out=[]
ds=[deque(),deque(maxlen=5)]
od=OrderedDict()
its=[]
@lru_cache(maxsize=4)
def f(n): return n
k=0
for step in range(600):
    out=[]
    d=ds[rnd(2)]
    op=rnd(34)
    k+=1
    try:
        if op==0: d.append(N(k))
        elif op==1: d.appendleft(N(k))
        elif op==2: d.pop()
        elif op==3: d.popleft()
        elif op==4: d.extend([N(k),N(k+1)]*rnd(40))
        elif op==5: d.rotate(rnd(400)-200)
        elif op==6: d.insert(rnd(20)-10,N(k))
        elif op==7: d.remove(N(rnd(k)))
        elif op==8: del d[rnd(30)-15]
        elif op==9: d[rnd(30)-15]=N(k)
        elif op==10: d.reverse()
        elif op==11: out.append(d.count(N(rnd(k))))
        elif op==12: out.append(d.index(N(rnd(k))))
        elif op==13: d*=2 if len(d)<200 else 0
        elif op==14: ds[rnd(2)]=d.copy() if d.maxlen is None else deque(d,5)
        elif op==15: d.clear() if rnd(5)==0 else None
        elif op==16: its.append(iter(d))
        elif op==17: its.append(reversed(d))
        elif op==18: out.append(repr(next(its[rnd(len(its))])) if its else 0)
        elif op==19: its and its.pop()
        elif op==20: od[N(rnd(60))]=N(k)
        elif op==21: del od[N(rnd(60))]
        elif op==22: od.move_to_end(N(rnd(60)),rnd(2))
        elif op==23: out.append(repr(od.popitem(rnd(2))))
        elif op==24: out.append(repr(od.pop(N(rnd(60)),None)))
        elif op==25: its.append(iter(od.items()))
        elif op==26: its.append(reversed(od))
        elif op==27: od.setdefault(N(rnd(60)),N(k))
        elif op==28: od=od.copy() if rnd(3) else OrderedDict(od)
        elif op==29: out.append(repr(f(N(rnd(9)))))
        elif op==30: f.cache_clear() if rnd(4)==0 else out.append(f.cache_info())
        elif op==31: a,b=itertools.tee(iter(list(d))); its+= [a,b]
        elif op==32: its.append(itertools.chain(d,od))
        elif op==33: its.append(itertools.pairwise(list(od)))
    except Exception as e: out.append(type(e).__name__+str(e))
    print(step,op,len(ds[0]),len(ds[1]),len(od),N.live,sys.getsizeof(ds[0]),sys.getsizeof(od),list(ds[0])[:3],list(od)[:3],out[:12])
    if len(its)>12: its=its[6:]
