import sys, weakref
rc = sys.getrefcount
class C: pass
a = C(); print(rc(a)); b = a; print(rc(a)); l = [a, a]; print(rc(a)); d = {'k': a}; print(rc(a)); del b, l; print(rc(a)); d.clear(); print(rc(a))
def f(x): return rc(x)
print(f(a), f(C()), rc(C()), rc([]), rc({}))
def loc():
    y = C(); r = [rc(y)]; z = y; r.append(rc(y)); r.append(rc(z)); del z; r.append(rc(y)); return r
print(loc())
a.attr = a; print(rc(a)); del a.attr; print(rc(a))
m = a.__init__; print(rc(a)); del m
class M:
    def me(self): return rc(self)
    def cnt(self, *args): return [rc(x) for x in args]
o = M(); print(o.me(), M().me(), M.me(o)); bm = o.me; print(bm(), rc(o))
print(o.cnt(a, a), o.cnt(*[a]))
def kw(**k): return rc(k['v'])
print(kw(v=a), kw(**{'v': a}))
def va(*v): return rc(v[0]), rc(v)
print(va(a), va(*[a]))
def dft(q=a): return rc(q)
print(dft(), rc(a)); del dft; print(rc(a))
def clos():
    v = C()
    def inner(): return rc(v)
    return inner
i = clos(); print(i(), i())
def gen(z):
    yield rc(z)
    w = z
    yield rc(z)
print(list(gen(a)), list(gen(C())))
g = gen(a); next(g); print(rc(a)); next(g); print(rc(a)); del g; print(rc(a))
t = (a, a); print(rc(a), rc(t)); x, y = t; print(rc(a)); del t, x, y; print(rc(a))
for q in [a, a]: print(rc(a), rc(q))
del q
print([rc(w) for w in [a]], [rc(w) for w in (C(), C())])
print(rc(a) if a else 0, (lambda v: rc(v))(a))
w = weakref.ref(a); print(rc(a), w() is a, rc(w()), weakref.getweakrefcount(a)); 
try: raise ValueError(a)
except ValueError as e: print(rc(a), rc(e))
print(rc(a))
try:
    def boom(p): raise KeyError
    boom(a)
except KeyError as e: print(rc(a)); ee = e
print(rc(a)); del ee; print(rc(a))
del a; print(w())
class S:
    __slots__ = ('v',)
s = S(); s.v = C(); print(rc(s.v), rc(s))
print(rc(S) > 3, rc(f), rc(f.__code__) > 0, rc(1.5) > 0)
def mk(): 
    lst = []; lst.append(lst); return rc(lst)
print(mk())
n = [[]] * 3; print(rc(n[0]))
n2 = n[:]; print(rc(n[0])); n3 = list(n); print(rc(n[0])); n4 = n + n; print(rc(n[0]))
st = {C()}; e, = st; print(rc(e))
z = C(); zz = [z for _ in range(10)]; print(rc(z)); zz.pop(); print(rc(z)); zz[2:5] = []; print(rc(z)); zz *= 2; print(rc(z)); del zz; print(rc(z))
with_it = C()
class CM:
    def __enter__(s): return s
    def __exit__(s, *a): print('exit rc', rc(s))
cm = CM()
with cm as k: print(rc(cm))
print(rc(cm)); del k
print(rc(z) == rc(z), z is z, [rc(z), z, rc(z)][::2])
dd = {z: z}; print(rc(z)); dd2 = dict(dd); print(rc(z)); dd.pop(z); print(rc(z)); del dd2; print(rc(z))
it = iter([z]); print(rc(z)); next(it); print(rc(z)); del it; print(rc(z))
def tryf(o):
    try: return rc(o)
    finally: print('fin', rc(o))
print(tryf(z))
def rets(o): return o
print(rc(rets(z)), rets(z) is z)
p = print; print(rc(z), rc(z)); p(rc(z))
class Prop:
    @property
    def me(self): return rc(self)
    def __getattr__(self, n): return rc(self)
    def __call__(self): return rc(self)
    def __getitem__(self, k): return rc(self), rc(k)
    def __add__(self, o): return rc(self), rc(o)
    def __radd__(self, o): return rc(self), rc(o)
    def __eq__(self, o): return (rc(self), rc(o))
    def __contains__(self, o): print(rc(self), rc(o)); return True
    def __iter__(self): print('iter', rc(self)); return iter([1])
    def __len__(self): print('len', rc(self)); return 1
    def __bool__(self): print('bool', rc(self)); return True
    def __setattr__(self, n, v): print('set', rc(self), rc(v))
    def __setitem__(self, n, v): print('seti', rc(self), rc(n), rc(v))
    def __repr__(self): return f'R{rc(self)}'
    def __format__(self, s): return f'F{rc(self)}'
    def __hash__(self): print('hash', rc(self)); return 1
pr = Prop(); k = C()
print(pr.me, pr.foo, pr(), pr[k], pr + k, pr == k); k in pr; list(pr); len(pr); bool(pr); pr.x = k; pr[k] = k; print(repr(pr), f'{pr}'); hash(pr)
if pr: pass
def inf():
    pr = Prop(); k = C()
    print(pr.me, pr.foo, pr(), pr[k], pr + k, pr == k); k in pr; list(pr); len(pr); bool(pr); pr.x = k; pr[k] = k; print(repr(pr), f'{pr}'); hash(pr)
    if pr: pass
    for _ in pr: pass
    not pr
inf()
