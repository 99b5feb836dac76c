# How many dead objects of each type are kept, seen in the allocated blocks and in the collector's count.
import gc, sys
gc.disable()
gab = sys.getallocatedblocks
class N: 
    def m(self): pass
n=N()
def gen(): yield 1
def f(): return n
l=[1]; t=(1,); d={1:2}; s={1}; b=b'x'
kinds = {
 'float': lambda i: i*1.5, 'int1': lambda i: i+100000, 'int2': lambda i: i+(1<<40), 'int3': lambda i: i+(1<<70),'complex': lambda i: i*1j, 'list': lambda i: [], 'dict': lambda i: {}, 'dict1': lambda i: {'a':1}, 'dicti': lambda i: {1:1},
 
 'dict()': lambda i: dict(), 'list()': lambda i: list(), 't1': lambda i: (i,), 't2': lambda i: (i,i), 't20': lambda i: (i,)*20, 't21': lambda i: (i,)*21, 't19': lambda i: (i,)*19,
 'tuple(list)': lambda i: tuple([1,2,3]),
  'range': lambda i: range(i), 'rangeiter': lambda i: iter(range(1)), 'listiter': lambda i: iter(l), 'tupleiter': lambda i: iter(t), 'dictiter': lambda i: iter(d), 'dictview': lambda i: d.keys(), 'strit': lambda i: iter('ab'), 'setiter': lambda i: iter(s),
 'listrev': lambda i: reversed(l), 'set': lambda i: set(), 'method': lambda i: n.m, 'builtin': lambda i: l.append, 'mwrap': lambda i: n.__str__, 'cell': lambda i: (lambda: i).__closure__[0],'func': lambda i: f,'lam':lambda i: lambda: 0,
 'gen': lambda i: gen(),  'obj': lambda i: object(), 'exc': lambda i: ValueError(), 'memerr': lambda i: MemoryError(),  'bytes': lambda i: b+b'abc', 'enumerate': lambda i: enumerate(l), 'zip': lambda i: zip(l), 'map': lambda i: map(f, l), 'bytearray': lambda i: bytearray(), 
}
keep=[None]*3000
res=[]
for k, mk in kinds.items():
    for i in range(3000): keep[i]=None
    gc.collect(); gc.collect()
    c0=gc.get_count()[0]; b0=gab()
    for i in range(3000): keep[i]=mk(i)
    for i in range(3000): keep[i]=None
    c1=gc.get_count()[0]; b1=gab()
    gc.collect(); b2=gab()
    res.append((k, b1-b0, c1-c0, b2-b0))
for r in res: print(*r)
