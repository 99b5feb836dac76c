import operator, sys
class Q:
    def __getattr__(self, k): print('getattr', k, sys.getrefcount(self)); return lambda *a, **k: 5
    def __getitem__(self, k): print('item', k, sys.getrefcount(self)); return 1
    def m(self, *a, **k): print('m', sys.getrefcount(self), [sys.getrefcount(x) for x in a], [sys.getrefcount(v) for v in k.values()])
    @property
    def p(self): print('p', sys.getrefcount(self)); return 1
q = Q()
a = object()
operator.methodcaller('keep')(q)
operator.methodcaller('m')(q)
operator.methodcaller('m', a, [])(q)
operator.methodcaller('m', a, x=a)(q)
operator.methodcaller('keep', a, x=a)(q)
operator.attrgetter('z')(q)
operator.attrgetter('p')(q)
operator.attrgetter('p', 'z')(q)
operator.itemgetter(1)(q)
operator.itemgetter(1, 2)(q)
f = operator.methodcaller('keep'); f(q); list(map(f, [q])); sorted([q], key=f); sorted([q], key=operator.attrgetter('p'))
print(list(map(operator.methodcaller('m', a), [q])))
operator.methodcaller('keep')(Q())
operator.attrgetter('z')(Q())
