# In which lists garbage is while its finalizer runs, and that no collection starts there.
import gc
class A:
    def __del__(self):
        self.me = None
        young = gc.get_objects(0)
        mid = gc.get_objects(1)
        old = gc.get_objects(2)
        print(any(x is self for x in young), any(x is self for x in mid), any(x is self for x in old))
        print(gc.get_count()[1:], gc.collect(), gc.is_tracked(self), gc.is_finalized(self))
for g in (0, 1, 2):
    a = A(); a.me = a; del a
    print('gen', g)
    gc.collect(g)
