"""How deep callbacks in native code nest: a RecursionError, and everything as before."""
import gc, sys
def mapped(x): return list(map(mapped, [x]))
def keyed(x): return sorted([x], key=lambda y: keyed(y))
def summed(x): return sum(summed(x) for _ in range(1))
class R:
    def __repr__(self): return str([self.inner])
    def __init__(self): self.inner = self
class Deep:
    def __init__(self): self.__dict__['me'] = None
    def __getattr__(self, name): return getattr(Deep(), name + 'x')
def subclasses():
    class A:
        def __init_subclass__(cls): subclasses()
    class B(A): pass
for f in (mapped, keyed, summed):
    for _ in range(2):
        try: f(1)
        except RecursionError as e: print(f.__name__, type(e).__name__)
        gc.collect()
for f in (subclasses, lambda: Deep().a, lambda: '{}'.format(R())):
    try: print(f())
    except RecursionError as e: print(type(e).__name__)
    gc.collect()
print(len(gc.garbage), sys.getrefcount(mapped) < 10)
