# ExceptionGroup is the one builtin class that may be changed.
class A:
    pass
class X(Exception):
    pass
class G(ExceptionGroup):
    pass
group = ExceptionGroup('a', [ValueError()])
for a, b in [(group, A), (A(), ExceptionGroup), (X(), ExceptionGroup), (group, X), (group, int), (ValueError(), A), (group, ExceptionGroup)]:
    try:
        a.__class__ = b
        print('changed', type(a).__name__)
    except TypeError as e:
        print(e)
ExceptionGroup.foo = 3
print(group.foo, G.foo)
del ExceptionGroup.foo
print(hasattr(group, 'foo'))
