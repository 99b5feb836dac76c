# What uses of the standard library leave to the collector's count, from empty free lists.
import collections, contextlib, enum, functools, gc, io, itertools, math, operator, types, weakref
from collections import ChainMap, OrderedDict, UserDict, defaultdict, namedtuple
gc.disable()
P = namedtuple('P', 'x y')

gc.collect()
p = P(1, 2)
print('p = P(1, 2)', gc.get_count()[0])

gc.collect()
r = p._asdict()
print('r = p._asdict()', gc.get_count()[0])

gc.collect()
s = P._make([1, 2])
print('s = P._make([1, 2])', gc.get_count()[0])

gc.collect()
t = repr(p)
print('t = repr(p)', gc.get_count()[0])

gc.collect()
d = defaultdict(list)
d['a'].append(1)
print('d = defaultdict(list)', gc.get_count()[0])

gc.collect()
od = OrderedDict(a=1, b=2)
print('od = OrderedDict(a=1, b=2)', gc.get_count()[0])

gc.collect()
od.move_to_end('a')
print("od.move_to_end('a')", gc.get_count()[0])

gc.collect()
x = od.popitem()
print('x = od.popitem()', gc.get_count()[0])

gc.collect()
cm = ChainMap({}, {'a': 1})
print("cm = ChainMap({}, {'a': 1})", gc.get_count()[0])

gc.collect()
v = cm['a']
print("v = cm['a']", gc.get_count()[0])

gc.collect()
cm2 = cm.new_child()
print('cm2 = cm.new_child()', gc.get_count()[0])

gc.collect()
ud = UserDict(a=1)
print('ud = UserDict(a=1)', gc.get_count()[0])

gc.collect()
ud['b'] = 2
print("ud['b'] = 2", gc.get_count()[0])

gc.collect()
@functools.wraps(len)
def wrapped(x): return x
print('@functools.wraps(len) def wrapped(x): return x', gc.get_count()[0])

gc.collect()
@functools.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print('@functools.lru_cache(maxsize=None) def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)', gc.get_count()[0])

gc.collect()
f4 = fib(10)
print('f4 = fib(10)', gc.get_count()[0])

gc.collect()
f5 = fib.cache_info()
print('f5 = fib.cache_info()', gc.get_count()[0])

gc.collect()
fib.cache_clear()
print('fib.cache_clear()', gc.get_count()[0])

gc.collect()
@functools.lru_cache
def sq(n): return n * n
print('@functools.lru_cache def sq(n): return n * n', gc.get_count()[0])

gc.collect()
f6 = sq(3), sq(3), sq(4.0)
print('f6 = sq(3), sq(3), sq(4.0)', gc.get_count()[0])

gc.collect()
pa = functools.partial(int, base=2)
print('pa = functools.partial(int, base=2)', gc.get_count()[0])

gc.collect()
re = functools.reduce(operator.add, [1, 2, 3])
print('re = functools.reduce(operator.add, [1, 2, 3])', gc.get_count()[0])

gc.collect()
class CP:
    @functools.cached_property
    def v(self): return [1]
cp = CP()
print('class CP:', gc.get_count()[0])

gc.collect()
cv = cp.v
print('cv = cp.v', gc.get_count()[0])

gc.collect()
@contextlib.contextmanager
def cm_(): yield 1
print('@contextlib.contextmanager def cm_(): yield 1', gc.get_count()[0])

gc.collect()
with cm_() as z: pass
print('with cm_() as z: pass', gc.get_count()[0])

gc.collect()
with contextlib.suppress(KeyError): {}['a']
print("with contextlib.suppress(KeyError): {}['a']", gc.get_count()[0])

gc.collect()
with contextlib.ExitStack() as es: es.callback(print, end='')
print("with contextlib.ExitStack() as es: es.callback(print, end='')", gc.get_count()[0])

gc.collect()
nl = contextlib.nullcontext()
with nl: pass
print('nl = contextlib.nullcontext()', gc.get_count()[0])

gc.collect()
a1 = list(itertools.chain([1], [2]))
print('a1 = list(itertools.chain([1], [2]))', gc.get_count()[0])

