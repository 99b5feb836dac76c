# contextlib.ExitStack: exceptions of exits stand in the chain where a with statement would put them.
from contextlib import *
import traceback, sys
class E(Exception): pass
def raiser(e):
    def f(*a): raise e
    return f
def chain(e):
    out=[]
    while e is not None: out.append(repr(e)); e=e.__context__
    return out
def t1():
    with ExitStack() as s:
        s.callback(raiser(KeyError(1)))
        s.callback(raiser(IndexError(2)))
        s.callback(raiser(ValueError(3)))
        raise TypeError(4)
for t in (t1,):
    try: t()
    except Exception as e: print(chain(e))
try:
    raise ZeroDivisionError(0)
except Exception:
    try: t1()
    except Exception as e: print(chain(e))
def t2():
    with ExitStack() as s:
        s.push(lambda *a: True)
        s.callback(raiser(KeyError(1)))
        raise TypeError(4)
print(t2())
s=ExitStack()
s.enter_context(nullcontext())
s.callback(print,1,k=2) if 0 else s.callback(print,1)
print([(a,type(b).__name__, hasattr(b,'__wrapped__')) for a,b in s._exit_callbacks], len(s._exit_callbacks))
n=s.pop_all(); print(len(s._exit_callbacks)); n.close()
class CM:
    def __init__(s,n): s.n=n
    def __enter__(s): print('in',s.n); return s
    def __exit__(s,*a): print('out',s.n,a[0]); 
with ExitStack() as s:
    for i in range(3): s.enter_context(CM(i))
    print(s._exit_callbacks[0][1].__self__.n)
try:
    with ExitStack() as s:
        s.enter_context(CM(9)); s.push(CM(8)); 1/0
except ZeroDivisionError as e: print(chain(e))
for f in (lambda: ExitStack().enter_context(1), lambda: ExitStack().push(1)):
    try: print(type(f()))
    except Exception as e: print(type(e).__name__, e)
import collections
print(collections.abc.Sized)
