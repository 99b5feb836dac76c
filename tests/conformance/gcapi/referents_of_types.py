import sys, gc
def g():
    yield 1
x=g(); print([type(q).__name__ for q in gc.get_referents(x)]); next(x); print([type(q).__name__ for q in gc.get_referents(x)])
list(x); print([type(q).__name__ for q in gc.get_referents(x)])
x=(i for i in [1]); print([type(q).__name__ for q in gc.get_referents(x)]); list(x); print([type(q).__name__ for q in gc.get_referents(x)])
async def co(): pass
c=co(); print([type(q).__name__ for q in gc.get_referents(c)]); c.close()
def f(a): 
    def inner(): return a
    return inner
print([type(q).__name__ for q in gc.get_referents(f)]); i=f(1); print([type(q).__name__ for q in gc.get_referents(i)]); print([type(q).__name__ for q in gc.get_referents(f.__code__)])
class A: 
    def m(self): pass
a=A(); print([type(q).__name__ for q in gc.get_referents(A)]); print([type(q).__name__ for q in gc.get_referents(a)]); a.x=1; print([type(q).__name__ for q in gc.get_referents(a)]);a.__dict__; print([type(q).__name__ for q in gc.get_referents(a)])
print([type(q).__name__ for q in gc.get_referents(a.m)]); print([type(q).__name__ for q in gc.get_referents([].append, len, super(A,a), classmethod(f), staticmethod(f), sys, type(a).__dict__, iter([1]), iter({1:2}), {1:2}.items(), map(f,[1]), zip([1],[2]), enumerate([1]), reversed([1]), slice(1,2), range(3), ValueError(1), (1,2), {1:2}, {'a':2}, {1}, frozenset([1]), lambda x=1,*,y=2: x)])
try: 1/0
except Exception as e: t=e.__traceback__; print([type(q).__name__ for q in gc.get_referents(t)],[type(q).__name__ for q in gc.get_referents(e)])
import weakref
class B(A): __slots__=('q',)
b=B(); b.q=[1]; print([type(q).__name__ for q in gc.get_referents(b)]); r=weakref.ref(b, print); print([type(q).__name__ for q in gc.get_referents(r)])
import types; print([type(q).__name__ for q in gc.get_referents(types.SimpleNamespace(a=1))],[type(q).__name__ for q in gc.get_referents(list[int])])