gc.collect()
a2 = list(itertools.product([1, 2], [3, 4]))
print('a2 = list(itertools.product([1, 2], [3, 4]))', gc.get_count()[0])

gc.collect()
a3 = list(itertools.groupby('aab'))
print("a3 = list(itertools.groupby('aab'))", gc.get_count()[0])

gc.collect()
a4 = [list(g) for k, g in itertools.groupby('aab')]
print("a4 = [list(g) for k, g in itertools.groupby('aab')]", gc.get_count()[0])

gc.collect()
a5 = list(itertools.accumulate([1, 2, 3]))
print('a5 = list(itertools.accumulate([1, 2, 3]))', gc.get_count()[0])

gc.collect()
a6 = list(itertools.combinations('abc', 2))
print("a6 = list(itertools.combinations('abc', 2))", gc.get_count()[0])

gc.collect()
a7 = list(itertools.islice(itertools.count(), 3))
print('a7 = list(itertools.islice(itertools.count(), 3))', gc.get_count()[0])

gc.collect()
a9 = list(itertools.zip_longest([1], [2, 3]))
print('a9 = list(itertools.zip_longest([1], [2, 3]))', gc.get_count()[0])

gc.collect()
a10 = list(itertools.permutations([1, 2, 3], 2))
print('a10 = list(itertools.permutations([1, 2, 3], 2))', gc.get_count()[0])

gc.collect()
class W: pass
w = W()
print('class W: pass', gc.get_count()[0])

gc.collect()
wr = weakref.ref(w)
print('wr = weakref.ref(w)', gc.get_count()[0])

gc.collect()
wp = weakref.proxy(w)
print('wp = weakref.proxy(w)', gc.get_count()[0])

gc.collect()
wd = weakref.WeakValueDictionary()
print('wd = weakref.WeakValueDictionary()', gc.get_count()[0])

gc.collect()
wd['a'] = w
print("wd['a'] = w", gc.get_count()[0])

gc.collect()
wl = list(wd.items())
print('wl = list(wd.items())', gc.get_count()[0])

gc.collect()
wk = weakref.WeakKeyDictionary()
wk[w] = 1
print('wk = weakref.WeakKeyDictionary()', gc.get_count()[0])

gc.collect()
ws = weakref.WeakSet([w])
print('ws = weakref.WeakSet([w])', gc.get_count()[0])

gc.collect()
wf = weakref.finalize(w, print, 'fin')
print("wf = weakref.finalize(w, print, 'fin')", gc.get_count()[0])

gc.collect()
wf.detach()
print('wf.detach()', gc.get_count()[0])

gc.collect()
wm = weakref.WeakMethod(cm.get)
print('wm = weakref.WeakMethod(cm.get)', gc.get_count()[0])

gc.collect()
sn = types.SimpleNamespace(a=1)
print('sn = types.SimpleNamespace(a=1)', gc.get_count()[0])

gc.collect()
mp = types.MappingProxyType({'a': 1})
print("mp = types.MappingProxyType({'a': 1})", gc.get_count()[0])

gc.collect()
mt = types.MethodType(len, [1])
print('mt = types.MethodType(len, [1])', gc.get_count()[0])

gc.collect()
og = operator.itemgetter(1, 2)([1, 2, 3])
print('og = operator.itemgetter(1, 2)([1, 2, 3])', gc.get_count()[0])

gc.collect()
oa = operator.attrgetter('a')(sn)
print("oa = operator.attrgetter('a')(sn)", gc.get_count()[0])

gc.collect()
m1 = math.gcd(12, 18), math.factorial(10), math.comb(5, 2)
print('m1 = math.gcd(12, 18), math.factorial(10), math.comb(5, 2)', gc.get_count()[0])

gc.collect()
m2 = math.fsum([0.1] * 3)
print('m2 = math.fsum([0.1] * 3)', gc.get_count()[0])

gc.collect()
@functools.total_ordering
class TO:
    def __eq__(self, o): return True
    def __lt__(self, o): return False
print('@functools.total_ordering class TO:', gc.get_count()[0])

gc.collect()
to = TO() >= TO()
print('to = TO() >= TO()', gc.get_count()[0])
