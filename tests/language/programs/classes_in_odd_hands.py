# Descriptors that fail, orders that change while they are made, what takes the place of classes.
import types
from functools import singledispatch
import collections.abc as abc

def booh(self):
    raise AttributeError('booh')

class E:
    __eq__ = property(booh)
    __lt__ = property(booh)
print(E() == E(), E() != E())
try:
    E() < E()
except TypeError as e:
    print(e)

class SlotProperty(property):
    __slots__ = ()
try:
    class Documented:
        @SlotProperty
        def p(self):
            'a text that has no room'
except AttributeError as e:
    print(e)
print(SlotProperty(doc='given').fget)

nested = str
for _ in range(100_000):
    nested = (nested,)
for test in (isinstance, issubclass):
    try:
        print(test(int, nested))
    except RecursionError:
        # 3.14 asks how much of the C stack is left.
        print(False)
while isinstance(nested, tuple):
    nested = nested[0]

group = TypeError(1)
for _ in range(20_000):
    group = ExceptionGroup('g', [group])
for split in (group.split, group.subgroup):
    try:
        print(type(split(TypeError)) is None)
    except RecursionError:
        print(False)

class Perverse(type):
    def mro(cls):
        return type.mro(cls)[::-1]
class P(metaclass=Perverse):
    pass
print([c.__name__ for c in P.__mro__], type(P()).__name__)

class Again(type):
    ready = False
    def mro(cls):
        if Again.ready and cls.__name__ == 'C':
            Again.ready = False
            print(cls.__bases__)
            C.__bases__ = (B2,)
        return type.mro(cls)
class A(metaclass=Again): pass
class B1(A): pass
class B2(A): pass
class C(A): pass
Again.ready = True
C.__bases__ = (B1,)
print(C.__bases__, B1.__subclasses__(), B2.__subclasses__(), C.__mro__)
B1.__bases__ = (C,)
print(B1.__mro__)

class SubModule(types.ModuleType):
    a = 1
m = types.ModuleType('m')
m.__class__ = SubModule
print(m.a, type(m).__name__)
m.__class__ = types.ModuleType
print(hasattr(m, 'a'))
try:
    m.__class__ = int
except TypeError as e:
    print(e)
class Base: pass
class BasedModule(types.ModuleType, Base): pass
try:
    Base.__dict__['__dict__'].__set__(BasedModule('b'), {})
except AttributeError as e:
    print(e)

class Meta(type):
    def __new__(cls, name, bases, namespace, attr):
        print(attr in namespace)
        return super().__new__(cls, name, bases, namespace)
class Q(metaclass=Meta, attr='__qualname__'):
    __slots__ = ['__qualname__']
print(Q.__qualname__, Q.__dict__['__qualname__'], list(type('K', (), {'__slots__': ('s',)}).__dict__))

class Anything:
    def __getattr__(self, name):
        print('asked for', name)
for both in (lambda q: q | int, lambda q: int | q, lambda q: list[int] | q):
    try:
        both(Anything())
    except TypeError as e:
        print(e)

@singledispatch
def kind(x): return 'base'
kind.register(abc.Sized, lambda x: 'sized')
kind.register(abc.Set, lambda x: 'set')
kind.register(abc.Sequence, lambda x: 'sequence')
class D:
    def __len__(self): return 0
class S(abc.MutableSet):
    def __len__(self): return 0
    def __contains__(self, x): return False
    def __iter__(self): return iter(())
    def add(self, x): pass
    def discard(self, x): pass
print(kind(1), kind(D()), kind(S()), kind([]), kind({}), kind(''))
kind.register(abc.Container, lambda x: 'container')
kind.register(abc.Iterable, lambda x: 'iterable')
class Ambiguous:
    def __contains__(self, x): return False
    def __iter__(self): return iter(())
try:
    print(kind(Ambiguous()))
except RuntimeError as e:
    print(e)

def nest(head, n):
    return ''.join(' ' * i + head + '\n' for i in range(n)) + ' ' * n + 'pass'
for head in ('while x:', 'for x in y:', 'with x:', 'if x:'):
    for n in (20, 21, 22):
        try:
            compile(nest(head, n), 'f', 'exec')
        except SyntaxError as e:
            print(head, n, e.msg, e.lineno, e.offset)
for value in (7, b'Z', bytearray(b'Z')):
    print(b'%c' % value, b'%4c' % value)
for value in (b'', b'ZZ', bytearray(b'ZZ'), 256, 'Z', 1.5):
    try:
        b'%c' % value
    except (TypeError, OverflowError) as e:
        print(e)
