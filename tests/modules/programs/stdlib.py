import itertools as it, functools as ft, collections as c, operator as op, random, copy, string, math, heapq, bisect, io, contextlib, types
print(list(it.islice(it.count(3, 2), 4)), list(it.islice(it.cycle("ab"), 5)), list(it.repeat(1, 3)))
print(list(it.chain([1], "ab")), list(it.chain.from_iterable([[1], [2]])), list(it.zip_longest([1, 2], "a", fillvalue=0)))
print(list(it.product([1, 2], "ab")), list(it.permutations([1, 2, 3], 2)), list(it.combinations("abc", 2)))
print(list(it.combinations_with_replacement("ab", 2)), list(it.accumulate([1, 2, 3])), list(it.takewhile(lambda x: x < 3, [1, 2, 3, 1])))
print(list(it.dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(it.starmap(pow, [(2, 3)])), [(k, list(g)) for k, g in it.groupby("aabbc")])
a, b = it.tee([1, 2, 3]); print(list(a), list(b)); print(list(it.pairwise([1, 2, 3])), it.count(1), it.repeat(2, 3))
print(list(it.islice([1,2,3,4,5], 1, None, 2)))
f = ft.partial(pow, 2); print(f(5), f.func is pow, f.args)
@ft.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(30), fib.cache_info())
print(ft.reduce(op.add, [1, 2, 3]), sorted([3, 1, 2], key=ft.cmp_to_key(lambda a, b: b - a)))
@ft.total_ordering
class T:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v
print(T(1) <= T(1), T(2) > T(1), T(1) >= T(2))
d = c.deque([1, 2, 3], maxlen=3); d.append(4); d.appendleft(0); print(d, d.pop(), d.popleft(), len(d), list(d))
try: c.deque().pop()
except IndexError as e: print(e)
P = c.namedtuple("P", "x y", defaults=[5]); p = P(1); print(p, p.x, p._replace(y=2), P._fields, p == (1, 5), p._asdict())
dd = c.defaultdict(list); dd["a"].append(1); print(dd, dd["b"])
print(c.Counter("abracadabra").most_common(2), c.Counter("aab") + c.Counter("b"), c.Counter("aab"))
od = c.OrderedDict(a=1, b=2); od.move_to_end("a"); print(od, list(od))
random.seed(42); print(random.random(), random.randint(1, 6), random.choice("abc"), random.sample(range(10), 3))
x = [1, 2, 3, 4]; random.shuffle(x); print(x, random.gauss(0, 1), random.uniform(1, 2), random.choices([1, 2, 3], k=3))
l = [[1], [2]]; m = copy.copy(l); n = copy.deepcopy(l); print(m[0] is l[0], n[0] is l[0], n)
class Q:
    def __init__(s): s.me = s; s.l = [1]
q = copy.deepcopy(Q()); print(q.me is q, q.l); z = Q(); w = copy.copy(z); print(w.l is z.l)
print(string.ascii_letters, string.punctuation, op.itemgetter(1)([1, 2]), op.attrgetter("l")(z))
h = [3, 1, 2]; heapq.heapify(h); heapq.heappush(h, 0); print(heapq.heappop(h), h, bisect.bisect([1, 2, 3], 2))
s = io.StringIO(); print("hi", file=s); print(repr(s.getvalue()))
with contextlib.redirect_stdout(s): print("there")
print(repr(s.getvalue()))
@contextlib.contextmanager
def cm():
    print("in")
    try: yield 5
    finally: print("out")
with cm() as v: print(v)
try:
    with cm(): 1/0
except ZeroDivisionError as e: print("caught", e)
with contextlib.suppress(KeyError): {}["a"]
print(types.FunctionType, isinstance(cm, types.FunctionType), types.SimpleNamespace(a=1))
