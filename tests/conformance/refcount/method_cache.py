# The cache of attribute lookups holds the names that were looked up, under the type's version.
import operator, sys
count = sys.getrefcount
def name(*parts): return ''.join(parts)
class Base:
    def __getattr__(self, n): return n
class D(Base): pass
d = D()
s = name('dyn', 'amic1'); getattr(d, s); print(count(s)); getattr(d, s); print(count(s)); getattr(d, s); print(count(s))
s = name('dyn', 'amic2'); d.__dict__[s] = 1; print(count(s)); getattr(d, s); print(count(s)); delattr(d, s); print(count(s))
s = name('dyn', 'amic3'); setattr(D, s, property(lambda self: 5)); print(count(s)); print(getattr(d, s), count(s)); getattr(d, s); print(count(s))
delattr(D, s); print(count(s)); getattr(d, s); print(count(s)); getattr(d, s); print(count(s))
# A changed class has a new version, and so has what derives from it.
for i in range(20): hasattr(d, s)
print(count(s)); D.new = 1; hasattr(d, s); print(count(s)); hasattr(d, s); print(count(s)); Base.new = 2; hasattr(d, s); hasattr(d, s); print(count(s))
# Long names and str subclasses stay out.
long = name('x' * 60, 'y' * 60); getattr(d, long); print(count(long)); fits = name('x' * 60, 'y' * 40); getattr(d, fits); getattr(d, fits); print(count(fits))
class Str(str): pass
q = Str('sub' + 'cls'); getattr(d, q); print(count(q))
s = name('dyn', 'amic4')
for value in (sys, int, None, len, (), [], d, D):
    hasattr(value, s); print(count(s)); hasattr(value, s); print(count(s))
s = name('sup', 'er1')
class E(D):
    def m(self): return super().__getattribute__('m') and getattr(super(), s, None)
E().m(); print(count(s)); E().m(); print(count(s))
s = name('op', 'get'); getter = operator.attrgetter(s); print(count(s)); getter(d); print(count(s)); getter(d); print(count(s))
s = name('in', 'class'); t = type('T', (D,), {s: 1}); print(count(s)); getattr(t(), s); print(count(s)); getattr(t(), s); print(count(s)); getattr(t, s); print(count(s))
# So do blocks of memory.
class Many: pass
def fill():
    many = Many()
    for i in range(40): setattr(many, 'made%d' % i, None)
    return many
fill(); before = sys.getallocatedblocks(); kept = fill(); print(sys.getallocatedblocks() - before < 10)
