import weakref, collections, types
from collections import abc
def kind(x):
    match x:
        case [*_]: return 'seq'
        case {}: return 'map'
        case _: return '-'
class A: pass
class D(dict): pass
for x in (D(), weakref.WeakKeyDictionary(), weakref.WeakValueDictionary(), weakref.WeakSet(), collections.OrderedDict(), collections.Counter(), collections.defaultdict(int), collections.ChainMap(), collections.UserDict(), collections.UserList(), collections.UserString('a'), collections.deque(), types.MappingProxyType({}), range(3), 'a', b'', bytearray(), memoryview(b''), {}.keys(), {1}, iter([]), A.__dict__, types.SimpleNamespace()):
    print(type(x).__name__, kind(x), isinstance(x, abc.MutableMapping), isinstance(x, abc.Mapping), isinstance(x, abc.Sequence), isinstance(x, abc.Set), isinstance(x, abc.MutableSequence))
