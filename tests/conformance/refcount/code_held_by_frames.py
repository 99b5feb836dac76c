import sys
def f(): return sys.getrefcount(f.__code__)
print(f(), sys.getrefcount(f.__code__))
def g(): 
    yield sys.getrefcount(g.__code__)
x=g(); print(sys.getrefcount(g.__code__)); print(next(x), sys.getrefcount(g.__code__)); x=None;  print(sys.getrefcount(g.__code__))
def r(n): return r(n-1) if n else sys.getrefcount(r.__code__)
print(r(5))
fr=(lambda: sys._getframe())()
print(sys.getrefcount(fr.f_code))
