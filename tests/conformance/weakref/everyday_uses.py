"""Weak references, proxies, collections and finalizers as programs use them."""
import weakref, gc, sys
class O:
    def __init__(s, n): s.n = n
    def __repr__(s): return f"O{s.n}"
    def m(s): return s.n
o = O(1); r = weakref.ref(o); print(r() is o, r == weakref.ref(o), hash(r) == hash(o), r.__callback__)
p = weakref.proxy(o); print(p.n, p.m(), type(p).__name__, isinstance(p, O), p.__class__.__name__)
p.z = 5; print(o.z); del p.z; print(hasattr(o, "z"))
wm = weakref.WeakMethod(o.m); print(wm()(), wm() == o.m)
wd = weakref.WeakValueDictionary(a=o); print(dict(wd), len(wd), "a" in wd)
kd = weakref.WeakKeyDictionary({o: "x"}); print(list(kd.items()))
ws = weakref.WeakSet([o]); print(len(ws), o in ws)
f = weakref.finalize(o, print, "finalized", 42); print(f.alive, f.peek()[1:3], f.atexit)
del o
print(r(), wm(), dict(wd), len(kd), len(ws), f.alive)
try: p.n
except ReferenceError as e: print(e)
print(repr(r).split(" at ")[0], "dead" in repr(r))
for bad in (1, "a", [], (), {}, None, object()):
    try: weakref.ref(bad)
    except TypeError as e: print(e)
class L(list): pass
l = L([1]); print(weakref.ref(l)() == [1])
class S: __slots__ = ()
try: weakref.ref(S())
except TypeError as e: print(e)
class S2: __slots__ = ("__weakref__",)
s = S2(); print(weakref.getweakrefcount(s)); a = weakref.ref(s); b = weakref.ref(s, print); c = weakref.proxy(s); print(weakref.getweakrefcount(s), [type(x).__name__ for x in weakref.getweakrefs(s)])
order = []
x = O(2); rs = [weakref.ref(x, lambda q, i=i: order.append(i)) for i in range(3)]; del x; print(order)
def fn(): pass
rf = weakref.ref(fn); del fn; print(rf())
rg = weakref.ref(O); print(rg() is O)
gen = (i for i in ()); rgen = weakref.ref(gen); del gen; print(rgen())
print(weakref.ref(len)() is len, weakref.ref(sys)() is sys)
class Cy: pass
c1 = Cy(); c2 = Cy(); c1.o = c2; c2.o = c1; r1 = weakref.ref(c1, lambda q: print("cb")); del c1, c2; print(r1() is None); gc.collect(); print(r1())
class Sub(weakref.ref):
    def __init__(s, ob, cb=None, tag=None): super().__init__(ob, cb); s.tag = tag
y = O(3); q = Sub(y, tag="t"); print(q.tag, q() is y, weakref.ref(y) is q)
k = O(4); d = weakref.WeakKeyDictionary(); d[k] = k; del k; gc.collect(); print(len(d))
vals = weakref.WeakValueDictionary(); vals["a"] = O(5); print(len(vals)); tmp = O(6); vals["b"] = tmp; print(sorted(vals), list(vals.values()), vals.get("a"), vals.setdefault("c", tmp) is tmp)
cache = weakref.WeakValueDictionary()
def get(n):
    v = cache.get(n)
    if v is None: v = cache[n] = O(n)
    return v
g1 = get(9); print(get(9) is g1, len(cache)); del g1; print(len(cache))
ws = weakref.WeakSet(); e1, e2 = O(7), O(8); ws.add(e1); ws.add(e2); print(len(ws)); 
for e in ws: pass
del e1, e; print(len(ws)); ws.discard(e2); print(len(ws))
fz = O(10); fin = weakref.finalize(fz, print, "bye"); print(fin.detach()[1] is print, fin.alive, fin()); del fz
fz = O(11); fin = weakref.finalize(fz, lambda: "result"); print(fin(), fin()); 
last = O(12); weakref.finalize(last, print, "at exit")
