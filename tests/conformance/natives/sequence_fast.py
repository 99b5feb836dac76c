class I:
    def __init__(s,n,items): s.n=n; s.it=iter(items)
    def __iter__(s): print('iter',s.n); return s
    def __next__(s): return next(s.it)
    def __del__(s): print('del',s.n)
print(dict([I('a',[1,2]),I('b','xy')]))
for bad in ([I('c',[1])], [5], [I('d',[1,2,3])], [None,(1,2)], ['ab','c']):
    try: print(dict(bad))
    except Exception as e: print(type(e).__name__, e, getattr(e,'__notes__',None))
class G:
    def __getitem__(s,i):
        print('get',i)
        if i<2: return i
        raise IndexError
print(dict([G(),G()]))
class B:
    def __iter__(s): raise TypeError('own')
try: dict([B()])
except Exception as e: print(type(e).__name__, e, getattr(e,'__notes__',None))
class B2:
    def __iter__(s): raise KeyError('own')
try: dict([B2()])
except Exception as e: print(type(e).__name__, e, getattr(e,'__notes__',None))
class B3:
    __iter__=None
try: dict([B3()])
except Exception as e: print(type(e).__name__, e, getattr(e,'__notes__',None))
class L(list):
    def __iter__(s): print('L iter'); return super().__iter__()
print(dict([L([1,2])]))
d={}; d.update([I('e',(1,2)),{3,4}.__class__('pq') and ('p','q')]); print(d)
class L(list):
    def __iter__(s): print('L iter'); return super().__iter__()
class T(tuple):
    def __iter__(s): print('T iter'); return iter('zz')
print(','.join(L('ab')), ','.join(T('ab')), b','.join(L([b'a',b'b'])))
a=[1,2,3,4]; a[1:2]=T('qq'); print(a); a[::2]=T('ab') if len(a[::2])==2 else L(range(len(a[::2]))); print(a)
class B:
    def __iter__(s): raise TypeError('own')
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__,e,e.__context__)
t(lambda: ','.join(B())); t(lambda: b','.join(B()))
def sl(): a[1:2]=B()
t(sl)
def sl(): a[::2]=B()
t(sl)
def sl(): a[::2]=5
t(sl)
def sl(): a[1:2]=5
t(sl)
t(lambda: ','.join(5)); t(lambda: b','.join(5)); t(lambda: bytearray(b',').join(5))
t(lambda: [*B()]); t(lambda: tuple(B())); t(lambda: print(*B())); t(lambda: set().union(B()))
def un(): x,y=B()
t(un)
def un(): x,y=L([1,2]); return x,y
t(un)
def un(): x,*y=T([1,2]); return x,y
t(un)
