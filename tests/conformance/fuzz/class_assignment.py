class A:
    def __init__(self):
        self.name = 'n'
        self.q = 1
class B(A): pass
class R(A): pass
r = R(); r.__class__ = B
print(r.name, r.q, r.__dict__)
r = R(); r.__class__ = A; print(r.name)
r = A(); r.__class__ = R; print(r.name)
class S(A): __slots__ = ('x',)
try: r.__class__ = S
except TypeError as e: print(e)
class S(A): __slots__ = ()
r.__class__ = S; print(r.name)
e = ValueError(); e.__dict__ = {'a': 4}; print(e.a, e.__dict__)
try: e.__dict__ = 4
except TypeError as x: print(x)
