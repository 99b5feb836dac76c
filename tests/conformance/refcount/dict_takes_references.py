"""What holds a key while its __hash__ runs: a dict that is stored into may take the references over."""
import sys
class Q:
    def __hash__(s): print('hash', sys.getrefcount(s)); return 1
print('a'); {k:1 for k in [Q()]}
print('b'); {k:1 for k in [Q(),Q()]}
print('c'); {k:1 for k in [None,Q()]}
def f():
    print('d'); {k:1 for k in [None,Q()]}
    print('e'); {k:1 for k in [Q()]}
    b={Q()}
    print('f'); {k:1 for k in b}
    print('g'); {k:1 for k in list(b)}
    b=[*b]
    print('h'); {k:1 for k in b}
    print('i'); {k for k in b}
    print('j'); {k:k for k in b}
    print('k'); d={}
    for k in b: d[k]=1
    print('l'); {k.__class__ and k:1 for k in b}
    print('m'); {1:k for k in b}
    print('n'); [hash(k) for k in b]
    print('o'); {(lambda: k)():1 for k in b}
f()
f()
b={Q()}
print('f'); {k:1 for k in b}
b={None,Q()}
print('f2'); {k:1 for k in b}
for i in range(3): 
    print('f3'); {k:1 for k in b}
class Q:
    def __hash__(s): print('h%d'%sys.getrefcount(s),end=' '); return 1
    def __eq__(s,o): print('e%d,%d'%(sys.getrefcount(s),sys.getrefcount(o)),end=' '); return s is o
class V: pass
def st(d,q,v):
    d[q]=v
def rd(d,q): return d[q]
def dl(d,q): del d[q]
def con(d,q): return q in d
def mk(q,v): return {q:v}
def mk3(q,v): return {q:v,q:v}
def cmp_(q): return {k:1 for k in [q,q]}
def scmp(q): return {k for k in [q,q]}
def ms(q): return {q,q}
def get(d,q): return d.get(q)
def sd(d,q): return d.setdefault(q,1)
def po(d,q): return d.pop(q)
def upd(d,q): d.update({q:1})
def un(d,q): return {**d}
def gl(d,q): d[q]+=1
for f in (st,rd,dl,con,mk,mk3,cmp_,scmp,ms,get,sd,po,upd,un,gl):
    print(f.__name__)
    for i in range(12):
        q=Q(); d={} if f in (st,sd,upd) else {}
        if f not in (st,sd,upd): d[q]=1
        print(':',end='')
        if f in (st,): f(d,q,1); f(d,q,2)
        elif f in (mk,mk3): f(q,1)
        elif f in (cmp_,scmp,ms): f(q)
        else: f(d,q)
    print()
s=set()
def sa(s,q): s.add(q)
def sr(s,q): s.discard(q)
def cs(s,q): return q in s
for f in (sa,cs,sr):
    print(f.__name__)
    for i in range(12): q=Q(); f(s,q)
    print()
def t():
    d={}
    for i in range(12):
        q=Q(); d[q]=i
    print()
    for i in range(4): 
        for k in list(d): d[k]
    print()
t()
class Q:
    def __hash__(s): print('h%d'%sys.getrefcount(s),end=' '); return 1
def run(name,f,n=12):
    print(name, end=' ')
    for i in range(n): q=Q(); f(q)
    print()
S=set(); D={}; L=[]
def a(q): S.discard(q)
def b(q): S.add(q); S.clear()
def c(q): D.get(q)
def d(q): D.pop(q,0)
def e(q): D.setdefault(q,1); D.clear()
def f(q): S.__contains__(q)
def g(q): D.__contains__(q)
def h(q): hash(q)
def i(q):
    try: S.remove(q)
    except KeyError: pass
def j(q): S.union((q,))
def k(q): dict.fromkeys((q,))
def l(q): frozenset((q,))
def m(q): D.update(((q,1),)); D.clear()
def n(q): D[q]=1; D.clear()
def o(q): q in D
def p(q): set((q,))
def r(q): x=S.discard; x(q)
for fn in (a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,r): run(fn.__name__,fn)
