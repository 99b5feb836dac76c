import copy, sys
class Q:
    def __getattr__(self, k):
        print('Q getattr', k, sys.getrefcount(self))
        if k[:2]=='__': raise AttributeError(k)
        return ()
class H(Q):
    __slots__='m','n'
h=H()
h.x=5
copy.copy(h)
print('--')
h.m=h
copy.copy(h)
h.__reduce_ex__(4)
h.__getstate__()
class S:
    __slots__='m','n'
    def __getattr__(self, k):
        print('Q getattr', k, sys.getrefcount(self))
        if k[:2]=='__': raise AttributeError(k)
        return ()
h=S()
copy.copy(h)
h.__reduce_ex__(4)
h.__getstate__()
import collections
class G:
    def __getattr__(self, k):
        print('G getattr', k, sys.getrefcount(self))
        raise AttributeError(k)
for kind in (set, frozenset, bytearray, collections.deque, list, dict, tuple, int, str, collections.OrderedDict, collections.defaultdict, BaseException):
    class K(G, kind):
        pass
    k = K()
    print(kind.__name__, copy.copy(k))
    k.x = k
    print(vars(copy.copy(k)) == vars(k))
    class K(G, kind):
        def __getstate__(self):
            print('getstate', sys.getrefcount(self))
            return {'z': 1}
    k = K()
    print(vars(copy.copy(k)))
class P:
    __slots__ = ('a', '__weakref__', '__dict__')
p = P()
print(p.__getstate__(), p.__reduce_ex__(2)[2])
p.a = 1
print(p.__getstate__(), p.__reduce_ex__(2)[2])
p.b = 2
print(p.__getstate__(), p.__reduce_ex__(2)[2])
p.__getstate__ = lambda: 'mine'
print(p.__getstate__(), p.__reduce_ex__(2)[2])
