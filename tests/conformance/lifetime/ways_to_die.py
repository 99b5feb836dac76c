"""Objects that die in all the ways that a lesson shows, each saying so."""
import gc, weakref, sys
class N:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
    def __repr__(self): return f"N({self.n})"
a = N("a"); a = N("a2"); print("rebound")
b = N("b"); c = b; del b; print("still"); del c
def f():
    x = N("x"); y = N("y"); z = N("z")
    print("end of f")
f()
def g(): return N("tmp").n
print(g())
N("dropped")
print([N(i) for i in range(3)][1])
l = [N("l0"), N("l1"), N("l2")]; l[1] = None; print("-"); del l[0]; print("-"); l = None
d = {"k": N("v"), N("key").n: N("v2")}; d["k"] = 1; d.pop("key"); print("=")
s = {N("s1")}; s.clear()
t = (N("t0"), N("t1")); t = None
try: raise ValueError(N("in exc"))
except ValueError as e: pass
print("after except")
def gen():
    try:
        yield N("gy")
    finally:
        print("finally")
i = gen(); print(next(i)); del i
x = N("cycle"); x.me = x; del x; print("before collect"); print(gc.collect())
class P(N):
    __slots__ = ("s",)
p = P("p"); p.s = N("slot"); p.d = N("dict"); del p
o = N("outer"); o.i = N("inner1"); o.j = N("inner2"); del o
def clos():
    v = N("cell")
    def inner(): return v
    return inner
k = clos(); print(k().n); k = None
class R:
    def __del__(self):
        global saved; saved = self; print("resurrect")
r = R(); del r; print(saved is not None); saved = None; print("second"); gc.collect()
w = N("w"); ref = weakref.ref(w, lambda q: print("callback", q() is None)); w = None
class E:
    def __del__(self): raise RuntimeError("in del")
try: E()
finally: print("after E")
e = N("e"); e.x = e; e = None; gc.disable(); N("nogc"); gc.enable(); gc.collect()
def rec(n):
    q = N(f"r{n}")
    if n: rec(n - 1)
rec(2)
from contextlib import contextmanager, ExitStack
@contextmanager
def cm(n):
    z = N(f"cm{n}")
    yield z
    print("leaving", n)
with cm(1) as q: print("in")
del q
with ExitStack() as st: st.enter_context(cm(2)); st.callback(print, "cb", N("arg"))
print("stack done")
st = None
it = iter([N("it0"), N("it1")]); next(it); print("-"); next(it); print("--"); print(list(it))
m = map(N, "ab"); next(m); next(m)
sw1, sw2 = N("sw1"), N("sw2"); sw1, sw2 = sw2, sw1; del sw1; print("..")
u = N("u"); u2 = [u]; u3 = {"u": u2}; del u; del u2; print("only u3"); u3.clear()
class Meta(type):
    def __del__(cls): print("class", cls.__name__, "dies")
class Dying(metaclass=Meta): pass
del Dying; gc.collect()
def default(a=N("default")): pass
del default
print("end")
last = N("last"); keep = [N("k1"), N("k2")]; zz = N("zz")
