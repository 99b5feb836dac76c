def cnt(n):
    i = 0
    while i < n:
        r = yield i
        if r: print('got', r); i = r
        i += 1
    return 'done'
g = cnt(5); print(next(g), g.send(None), g.send(3))
try: next(g)
except StopIteration as e: print(e.value)
def deleg():
    r = yield from cnt(3)
    print('r', r)
    yield from [10, 20]
    yield from (x * x for x in range(3))
print(list(deleg()))
g = deleg(); next(g); print(g.send(1)); print(list(g))
def thr():
    while True:
        try: x = yield
        except ValueError as e: print('caught', e)
        except GeneratorExit: print('closing'); raise
g = thr(); next(g); g.throw(ValueError('a')); g.throw(ValueError); g.close(); g.close()
try: g.throw(KeyError('k'))
except KeyError as e: print('closed throw', e)
g = cnt(2)
try: g.send(5)
except TypeError as e: print(e)
try: g.throw(KeyError('unstarted'))
except KeyError as e: print(e)
print(list(g))
def inner():
    try: yield 1; yield 2
    except KeyError as e: print('inner', e); return 'ret'
    finally: print('inner fin')
def outer():
    try:
        r = yield from inner(); print('outer r', r); yield 3
    except ValueError as e: print('outer', e); yield 99
g = outer(); print(next(g)); print(g.throw(KeyError('k'))); print(next(g, 'end'))
g = outer(); print(next(g)); print(g.throw(ValueError('v'))); print(next(g, 'end'))
g = outer(); next(g); g.close(); print(g.gi_frame, g.gi_running)
def bad():
    try: yield 1
    except GeneratorExit: yield 2
g = bad(); next(g)
try: g.close()
except RuntimeError as e: print(e)
def si():
    yield 1
    raise StopIteration(3)
g = si(); next(g)
try: next(g)
except RuntimeError as e: print(e, repr(e.__cause__), repr(e.__context__))
def re():
    yield next(me)
me = re()
try: next(me)
except ValueError as e: print(e)
print(type(g), g.__name__, g.__qualname__, inspect if 0 else '')
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration('val')
        return self.n
def y():
    r = yield from It(); print('it r', r)
print(list(y()))
class Send:
    def __iter__(self): return self
    def __next__(self): return 'next'
    def send(self, v): return ('send', v)
    def throw(self, *a): print('throw', a); return 'thrown'
    def close(self): print('close')
def ds(): yield from Send()
g = ds(); print(next(g), g.send(5), g.throw(KeyError('q'))); g.close()
def ny(): yield from 5
try: next(ny())
except TypeError as e: print(e)
print(sum(x for x in range(10)), [x for x in range(3) if x], {x: y for x, y in zip('ab', range(2))}, {x % 2 for x in range(5)})
print([(x, y) for x in range(3) for y in range(x)], [[j for j in range(i)] for i in range(3)])
ge = (x for x in [1, 2]); print(next(ge), list(ge), list(ge))
x = 'outer'; print([x for x in range(3)], x)
class Sc:
    v = [1, 2]
    w = [q * 2 for q in v]
    try: z = [v for _ in range(1)]
    except NameError as e: print(e)
print(Sc.w)
def early():
    try: yield 1
    finally: print('cleanup')
for q in early(): break
print('after break')
g = early(); next(g); del g; print('deleted')
def ret():
    return 5
    yield
try: next(ret())
except StopIteration as e: print(e.value)
def fib():
    a, b = 0, 1
    while True: yield a; a, b = b, a + b
import itertools
print(list(itertools.islice(fib(), 10)))
print(list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(None, [0, 1])), list(zip([1], [2], [3])), list(enumerate('ab', 1)), list(reversed([1, 2])))
it = iter([1, 2, 3]); print(list(zip(it, it)))
it = iter(lambda c=[0]: c.append(1) or len(c), 4); print(list(it))
def w():
    with open_cm() as v: yield v
class open_cm:
    def __enter__(s): print('o'); return 1
    def __exit__(s, *a): print('c', a[0])
g = w(); next(g); g.close(); g = w(); next(g); del g
class GI:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
print(list(GI()), 20 in GI(), [*GI()])
def two():
    try: yield 1
    finally: yield 2
for v in two(): print(v)
def args(*a, **k): yield a; yield k
print(list(args(1, 2, z=3)))
print(any(x > 2 for x in [1, 2, 3]), all(x for x in []), max((x for x in [3, 1]), default=0), sorted((3, 1, 2), reverse=True), tuple(x for x in 'ab'), dict((x, 1) for x in 'ab'))
gg = (i for i in range(3)); gg.close(); print(list(gg))
def lam(): return (yield)
g = lam(); next(g)
try: g.send(4)
except StopIteration as e: print(e.value)
f = lambda: (yield 1); print(list(f()))
try: next(iter([]))
except StopIteration as e: print(repr(e))
