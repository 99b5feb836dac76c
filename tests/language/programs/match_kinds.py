from collections import deque, OrderedDict, Counter, UserList, ChainMap, UserDict, namedtuple, defaultdict
import collections.abc
P = namedtuple('P', 'x y')
class Seq(collections.abc.Sequence):
    def __len__(self): return 2
    def __getitem__(self, i): return [1, 2][i]
class Map(collections.abc.Mapping):
    def __len__(self): return 1
    def __getitem__(self, k): return {'a': 1}[k]
    def __iter__(self): return iter(['a'])
class Reg:
    def __len__(self): return 1
    def __getitem__(self, i): return [5][i]
collections.abc.Sequence.register(Reg)
class Plain(Reg): pass
class SubL(list): pass
class SubD(dict): pass
import types
def m(v):
    match v:
        case []: return 'empty'
        case [x]: return f'one {x}'
        case [x, y]: return f'two {x} {y}'
        case [x, *rest]: return f'many {x} {rest}'
        case {'a': 1, **kw}: return f'map {kw}'
        case {}: return 'mapping'
        case _: return 'other'
for v in (deque([1]), deque([1, 2, 3]), P(1, 2), Seq(), Map(), Reg(), Plain(), SubL([1]), SubD(a=1), OrderedDict(a=1), Counter('a'), UserList([1]), ChainMap({'a': 1}), UserDict(a=1), defaultdict(int), 'ab', b'ab', bytearray(b'ab'), range(3), memoryview(b'ab'), {1, 2}, iter([1]), types.MappingProxyType({'a': 1}), 5, None, (1,), [1, 2]):
    print(type(v).__name__, m(v))
