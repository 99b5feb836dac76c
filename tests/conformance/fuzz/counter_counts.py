import collections, sys
from collections import Counter

class A:
    def __hash__(self):
        print('hash', sys.getrefcount(self))
        return 1
    def __add__(self, other):
        print('add', sys.getrefcount(self), other)
        return 4
    def __radd__(self, other):
        print('radd', sys.getrefcount(self), other)
        return 5
    __sub__ = __add__
    def __rsub__(self, other):
        print('rsub', sys.getrefcount(self), other)
        return 6

class I:
    def __iter__(self):
        print('iter', sys.getrefcount(self))
        return iter([1, 2, 1])

class C(Counter):
    def get(self, key, default=None):
        print('get', key, default)
        return super().get(key, default)

class S(Counter):
    def __setitem__(self, key, value):
        print('set', key, value)
        super().__setitem__(key, value)

class M(Counter):
    def __missing__(self, key):
        print('missing', key)
        return 10

for kind in Counter, C, S, M:
    print(kind.__name__, kind('abca'), kind(I()), kind(a=3), kind({'a': 5}), kind(kind('aab')), kind([(1, 2)], k=1))
    c = kind('aab')
    c.update('abc')
    c.update({'a': 3, 'z': 1})
    c.update(b=2)
    c.subtract('aax')
    c.subtract({'y': 2})
    c.subtract(a=1)
    print(sorted(c.items()), c['nothing'], c.total())
a = A()
c = Counter([a, a])
print(c[a], len(c))
c = Counter(k=2)
c.update({'k': a})
c.subtract(k=a)
for bad in [[1], [[]]], [{}], [1, set()], [([],)], 5, None, [bytearray()]:
    for what in Counter, Counter().update, Counter().subtract, C, S:
        try:
            print(what(bad))
        except TypeError as problem:
            print(type(problem).__name__, problem)
c = Counter()
try:
    c.update([1, 2, {}])
except TypeError:
    print(c)
collections._count_elements(c, 'xxy')
print(c)
d = {}
collections._count_elements(d, 'xxy')
print(d)
try:
    collections._count_elements([], 'x')
except AttributeError as problem:
    print(problem)
c['x'] = None
try:
    c.update('x')
except TypeError as problem:
    print(problem)
