class Animal:
    count = 0
    def __init__(self, name, sound='...'):
        self.name = name
        self.sound = sound
        Animal.count += 1
    def speak(self):
        return f"{self.name} says {self.sound}"
    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"
class Dog(Animal):
    def __init__(self, name):
        super().__init__(name, 'Woof')
    def speak(self):
        return super().speak() + '!'
class Puppy(Dog):
    pass
a = [Animal('cow', sound='moo'), Dog('Rex'), Puppy('Bit')]
for x in a:
    print(x, x.speak(), isinstance(x, Dog), issubclass(type(x), Animal))
print(Animal.count, Puppy.__mro__, Puppy.__bases__, Puppy.__name__)
try:
    Animal()
except TypeError as e:
    print(e)
try:
    Dog('a', 'b')
except TypeError as e:
    print(e)
try:
    a[0].nope
except AttributeError as e:
    print(e, e.name, e.obj is a[0])
try:
    a[0].spek()
except AttributeError as e:
    print(e)
print(a[0].__dict__)
del a[0].sound
try:
    a[0].speak()
except AttributeError as e:
    print(e)
try:
    del a[0].sound
except AttributeError as e:
    print(e)
class A:
    def f(self): return 'A'
class B(A):
    def f(self): return 'B' + super().f()
class C(A):
    def f(self): return 'C' + super().f()
class D(B, C):
    def f(self): return 'D' + super().f()
print(D().f(), [k.__name__ for k in D.__mro__])
try:
    class X(A, B): pass
except TypeError as e:
    print(e)
try:
    class X(A, A): pass
except TypeError as e:
    print(e)
class Point:
    __slots__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
    def __eq__(self, o): return isinstance(o, Point) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
p = Point(1, 2)
print(p == Point(1, 2), p != Point(1, 3), hash(p) == hash(Point(1,2)), {p: 1}[Point(1, 2)])
try:
    p.z = 1
except AttributeError as e:
    print(e)
try:
    p.__dict__
except AttributeError as e:
    print(e)
del p.x
try:
    p.x
except AttributeError as e:
    print(e)
class E:
    def __eq__(self, o): return True
try:
    hash(E())
except TypeError as e:
    print(e)
class Temp:
    def __init__(self): self._c = 0
    @property
    def f(self): "doc of f"; return self._c * 9 / 5 + 32
    @f.setter
    def f(self, v): self._c = (v - 32) * 5 / 9
    @f.deleter
    def f(self): print('deleting'); self._c = None
    @property
    def ro(self): return 1
t = Temp()
t.f = 212
print(t._c, t.f)
del t.f
print(t._c, Temp.f.__doc__)
try:
    t.ro = 2
except AttributeError as e:
    print(e)
try:
    del t.ro
except AttributeError as e:
    print(e)
class K:
    @classmethod
    def make(cls, *a): return cls, a
    @staticmethod
    def st(*a): return a
class K2(K): pass
print(K.make(1), K2.make(2), K2().make(3), K.st(1), K2().st(2))
print(type(K.__dict__['make']), K.make, K2().make.__self__ is K2)
print(str(Animal), Animal.speak, a[1].speak.__func__ is Dog.speak)
class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        print('new', name, kw, [k for k in ns if not k.startswith('__')])
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print('init', name)
        super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print('call', cls.__name__, a, k)
        return super().__call__(*a, **k)
    @classmethod
    def __prepare__(m, name, bases, **kw):
        print('prepare', name, kw)
        return {'prep': 1}
    def __iter__(cls): return iter([1, 2])
    def __contains__(cls, x): return x == 5
    def __getitem__(cls, k): return (cls.__name__, k)
    def __len__(cls): return 9
class M(metaclass=Meta, flag=3):
    a = 1
    def __init__(self, q=0): self.q = q
m = M(q=5)
print(m.q, list(M), 5 in M, M['z'], len(M), M.prep, type(M))
class Sub(M): b = 2
print(type(Sub) is Meta)
class Base:
    subs = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        Base.subs.append(cls.__name__)
class S1(Base, tag='x'): pass
class S2(S1): pass
print(Base.subs, S1.tag, S2.tag)
try:
    class S3(Base, bad=1): pass
except TypeError as e:
    print(e)
class Named:
    def __set_name__(self, owner, name): self.name = name; print('set_name', owner.__name__, name)
    def __get__(self, obj, owner=None):
        if obj is None: return self
        return obj.__dict__.get(self.name, 'unset')
    def __set__(self, obj, v):
        if v < 0: raise ValueError(f'{self.name} must be >= 0')
        obj.__dict__[self.name] = v
    def __delete__(self, obj): del obj.__dict__[self.name]
class Acc:
    bal = Named()
    lim = Named()
c = Acc()
print(c.bal); c.bal = 5; print(c.bal, c.lim, c.__dict__); del c.bal; print(c.bal)
try:
    c.bal = -1
except ValueError as e:
    print(e)
class NonData:
    def __get__(self, obj, owner): return 'nd'
class U: v = NonData()
u = U(); print(u.v); u.v = 3; print(u.v, U.v)
class G:
    def __getattr__(self, n):
        if n.startswith('x'): return n.upper()
        raise AttributeError(f'no {n}')
    def __setattr__(self, n, v): print('set', n); object.__setattr__(self, n, v)
    def __delattr__(self, n): print('del', n); super().__delattr__(n)
g = G(); print(g.xyz, hasattr(g, 'q'), getattr(g, 'q', 7)); g.a = 1; print(g.a); del g.a
try:
    g.q
except AttributeError as e:
    print(repr(e))
class GA:
    def __getattribute__(self, n):
        print('ga', n)
        return super().__getattribute__(n)
x = GA(); x.k = 2; print(x.k)
class Cnt:
    _inst = None
    def __new__(cls, *a):
        if cls._inst is None: cls._inst = super().__new__(cls)
        return cls._inst
    def __init__(self, *a): print('init', a)
print(Cnt(1) is Cnt(2))
try: object(1)
except TypeError as e: print(e)
class NoInit: pass
try: NoInit(1)
except TypeError as e: print(e)
class BadInit:
    def __init__(self): return 5
try: BadInit()
except TypeError as e: print(e)
try: (lambda self: super().f)(1)
except RuntimeError as e: print(e)
print(type('Dyn', (Animal,), {'z': 1})('q').z)
