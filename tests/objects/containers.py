# What containers do, in words. Recorded: PYTHONHASHSEED=0 python3.14 containers.py > containers-3.14.txt
import gc
l=[1]; l.append(l); print(l, (l,)); d={}; d['d']=d; print(d, d.keys(), d.items())
t=([],); t[0].append(t); print(t)
print(list(range(10,0,-3)), range(3), range(1,5,2), range(0)==range(1,1), hash(range(3))==hash(range(0,3,1)), range(10)[2:8:2], range(10)[::-1], 5 in range(3,9,2), 6 in range(3,9,2), range(5).count(2), list(reversed(range(5))), range(10**20,10**20+3), list(range(10**20,10**20+3)), len(range(0,10**6,7)))
d={'a':1,'b':2}
try:
    for k in d: d[k+'x']=1
except RuntimeError as x: print(x)
d={'a':1,'b':2}
try:
    for k in d: del d[k]; d[k+'y']=1
except RuntimeError as x: print(x)
s={1,2}
try:
    for k in s: s.add(k+10)
except RuntimeError as x: print(x)
print(list(reversed({'a':1,'b':2})), list(reversed({'a':1,'b':2}.items())), list(reversed({1:2}.values())))
print({'a':1}|{'b':2}, {1:2}=={1:2.0}, {1:2}!={1:3}, {1,2}=={2,1}, {1}<{1,2}, {1,2}>={1})
print({1:2}.keys()&{1,3}, {1:2}.keys()|{3}, {1:2,3:4}.keys()-{1}, {1:2}.items()^{(1,2),(3,4)}, {1:1}.keys()=={1}, {1:1}.keys()<{1,2}, (1,1) in {1:1}.items(), {1:1}.keys().isdisjoint([2]))
print(sorted([3,1,2],reverse=True), sorted(['b','A','c'],key=str.lower), sorted([(1,'b'),(1,'a'),(0,'z')]), sorted([3,1,2],key=lambda x:-x))
try: [3,1,2].sort(key=lambda x: 1/0)
except ZeroDivisionError as x: print(x)
l=[3,1,2]
def k(x): l.append(9); return x
try: l.sort(key=k)
except ValueError as x: print(x, l)
class A:
    def __init__(s,v): s.v=v
    def __lt__(s,o): print('lt',s.v,o.v); return s.v<o.v
    def __repr__(s): return 'A%d'%s.v
    def __del__(s): print('del',s.v)
    def __eq__(s,o): print('eq',s.v,o.v); return s.v==o.v
    def __hash__(s): return 7
l=[A(3),A(1),A(2)]; l.sort(); print(l); l.sort(reverse=True); print(l)
del l[::2]; print(l); l[:]=[A(5),A(6)]; print(l); l.clear(); print('cleared')
d={A(1):A(2)}; d[A(1)]=A(4); print(len(d)); d.clear(); print('c')
d={1:A(1),2:A(2),3:A(3)}; del d
t=(A(1),A(2)); del t
l=[A(1),A(2)]; del l
s=set([A(1),A(1),A(2)]); print(len(s)); del s
class P: pass
p=P(); p.z=A(1); p.y=A(2); p.x=A(3); print(p.__dict__); del p; 
p=P(); p.x=A(1); p.y=A(2); d=p.__dict__; del p; print(d); del d
p=P(); p.x=A(1); p.y=A(2); p.__dict__={'q':A(9)}; print(p.q, p.__dict__); del p
p=P(); 
for i in range(40): setattr(p,'a%d'%i,i)
print(len(p.__dict__), p.a39, list(p.__dict__)[-1]); del p.a3; print(hasattr(p,'a3'), len(vars(p)))
p=P(); p.b=1; p.a=2; del p.b; p.b=3; print(p.__dict__, list(vars(p))); vars(p)['new']=5; print(p.new); vars(p)[3]=4; print(vars(p)); p.c=7; print(vars(p))
print(dict.fromkeys('abc'), dict.fromkeys([1,2],0), dict([(1,2),'ab']), dict({'x':1},y=2), {**{'a':1},'b':2})
class D(dict):
    def __missing__(s,k): return 'm'+k
print(D()['q'], D(a=1), type(D(a=1).copy()), D(a=1)|{})
print(list(zip('ab',[1,2])), list(map(lambda a,b:a+b,[1,2],[3,4])), list(filter(None,[0,1,'',2])), list(enumerate('ab',5)), list(enumerate('a',2**70)))
a,*b=range(4); print(a,b)
it=iter([1,2,3]); print(next(it), it.__length_hint__(), list(it), list(it))
print([1,2,3][1:],[1,2,3,4][::-2],(1,2,3)[:2],[1,2]*2,(1,)*3,2*[0])
l=list(range(10)); l[2:5]=[]; print(l); l[::3]=[0]*3; print(l); del l[-2:]; print(l); l[1:1]=l; print(l); l+='ab'; l*=2; print(l); l.reverse(); print(l, l.index('a'), l.count('a'))
print([1,2]<[1,3],[1,2]<[1,2,0],[1]==[1.0],(1,2)>(1,),[]<[1])
print({1,2,3}-{1},{1,2}^{2,3},{1,2}&{2,3},frozenset([1])|{2},{1}.union([2],(3,)),{1,2}.issubset([1,2,3]),{1}.issuperset(()),{frozenset({1}):1}[frozenset({1})],{frozenset()}.__contains__(set()))
print(hash((1,2)),hash(()),hash(frozenset([1,2,3])),hash(frozenset()))
print(list(iter(iter([1,2,3,0,4]).__next__,0)))
class S:
    def __getitem__(s,i):
        if i>3: raise IndexError
        return i*i
    def __len__(s): return 4
print(list(S()), list(reversed(S())), 9 in S(), tuple(S()))
from_types=type(P.__dict__); m=P.__dict__; print(type(m).__name__, '__module__' in m, m['__module__'])
try: m['x']=1
except TypeError as x: print(x)
gc.collect()
for o in ({}, {1:[]}, {'a':1}, (), (1,), (1,[]), [], set(), frozenset(), slice(1), iter([]), {}.keys(), {**{1:[]}}, dict(a=[]), tuple([1,2]), tuple(x for x in [1]), {1:2}.copy(), {1:[]}.copy()): print(gc.is_tracked(o), end=' ')
print()
p=P(); print(gc.is_tracked(p.__dict__)); p.x=[]; print(gc.is_tracked(p.__dict__), gc.get_referents({'a':1},{1:2},[3],(4,)))
for k,v in {'a':1}.items(): print(k,v)
x=[t for t in {'a':1,'b':2}.items()]; print(x)
x=[t for t in zip([1,2],[3,4])]; print(x)
print(repr(slice(1,None,2)), slice(1,2)==slice(1,2), slice(1,10,3).indices(5), slice(None).indices(3))
d={}; d.setdefault('a',[]).append(1); print(d, d.pop('a'), d.pop('z',0), d.get('q'), d.popitem() if d else None)
d = {'a':1}; d.update(b=2); d.update([('c',3)]); d |= {'d':4}; print(d, len(d), 'a' in d, list(d.values()))
