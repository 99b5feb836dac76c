class M(type):
    def __getattr__(cls, n): return 'hook ' + n
class Base:
    x = 1
    @property
    def p(self): return 2
    @classmethod
    def c(cls): return 'c'
class C(Base, metaclass=M): pass
print(C.x, C.y, C.c(), type(C.p).__name__, getattr(C, 'x'), getattr(C, 'z'))
class S(str):
    def __getattr__(self, n): return 'hook ' + n
s = S('ab')
print(s.upper(), s.foo)
import types
class Mod(types.ModuleType):
    def __getattr__(self, n): return 'hook ' + n
m = Mod('m'); m.a = 1
print(m.a, m.b, m.__name__)
class Sup(super): 
    def __getattr__(self, n): return 'hook ' + n
class B2(Base):
    def f(self): return Sup(B2, self).x, Sup(B2, self).nope
print(B2().f())
