class M(type):
    def mro(c): print('mro', c.__name__, [k.__name__ for k in super().mro()]); return c.order(super().mro()) if hasattr(M, 'order') else super().mro()
class X: a = 'X'
class Y: a = 'Y'; b = 'Y'
class Q(X, metaclass=M): pass
M.order = lambda c, l: [l[0], Y, object]
try:
    class Z(X, metaclass=M): pass
    print(Z.__mro__, Z.a, Z.b, Z().a, issubclass(Z, X), issubclass(Z, Y), isinstance(Z(), Y), Z.mro()[1])
except TypeError as e: print(e)
for r in ([], [5], [int, object], 7, ['x']):
    M.order = lambda c, l, r=r: r
    try:
        class W(X, metaclass=M): pass
        print('made', W.__mro__)
    except TypeError as e: print(e)
M.order = lambda c, l: l
class B1(metaclass=M): pass
class B2(metaclass=M): pass
class S(B1): pass
M.order = lambda c, l: (l[0], Y, *l[1:])
S.__bases__ = (B2,); print(S.__mro__, S.b)
print(int.mro(), type.mro(bool), type.__mro__)
for n in ('a\0b', '\0'):
    try: type(n, (), {})
    except ValueError as e: print(e)
