import gc
gc.disable()
class C: pass
target = C()
def names(o):
    return [type(r).__name__ for r in gc.get_referrers(o)]
print(names(target))
a = [target]
b = (target,)
d = {"k": target}
s = {target}
c = C(); c.ref = target
def f(x=target): pass
g = (target for _ in ())
it = iter([target])
e = [target]
print(names(target))
gc.collect()
print(names(target))
late = [target]
print(names(target))
print(len(gc.get_referrers(target, a)) >= len(gc.get_referrers(target)), len(gc.get_referrers()), gc.get_referents())
def h():
    loc = [target]
    return names(loc)
print(h())
print([type(x).__name__ for x in gc.get_referents(d, a, c, b)])
print([type(x).__name__ for x in gc.get_referents(f)])
print([type(x).__name__ for x in gc.get_referents(C)])
print([type(x).__name__ for x in gc.get_referents(c.__init__)], gc.get_referents(1, "a"))
