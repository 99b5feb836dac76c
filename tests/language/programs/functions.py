def f(a, b=2, *args, c, d=4, **kw): return a, b, args, c, d, kw
print(f(1, c=3)); print(f(1, 2, 3, 4, c=5, e=6)); print(f(*[1, 2, 3], **{'c': 1, 'z': 2}))
print(f(*'ab', *'cd', c=1, **{'x': 1}, **{'y': 2}))
def g(a, b, /, c, d, *, e): return a, b, c, d, e
def h(): pass
def one(x): pass
def two(x, y): pass
def three(x, y, z): pass
def dflt(x, y=1): pass
def ko(*, k1, k2, k3): pass
def ko1(x, *, k): pass
tests = [lambda: f(), lambda: f(1), lambda: g(1, 2, 3, 4), lambda: g(1, b=2, c=3, d=4, e=5), lambda: g(1, 2, 3, d=4, e=5, q=1),
 lambda: h(1), lambda: h(1, 2), lambda: one(), lambda: one(1, 2), lambda: two(), lambda: two(1), lambda: three(), lambda: three(1, 2, 3, 4),
 lambda: dflt(), lambda: dflt(1, 2, 3), lambda: ko(), lambda: ko(k1=1), lambda: ko(1), lambda: one(1, x=2), lambda: one(y=1), lambda: one(**{'x': 1}, **{'x': 2}),
 lambda: one(*5), lambda: one(**5), lambda: one(**{1: 2}), lambda: ko1(1, 2, k=3), lambda: f(1, 2, c=1, **{'c': 2}), lambda: g(), lambda: 5(), lambda: None(), lambda: h(a=1), lambda: two(1, 2, 3, z=1), lambda: dflt(z=1), lambda: one(xx=1), lambda: len(), lambda: len(1, 2), lambda: print(1, foo=2), lambda: int(1, 2, 3), lambda: 'a'.upper(1), lambda: [].append(), lambda: [].append(1, 2), lambda: sorted(), lambda: max(), lambda: max(1), lambda: {}.get(), lambda: isinstance(1), lambda: range(), lambda: str.join(), lambda: ''.join(1), lambda: ''.join([1]), lambda: abs('a'), lambda: len(5), lambda: iter(5), lambda: next([]), lambda: next(iter([])), lambda: sum(['a']), lambda: ord('ab'), lambda: chr(-1), lambda: int('x'), lambda: float('x'), lambda: [][0], lambda: {}['k'], lambda: ()[1], lambda: 'abc'[5], lambda: [1]['a'], lambda: 1 + 'a', lambda: 'a' + 1, lambda: [] + (), lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 'a' * 'b', lambda: -'a', lambda: 1 < 'a', lambda: [] < {}, lambda: 1 in 5, lambda: 5[0], lambda: {[]: 1}, lambda: {[]}, lambda: setattr(5, 'x', 1), lambda: (1).foo, lambda: None.foo, lambda: open('x') if 0 else undefined_name, lambda: ''.foo, lambda: h.foo, lambda: int.foo]
for i, t in enumerate(tests):
    try:
        t(); print(i, 'ok')
    except BaseException as e:
        print(i, type(e).__name__, e)
def counter():
    n = 0
    def inc(k=1):
        nonlocal n
        n += k
        return n
    def get(): return n
    return inc, get
inc, get = counter(); inc(); inc(5); print(get(), inc.__closure__[0].cell_contents, inc.__code__.co_freevars, counter.__code__.co_cellvars)
fs = [lambda: i for i in range(3)]; print([q() for q in fs])
fs = [lambda i=i: i for i in range(3)]; print([q() for q in fs])
def deco(n):
    def w(fn):
        def inner(*a, **k):
            print('enter', n, fn.__name__); r = fn(*a, **k); print('leave', n); return r
        return inner
    return w
@deco(1)
@deco(2)
def add(a, b=1): return a + b
print(add(1, b=5))
x = 10
def uses_global():
    global x, newg
    x += 1; newg = 'n'
uses_global(); print(x, newg)
def unbound():
    print(zz)
    zz = 1
try: unbound()
except UnboundLocalError as e: print(e)
def unbound2():
    def inner(): return later
    try: inner()
    except NameError as e: print(e)
    later = 1
    return inner()
print(unbound2())
def dl():
    v = 1
    del v
    try: v
    except UnboundLocalError as e: print(e)
dl()
def mut(a, l=[]): l.append(a); return l
print(mut(1), mut(2), mut.__defaults__)
def fact(n): return 1 if n <= 1 else n * fact(n - 1)
print(fact(30))
def rec(n): return rec(n + 1)
try: rec(0)
except RecursionError as e: print(e)
print((lambda *a, **k: (a, k))(1, z=2))
print(f.__name__, f.__qualname__, f.__defaults__, f.__kwdefaults__, f.__module__, f.__code__.co_varnames)
def ann(a: int, b: 'str' = 's') -> list: pass
print(ann.__annotations__)
def doc():
    """The doc.

    More."""
print(doc.__doc__)
a, *b, c = range(5); print(a, b, c)
(a, b), c = (1, 2), 3; print(a, b, c)
for src in ['a, b = 1', 'a, b = 1, 2, 3', 'a, b, c = [1, 2]', 'a, *b, c = [1]', 'a, b = {1, 2, 3}', 'a, b = iter([1,2,3])', "a, b = 'abc'", 'a, b = {1:1,2:2,3:3}', '[a, b] = (x for x in range(1))']:
    try: exec(src)
    except Exception as e: print(src, '->', type(e).__name__, e)
a = b = c = []; print(a is b is c)
i = 0
i, [1, 2, 3][i] = 1, 5; print(i)
d = {}; d['a'], d['b'] = 1, 2; print(d)
print([y := 5, y ** 2], y)
if (n := len('hello')) > 3: print(n)
print([last := q for q in range(3)], last)
z = 5 if x > 100 else 6; print(z)
print(1 < 2 < 3, 1 < 3 < 2, not 1, 0 or 'a', 1 and 'b', 0 and 1)
print(*[1, 2], sep='-', end='!\n'); print({**{'a': 1}, 'b': 2}, [*range(2), *'ab'], {*[1], 2}, (*[1], 2))
assert True
try: assert 1 == 2, f'msg {1+1}'
except AssertionError as e: print('AE', e)
try: assert ()
except AssertionError as e: print('AE', repr(e))
print(eval('1 + x', {'x': 5}), eval('[i for i in range(3)]'))
ns = {}; exec('def q(): return 7\nr = q()', ns); print(ns['r'], sorted(k for k in ns if k != '__builtins__'))
def loc():
    a = 1
    b = [a for _ in range(2)]
    return sorted(locals())
print(loc())
while True:
    i += 1
    if i == 3: continue
    if i > 5: break
else: print('never')
for q in []: pass
else: print('else ran', i)
print(callable(f), callable(5), id(f) == id(f), vars().keys() >= {'f', 'x'})
