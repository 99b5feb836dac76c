import gc,sys
class A: pass
u=int|A
print([type(x).__name__ for x in gc.get_referents(u)], sys.getsizeof(u), [sys.getsizeof(x) for x in gc.get_referents(u)], gc.is_tracked(u))
u=list[int]|None
print([type(x).__name__ for x in gc.get_referents(u)],[len(x) for x in gc.get_referents(u)])
l=[int|A for i in range(3)]
b=sys.getallocatedblocks(); x=int|A; print(sys.getallocatedblocks()-b)
