import sys
def g(): 
    yield 1
c=lambda: sys.getrefcount(g.__code__)
print(c())
x=g(); print(c()); next(x); print(c()); x=None; print(c())
x=g(); x=None; print(c())
x=g(); next(x); x.close(); print(c()); x=None; print(c())
x=g(); list(x); print(c()); x=None; print(c())
x=g(); next(x); 
try: x.throw(ValueError)
except ValueError: pass
print(c()); x=None; print(c())
