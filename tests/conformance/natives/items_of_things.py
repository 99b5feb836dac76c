import functools, itertools, collections, operator, weakref, types, random, contextlib, enum
xs=[functools.lru_cache(len), functools.partial(len), functools.cmp_to_key(len)(1), itertools.count(), itertools.chain(), collections.deque(), collections.OrderedDict(), operator.itemgetter(1), weakref.ref(len) if 0 else weakref.ref(type), types.SimpleNamespace(), random.Random(), object(), 5, 'a', (), None, len, type, iter([]), range(3), zip(), map(len,[]), (i for i in ()), b'', frozenset(), memoryview(b'a'), memoryview(bytearray(b'a')), slice(1), enumerate([]), property(), types.MappingProxyType({}), lambda:0, types.ModuleType('m'), Exception(), super(), ...,1.5,1j] if 0 else [functools.lru_cache(len), functools.partial(len), functools.cmp_to_key(len)(1), itertools.count(), itertools.chain(), collections.deque(), operator.itemgetter(1), weakref.ref(type), types.SimpleNamespace(), object(), 5, 'a', (), None, len, type, iter([]), range(3), zip(), map(len,[]), (i for i in ()), b'', frozenset(), memoryview(b'a'), memoryview(bytearray(b'a')), slice(1), enumerate([]), property(), types.MappingProxyType({}), lambda:0, types.ModuleType('m'), Exception(), ...,1.5,1j, collections.defaultdict(), iter({}), reversed([]), types.CellType(), {}.keys(), {}.values(), {1}.__iter__(), staticmethod(len), classmethod(len), int.__add__, [].append, list.append, types.GenericAlias(list,int), int|str]
def d(x,k): del x[k]
def s(x,k): x[k]=1
def g(x,k): return x[k]
for x in xs:
    for f in (d,s,g):
        for k in (0,'a'):
            try: f(x,k); print(type(x).__name__, f.__name__, k,'ok')
            except Exception as e: print(type(x).__name__, f.__name__, k, type(e).__name__, e)
