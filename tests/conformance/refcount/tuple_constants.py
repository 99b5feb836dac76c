# Which tuples of constants the syntax tree holds, and which the compiler made.
import sys
a = ('x', 'other')
def f(x, other): return x.y
b = ('y',)
c = ('q',)
def g(): return q.r(5.5)
d = (None, 5.5)
def h(): return (1, 2, None), (None, 5.5)
for t in (a, b, c, d): print(sys.getrefcount(t))
print(sys.getrefcount(f.__code__.co_names), sys.getrefcount(f.__code__.co_consts), sys.getrefcount(g.__code__.co_consts))
def f(x=(), y=2): pass
print(sys.getrefcount(f.__defaults__))
class G:
    def __init__(self, items=()): pass
def main():
    e = ((),)
    return sys.getrefcount(e)
print(main())
def k(x=5.5): pass
a = (5.5,)
print(sys.getrefcount(a))
e = ((1, 2), 3)
print(sys.getrefcount(e[0]), sys.getrefcount(e))
f = (('x y', 2.5), 'two words')
print(sys.getrefcount(f[0]), sys.getrefcount(f[0][0]), sys.getrefcount(f[1]))
for x in [3.5, 4.5]: pass
for x in (3.5, 4.5): print(sys.getrefcount(x))
def g(*, k=(1, 2)): pass
print(sys.getrefcount(g.__kwdefaults__), sys.getrefcount(g.__kwdefaults__['k']))
