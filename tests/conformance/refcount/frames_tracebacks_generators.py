"""Reference counts of things that frames, tracebacks and generators hold."""
import sys
class Thing:
    pass
def rc(o): return sys.getrefcount(o) - 1
t = Thing()
print("one name:", rc(t))
def hold(a):
    b = a
    return sys._getframe(), rc(a)
frame, inside = hold(t)
print("inside", inside, "with the frame kept:", rc(t))
print(sorted(frame.f_locals), rc(frame))
frame.clear()
print("frame cleared:", rc(t))
del frame
print("frame gone:", rc(t))
def fail(x):
    y = x
    raise ValueError("no")
try:
    fail(t)
except ValueError as e:
    err = e
    print("handling:", rc(t), rc(e))
print("kept error:", rc(t), rc(err))
tb = err.__traceback__
print("traceback:", rc(tb), rc(tb.tb_frame), rc(tb.tb_next))
del tb
err.__traceback__ = None
print("no traceback:", rc(t))
def gen(x):
    local = x
    yield 1
    yield local
g = gen(t)
print("generator made:", rc(t), rc(g))
next(g)
print("generator started:", rc(t))
v = next(g)
print("yielded itself:", rc(t))
del v
g.close()
print("closed:", rc(t))
it = (x for x in [t, t])
print("genexpr:", rc(t))
next(it)
print("genexpr at first:", rc(t))
del it
print(rc(t))
class Holder:
    attr = t
    def __init__(self): self.me = t
    def meth(self): return rc(self)
print("class attr:", rc(t))
h = Holder()
print("instance attr:", rc(t), h.meth(), rc(h))
bm = h.meth
print("bound method:", rc(h), rc(Holder.meth), bm())
del bm
print(rc(h))
f = lambda q=t: q
print("default:", rc(t))
def mk():
    z = t2
    def inner(): return z
    return inner, rc(z)
t2 = Thing()
fn, n = mk()
print("closure:", n, rc(t2), rc(fn), rc(fn.__closure__[0]))
fs = [lambda: t2 for _ in range(3)]
print(rc(t2), rc(fs[0].__code__))
import functools
p = functools.partial(print, t2)
print("partial:", rc(t2))
d = {t2: t2}
print("dict both:", rc(t2), rc(d))
s = {t2}; l = [t2] * 5; tp = (t2, t2)
print("set list tuple:", rc(t2))
l2 = l[:]
print(rc(t2)); l.clear(); print(rc(t2)); del l2[:]; print(rc(t2))
a, b = t2, t2
print(rc(t2)); a = b = None; print(rc(t2))
def args(*a, **k): return rc(a[0]), rc(a), rc(k)
print(args(t2, x=t2))
print([rc(x) for x in (t2, t2)], [rc(x) for x in [t2]])
for i, x in enumerate([t2]): print(rc(x))
for x in map(lambda y: y, [t2]): print(rc(x))
for x, y in zip([t2], [t2]): print(rc(x))
print(max([t2], key=lambda q: rc(q)) is t2, sorted([t2], key=rc) == [t2])
with_ = type("W", (), {"__enter__": lambda s: rc(s), "__exit__": lambda s, *a: print("exit", rc(s))})
w = with_()
with w as n: print("enter", n, rc(w))
match t2:
    case Thing() as m: print("match", rc(t2))
print(f"{rc(t2)}", (lambda q: rc(q))(t2), rc(Thing()), rc([]), rc(object()))
import weakref
r = weakref.ref(t2); print(rc(t2), rc(r)); r2 = weakref.ref(t2); print(r is r2, rc(r), weakref.getweakrefcount(t2))
