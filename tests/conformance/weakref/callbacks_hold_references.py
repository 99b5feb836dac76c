# What holds a weak reference while its callback runs, and what the collector counts then.
import gc
import sys
import weakref

class S: pass
class Ref(weakref.ref): pass

def count(*args): print('count', sys.getrefcount(args[0]), sys.getrefcount(args), gc.get_count()[0])
def seen(x): return sys.getrefcount(x)
def plain(ref): print('plain', sys.getrefcount(ref), gc.get_count()[0])
def walked(*args): print('walked', *map(seen, args))
class Callable:
    def __call__(self, *args): print('object', *map(seen, args))

gc.collect()
for callback in (plain, count, walked, Callable()):
    o = S()
    r = weakref.ref(o, callback)
    del o
for make in (
    lambda o: [weakref.ref(o), weakref.ref(o, plain)],
    lambda o: [weakref.proxy(o), weakref.ref(o), weakref.ref(o, plain)],
    lambda o: [weakref.ref(o, plain), weakref.ref(o, count)],
    lambda o: [Ref(o), weakref.ref(o, plain)],
    lambda o: [Ref(o, plain)],
    lambda o: [Ref(o), Ref(o)],
    lambda o: [weakref.proxy(o, lambda p: print('proxy', sys.getrefcount(p), gc.get_count()[0]))],
):
    o = S()
    refs = make(o)
    del o
    print(len(refs), gc.get_count()[0])
def local():
    o = S()
    r = weakref.ref(o, plain)
local()
d = weakref.WeakValueDictionary()
o = S()
d['k'] = o
f = weakref.finalize(o, print, 'finalized')
del o
print(len(d), f.alive)
