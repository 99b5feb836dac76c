"""In which order an operator drops its operands, and where its result lies, at the first run and later: read off ids that come back."""
def fm(x):
    A=x*2.0; B=x+1.0; ia,ib=id(A),id(B); del A; del B
    c=(x*2.0)*(x+1.0)
    d=x*2.5; e=x*2.6
    n={ia:'A',ib:'B'}
    return n.get(id(c),'-')+n.get(id(d),'-')+n.get(id(e),'-')
def fd(x):
    A=x*2.0; B=x+1.0; ia,ib=id(A),id(B); del A; del B
    c=(x*2.0)/(x+1.0)
    d=x*2.5; e=x*2.6
    n={ia:'A',ib:'B'}
    return n.get(id(c),'-')+n.get(id(d),'-')+n.get(id(e),'-')
def fc(x):
    A=x*2.0; B=x+1.0; ia,ib=id(A),id(B); del A; del B
    c=(x*2.0)<(x+1.0)
    d=x*2.5; e=x*2.6
    n={ia:'A',ib:'B'}
    return n.get(id(d),'-')+n.get(id(e),'-')
def fi(x):
    A=x*2.0; ia=id(A); del A
    c=(x*2.0)+3
    d=x*2.5
    return str(ia==id(c))[0]+str(ia==id(d))[0]
def ip(x):
    A=x*2.0; ia=id(A); del A
    y=x*2.0
    y+=1.5
    d=x*2.5
    return str(ia==id(y))[0]+str(ia==id(d))[0]
def im(x):
    A=x*2; B=x+1; ia,ib=id(A),id(B); del A; del B
    c=(x*2)-(x+1)
    d=x+2; e=x+3
    n={ia:'A',ib:'B'}
    return n.get(id(c),'-')+n.get(id(d),'-')+n.get(id(e),'-')
def id2(x):
    A=x*2; B=x+1; ia,ib=id(A),id(B); del A; del B
    c=(x*2)//(x+1)
    d=x+2; e=x+3
    n={ia:'A',ib:'B'}
    return n.get(id(c),'-')+n.get(id(d),'-')+n.get(id(e),'-')
def ic(x):
    A=x*2; B=x+1; ia,ib=id(A),id(B); del A; del B
    c=(x*2)<(x+1)
    d=x+2; e=x+3
    n={ia:'A',ib:'B'}
    return n.get(id(d),'-')+n.get(id(e),'-')
def lc(x):
    A=x*2; ia=id(A); del A
    r=[5][(x*2)-2*x]
    d=x+2
    return str(ia==id(d))[0]
for f,x in ((fm,1.5),(fd,1.5),(fc,1.5),(fi,1.5),(ip,1.5),(im,10**6),(id2,10**6),(ic,10**6),(lc,10**6)): print(f.__name__,[f(x) for i in range(24)])
A=1.5; X=A*2.0; ia=id(X); del X
Y=(A*2.0)*3.0; print(id(Y)==ia)
# strings, big ints, mixed; hot code and module level
def two(mk):
    def deco(f):
        def g(n=12):
            out=[]
            for i in range(n):
                A,B=mk(); ia,ib=id(A),id(B); A=None; B=None
                r=f()
                C,D=mk(); names={ia:'A',ib:'B'}
                out.append(names.get(id(C),'-')+names.get(id(D),'-'))
            print(f.__name__,out)
        return g
    return deco
n=10**6; x=1.5; s='ab'*10
@two(lambda:(n*2,n*3))
def int_eq(): return (n*2)==(n*3)
@two(lambda:(n*2,n*3))
def int_and(): return (n*2)&(n*3)
@two(lambda:(n*2,n*3))
def int_mod(): return (n*2)%(n*3)
@two(lambda:(n*2,n*3))
def int_pow(): return (n*2)**2
@two(lambda:(s*2,s*3))
def str_add(): return (s*2)+(s*3)
@two(lambda:(s*2,s*2))
def str_eq(): return (s*2)==(s*2)
@two(lambda:(s*2,s*2))
def str_lt(): return (s*2)<(s*2)
@two(lambda:(x*2,x*3))
def fl_ne(): return (x*2)!=(x*3)
@two(lambda:(x*2,x*3))
def fl_mul(): return (x*2)*(x*3)
@two(lambda:(x*2,x*3))
def fl_floor(): return (x*2)//(x*3)
@two(lambda:(x*2,x*3))
def fl_pow(): return (x*2)**(x*3)
@two(lambda:(s*2,s*3))
def str_in(): return (s*2) in (s*3)
@two(lambda:(s*2,s*3))
def str_mod(): return (s*2)%()
@two(lambda:([1]*2,[1]*3))
def list_add(): return ([1]*2)+([1]*3)
@two(lambda:((n,)*2,(n,)*3))
def tup_add(): return ((n,)*2)+((n,)*2)
@two(lambda:(s*2,s*3))
def is_(): return (s*2) is (s*3)
@two(lambda:(s*2,s*3))
def and_(): return (s*2) and (s*3)
@two(lambda:([1]*2,n*2))
def lsub(): return ([1]*2)[(n*2)-(n*2)]
@two(lambda:(s*2,n*2))
def ssub(): return (s*2)[(n*2)-(n*2)]
@two(lambda:(s*2,s*3))
def fstr(): return f'{s*2}{s*3}'
for f in (int_eq,int_and,int_mod,int_pow,str_add,str_eq,str_lt,fl_ne,fl_mul,fl_floor,fl_pow,str_in,str_mod,list_add,tup_add,is_,and_,lsub,ssub,fstr): f()
