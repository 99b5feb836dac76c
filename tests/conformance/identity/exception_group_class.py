import sys, weakref, gc
def size(x): return sys.getsizeof(x)
g=ExceptionGroup('g',[ValueError(1)]); b=BaseExceptionGroup('g',[KeyboardInterrupt()])
print(size(g),size(b), ExceptionGroup.__basicsize__, BaseExceptionGroup.__basicsize__)
class E(ExceptionGroup): pass
print(size(E('x',[ValueError()])), E.__basicsize__)
class F(BaseExceptionGroup): pass
print(size(F('x',[ValueError()])), F.__basicsize__)
print(sorted(ExceptionGroup.__dict__), sorted(E.__dict__), sorted(F.__dict__))

r=weakref.ref(g); print(r() is g); 
print(gc.is_tracked(ExceptionGroup), sys.getrefcount(ExceptionGroup) )
print([type(x) if not isinstance(x,(str,type)) else x for x in gc.get_referents(ExceptionGroup)])
try: ExceptionGroup.__name__='q'; print(ExceptionGroup)
except Exception as e: print(e)
try: ExceptionGroup.foo=3; print(ExceptionGroup.foo)
except Exception as e: print(e)
print(ExceptionGroup.__module__, ExceptionGroup.__doc__, ExceptionGroup.__weakref__)
x=g; g.a=1; print(g.__dict__, size(g)); del g,x; print(r())
l=[ValueError(1),TypeError(2)]
g=ExceptionGroup('m',l); print(repr(g)); l.append(3); print(repr(g)); 
class S:
    def __init__(s,*a): s.a=a
    def __len__(s): return len(s.a)
    def __getitem__(s,i): return s.a[i]
    def __repr__(s): print('repr'); return 'S()'
g=ExceptionGroup('m',S(ValueError(1))); print(repr(g), g.args); print(str(g))
g=ExceptionGroup('m',(ValueError(1),)); print(repr(g))
g.args=(1,2); print(repr(g)); g.args=('x',[2]); print(repr(g)); g.args=('x',(2,)); print(repr(g))
import sys
print(sys.getrefcount(l), sys.getrefcount(ExceptionGroup))
g=ExceptionGroup('m',[ValueError(1)]); print(sys.getrefcount(ExceptionGroup));print(repr(g.split(ValueError)), repr(g.subgroup(ValueError)))
class E(ExceptionGroup):
    def __init__(s,*a): pass
e=E('q',[OSError()]); print(repr(e)); print(repr(e.derive([ValueError()])))
import copy
print(repr(copy.copy(g)))
