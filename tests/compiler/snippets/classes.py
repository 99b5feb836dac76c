class C(Base, metaclass=M):
    a: int
    b: T = 3
    if b:
        c: str
    def m(self): self.z = super().m(); return __class__
    def n(self, /, __p, *, q=[i for i in range(3)]): self.__y = __p; super(C, self).n(q=1); return lambda: self.__y
    x = [a for a in b if a]
    y = {k: v for k, v in zip(a, b)}
    z = [lambda: q for q in b]

@deco
class D(A, B, k=1, *c, **d): "doc"; __slots__ = (); pass

class Empty: pass

class Private:
    __x = 1
    def __init__(self): self.__x = self.b = 2; self.a = 3
    def other(this): this.c = 1
    class Inner:
        def f(self): self.z = __class__
