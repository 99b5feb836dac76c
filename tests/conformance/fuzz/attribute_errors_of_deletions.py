"""Whether the error of a deletion knows the object and the name."""
import sys
class T(list):
    __slots__=('x',)
    pass
class U(list): pass
class V(tuple): pass
class W(Exception): pass
class S: __slots__=()
class Z: 
    def __getattr__(self,k): raise AttributeError(k)
class S2:
    __slots__=('__dict__',)
for c in T,U,V,W,S,Z,S2,object,list:
    a=c()
    for op in 'del a.kept', 'a.kept', 'a.kept=1', 'del a.x', 'del a.kept':
        try: exec(op)
        except AttributeError as e: print(c.__name__, op, e, e.name, e.obj is a, sys.getrefcount(a))
    try: a.__dict__
    except AttributeError as e: pass
    else:
        a.__dict__
        for op in 'del a.kept', 'a.keptx':
            try: exec(op)
            except AttributeError as e: print(c.__name__, op, e, e.name, e.obj is a, sys.getrefcount(a))
        a.zz=1
        for op in 'del a.kept', 'a.keptx':
            try: exec(op)
            except AttributeError as e: print(c.__name__, op, e, e.name, e.obj is a, sys.getrefcount(a))
