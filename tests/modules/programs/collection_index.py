# After how many allocations of each kind the first automatic collections start.
import gc
class N:
    pass
class S:
    __slots__ = ('a',)
def run(label, make, n=8000):
    gc.collect()
    gc.collect()
    hits = []
    def cb(phase, info):
        if phase == 'start':
            hits.append((i, info['generation']))
    i = -1
    keep = [None] * n
    gc.callbacks.append(cb)
    for i in range(n):
        keep[i] = make(i)
        if len(hits) > 2:
            break
    gc.callbacks.remove(cb)
    print(label, hits[:3], gc.get_count()[1:])
run('list', lambda i: [])
run('list of list', lambda i: [[i]])
run('tuple', lambda i: (i,))
run('tuple of lists', lambda i: ([],))
run('dict', lambda i: {})
run('dict1', lambda i: {'a': i})
run('dict list', lambda i: {'a': []})
run('set', lambda i: {i})
run('frozenset', lambda i: frozenset((i,)))
run('instance', lambda i: N())
run('slots', lambda i: S())
def inst(i):
    x = N()
    x.me = x
    return x
run('cycle', inst)
def gen():
    yield 1
run('generator', lambda i: gen())
def gs(i):
    g = gen()
    next(g)
    return g
run('generator started', gs)
def rungen(i):
    return list(gen())
run('generator run', rungen)
run('function', lambda i: lambda: i)
run('genexpr', lambda i: (x for x in [1]))
run('iter', lambda i: iter([1]))
run('dict iter', lambda i: iter({}))
run('zip', lambda i: zip([1], [2]))
run('enumerate', lambda i: enumerate([1]))
run('map', lambda i: map(str, [1]))
run('filter', lambda i: filter(None, [1]))
run('reversed', lambda i: reversed([1]))
run('range', lambda i: range(i))
run('range iter', lambda i: iter(range(i)))
def exc(i):
    try:
        raise ValueError(i)
    except ValueError as e:
        return e
run('comprehension', lambda i: [x for x in range(3)])
run('dict comp', lambda i: {x: x for x in range(3)})
run('split', lambda i: 'a b c'.split())
run('int', lambda i: i * 1000)
run('str', lambda i: str(i))
run('cell', lambda i: (lambda: (lambda: i))())
run('args', lambda i: (lambda *a, **k: (a, k))(1, b=2))
run('deepcopy', lambda i: [i].copy())
