class S: __slots__=('a',)
class P:
    @property
    def p(self): return 1
def t(f):
    try: f()
    except AttributeError as e: print(str(e)[:30], e.obj is None, e.name)
def a(): {}.x=1
def b(): S().x=1
def c(): P().p=1
def d(): del {}.x
def e(): del S().a
def f(): del P().p
def g(): del P().q
def h(): S().a
def i(): [].append=1
def j(): int.x=1
def k(): del P.zz
def l(): (lambda:0).__dict__.zz
def m(): import sys; sys.zzzz
def n(): import sys; del sys.zzzz
def o(): del (lambda:0).zz
def p(): super(S,S()).zz
def q(): [].append.zz=1
def r(): S.zz
for x in (a,b,c,d,e,f,g,h,i,k,l,m,n,o,p,q,r): t(x)
