"""When tuples of constants, and other tuples that hold no containers, are untracked, level by level."""
import gc
gc.disable()
def const(f): return f.__code__.co_consts
t1 = (1, (2, (3, (4, 5))))
def levels(t):
    out = []
    while isinstance(t, tuple) and t:
        out.append(gc.is_tracked(t))
        t = t[-1]
    return out
print(levels(t1))
for i in range(5):
    gc.collect(0)
    print(i, levels(t1))
t2 = eval('(1, (2, (3, (4, (5, 6)))))')
print(levels(t2))
for i in range(6):
    gc.collect()
    print(i, levels(t2))
def f(a, b=(1, (2, (3, 'x')))):
    return (7, (8, (9, (10, (11, ())))))
print(levels(f(1)), levels(f.__defaults__), levels(f.__code__.co_consts))
for i in range(6):
    gc.collect()
    print(i, levels(f(1)), levels(f.__defaults__), gc.is_tracked(f.__code__.co_consts))
x = 1
t3 = (x, (x, (x, (x, ()))))
print(levels(t3))
for i in range(5):
    gc.collect(0)
    print(i, levels(t3))
t4 = tuple([1, tuple([2, tuple([3])])])
print(levels(t4))
for i in range(4):
    gc.collect(0)
    print(i, levels(t4))
d = {'a': (1, 2)}; s = [(1, (2, 3))]
print(gc.is_tracked(d), gc.is_tracked(s[0]), gc.is_tracked(s[0][1]))
t5 = (1,) + (2, (3, 4)); t6 = (1, (2, 3)) * 2; t7 = (0, 1, (2, (3, 4)))[1:]
print(levels(t5), levels(t6), levels(t7))
for i in range(4):
    gc.collect(0)
    print(i, levels(t5), levels(t6), levels(t7))
t8 = (1, [2]); t9 = (1, (2, [3]))
t10 = (int, (str, (print, None)))
print(levels(t8), levels(t9), levels(t10))
for i in range(4):
    gc.collect()
    print(i, levels(t8), levels(t9), levels(t10))
