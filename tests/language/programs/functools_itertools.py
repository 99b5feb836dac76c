import functools, itertools, operator, collections, contextlib, copy, sys
def t(f):
    n = f.__code__.co_firstlineno
    try: print(n, f())
    except BaseException as e: print(n, "!!", type(e).__name__, e)
@functools.lru_cache(maxsize=2)
def sq(x): return x * x
t(lambda: [sq(1), sq(2), sq(1), sq(3), sq(2)])
t(lambda: sq.cache_info())
t(lambda: sq.cache_parameters())
t(lambda: sq.cache_clear())
t(lambda: sq.__wrapped__.__name__)
t(lambda: sq.__name__)
@functools.cache
def fact(n): return 1 if n == 0 else n * fact(n - 1)
t(lambda: fact(20))
t(lambda: fact.cache_info())
@functools.lru_cache
def two(a, b=1): return a + b
t(lambda: (two(1), two(1, b=1), two(1, 1), two(a=1)) )
t(lambda: two.cache_info())
@functools.lru_cache(typed=True)
def ty(a): return type(a)
t(lambda: (ty(1), ty(1.0), ty(True)))
t(lambda: ty.cache_info())
class CP:
    n = 0
    @functools.cached_property
    def v(self): CP.n += 1; return CP.n
c = CP()
t(lambda: (c.v, c.v, vars(c)))
t(lambda: CP.v); del c.v
t(lambda: c.v)
class SL:
    __slots__ = ()
    @functools.cached_property
    def v(self): return 1
t(lambda: SL().v)
@functools.singledispatch
def show(x, *a): return 'obj'
@show.register
def _(x: int): return 'int'
@show.register(list)
def _(x): return 'list'
@show.register
def _(x: float | str): return 'fs'
t(lambda: [show(1), show(True), show([]), show('a'), show(1.5), show(None)])
t(lambda: show.dispatch(bool).__name__)
t(lambda: sorted(k.__name__ for k in show.registry))
t(lambda: show())
class SD:
    @functools.singledispatchmethod
    def f(self, x): return 'base'
    @f.register
    def _(self, x: int): return 'int'
t(lambda: (SD().f(1), SD().f('a')))
t(lambda: functools.reduce(operator.add, [1, 2, 3]))
t(lambda: functools.reduce(operator.add, [], 5))
t(lambda: functools.reduce(operator.add, []))
t(lambda: functools.reduce(lambda a, b: a * b, range(1, 6), 1))
p = functools.partial(int, base=2)
t(lambda: p('101'))
t(lambda: p)
t(lambda: (p.func, p.args, p.keywords))
t(lambda: functools.partial(print, 'a', sep='-')('b', 'c'))
t(lambda: functools.partial(5))
t(lambda: functools.partial(functools.partial(pow, 2), 3)())
class PM:
    def set(self, k, v): return k, v
    on = functools.partialmethod(set, 'on')
@functools.total_ordering
class O:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
t(lambda: (O(1) <= O(2), O(1) > O(2), O(2) >= O(2), O(1) != O(2)))
def bad():
    @functools.total_ordering
    class X: pass
t(bad)
def deco(f):
    @functools.wraps(f)
    def w(*a, **k):
        "wrapper"
        return f(*a, **k)
    return w
@deco
def orig(x: int) -> str:
    "doc"
    return str(x)
t(lambda: (orig.__name__, orig.__doc__, orig.__wrapped__.__name__, orig.__qualname__, orig.__annotations__, orig(5)))
t(lambda: sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
I = itertools
t(lambda: list(I.chain('ab', [1])))
t(lambda: list(I.chain.from_iterable(['ab', 'c'])))
t(lambda: list(I.islice(I.count(5, 2), 3)))
t(lambda: list(I.islice('abcdef', 1, 5, 2)))
t(lambda: list(I.islice('abc', None)))
t(lambda: I.islice('a', -1))
t(lambda: list(I.islice(I.cycle('ab'), 5)))
t(lambda: list(I.repeat('x', 3)))
t(lambda: list(I.accumulate([1, 2, 3])))
t(lambda: list(I.accumulate([1, 2, 3], operator.mul)))
t(lambda: list(I.accumulate([1, 2], initial=10)))
t(lambda: list(I.takewhile(lambda x: x < 3, [1, 2, 3, 1])))
t(lambda: list(I.dropwhile(lambda x: x < 3, [1, 2, 3, 1])))
t(lambda: list(I.filterfalse(None, [0, 1, 2])))
t(lambda: list(I.compress('abc', [1, 0, 1])))
t(lambda: list(I.starmap(pow, [(2, 3), (3, 2)])))
t(lambda: list(I.product('ab', repeat=2)))
t(lambda: list(I.product([1, 2], 'xy')))
t(lambda: list(I.product()))
t(lambda: list(I.permutations([1, 2, 3], 2)))
t(lambda: list(I.combinations('abc', 2)))
t(lambda: list(I.combinations_with_replacement('ab', 2)))
t(lambda: [(k, list(g)) for k, g in I.groupby('aabbca')])
t(lambda: [(k, list(g)) for k, g in I.groupby([1, 3, 2, 4], key=lambda x: x % 2)])
t(lambda: list(I.zip_longest('ab', [1], fillvalue='-')))
t(lambda: list(I.pairwise('abcd')))
t(lambda: [list(x) for x in I.tee([1, 2], 2)])
t(lambda: list(I.batched('abc', 2, strict=True)) if sys.version_info >= (3, 13) else None)
t(lambda: I.count(5))
t(lambda: I.repeat('a', 2))
t(lambda: I.count(1, 0.5))
t(lambda: type(I.chain()))
t(lambda: list(I.permutations('ab', 5)))
op = operator
t(lambda: op.itemgetter(5)('abc'))
t(lambda: op.attrgetter('x')(5))
t(lambda: op.attrgetter('a.b'))
t(lambda: op.indexOf([1], 5))
t(lambda: op.itemgetter(1, 2))
t(lambda: (op.setitem(l, 0, 5), op.delitem(l, 1), l))
t(lambda: op.call(len, [1]))