import gc
class A: pass
K = type('K', (list,), {})
print(gc.is_tracked(K.__bases__))
gc.collect()
print(gc.is_tracked(K.__bases__), gc.is_tracked(K.__mro__))
class J(list): pass
gc.collect()
print(gc.is_tracked(J.__bases__), gc.is_tracked(J.__mro__), gc.is_tracked(A.__bases__))
x = [list]
t = tuple(x); u = (x[0],); d = {'k': list}
print(gc.is_tracked(t), gc.is_tracked(u), gc.is_tracked(d))
gc.collect()
print(gc.is_tracked(t), gc.is_tracked(u), gc.is_tracked(d))
t = (len, 1, None, print)
gc.collect()
print(gc.is_tracked(t), gc.is_tracked((int, str)), gc.is_tracked({int: str}), gc.is_tracked(int))
def m():
    a = type('K', (list,), {'attr': 1})
    gc.collect()
    a.me = a
m()
print(gc.collect())
def m():
    a = type('K', (list,), {'attr': 1})
    a.me = a
m()
print(gc.collect())
