import gc
gc.disable()
class N:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print("del", self.name)
    def __repr__(self):
        return "N" + self.name
gc.collect()
gc.set_debug(gc.DEBUG_SAVEALL)
a = N("a"); b = N("b")
a.other = b; b.other = a
l = []
l.append(l)
t = ([],)
t[0].append(t)
del a, b, l, t
print(gc.collect())
print(sorted(type(x).__name__ for x in gc.garbage))
print([x for x in gc.garbage if isinstance(x, N)])
print(gc.get_stats()[2]["collected"] > 0, gc.get_stats()[2]["uncollectable"])
gc.set_debug(0)
gc.garbage.clear()
print(gc.collect(), gc.garbage)
