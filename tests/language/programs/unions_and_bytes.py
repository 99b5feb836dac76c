import collections.abc as abc
print(isinstance({}, int | abc.Mapping), isinstance(1, int | list[int]), issubclass(dict, int | abc.Mapping), isinstance(None, int | None), hash(int | str) == hash(str | int), int | str == str | int)
for src in ("isinstance([], int | list[int])", "isinstance(1, list[int])", "issubclass(list, int | list[int])", "int | 5", "(1).__format__(None)", "'a'.__format__(None)", "type(None, (), {})", "ExceptionGroup(None, [])", "(1).to_bytes(2, None)", "b'a'.center(9, None)", "b'a'.ljust(9, 'é')", "b'a'.rjust(9, b'')", "b'a'.hex(None)", "b'a'.hex(5)", "bytearray().extend('a')", "bytearray().extend(5)", "complex.__eq__(1+1j, 1 << 10000)", "type('S', (set,), {})(1, 2)", "namedtuple(1, 'a')", "import collections.nothing"):
    try: print(eval(src))
    except Exception as e: print(src, type(e).__name__, e)
class WithBytes:
    def __bytes__(self): return b'a'
class S(str):
    def __bytes__(self): return b'sb'
print(bytes(WithBytes()), bytes(S('x')), b'abc'.strip(memoryview(b'a')), b'a b'.split(memoryview(b' ')), b'.'.join([memoryview(b'a'), b'b']), b'abc'.find(memoryview(b'c')), b'a' + memoryview(b'b'), b'abc'.replace(memoryview(b'a'), b'z'), b'ab'.startswith(bytearray(b'a')))
class C(complex):
    def __complex__(self): return 42j
print(complex(C(1)))
from functools import *
from functools import singledispatch
try: sys
except NameError as e: print(e)
@singledispatch
def f(x): return 'obj'
for a in (list[int], 5, list[int] | str):
    for fn in ((lambda: f.register(a)), (lambda: f.register(a, lambda x: 1))):
        try: fn(); print('ok')
        except Exception as e: print(type(e).__name__, str(e)[:90])
class E: pass
abc.Iterable.register(E); abc.Container.register(E)
f.register(abc.Iterable, lambda x: 'iter'); f.register(abc.Container, lambda x: 'cont')
try: f(E())
except RuntimeError as e: print(e)
class M(dict, abc.Sequence): pass
class N(list, abc.Mapping):
    def keys(self): return ()
match M():
    case [*_]: print('seq')
    case {}: print('map')
match N():
    case {}: print('map')
    case [*_]: print('seq')
print("日本", 1 / 0)
