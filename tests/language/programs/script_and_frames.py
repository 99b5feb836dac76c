import sys, types

print([name for name in globals() if name.startswith('__')], __cached__, sys.argv == [__file__], __file__.rsplit('/', 1)[-1])
fr = sys._getframe()
print(fr.f_trace, fr.f_trace_lines, fr.f_trace_opcodes)
fr.f_trace_lines = False
print(fr.f_trace_lines)
try: fr.f_trace_lines = 3
except TypeError as e: print(e)
try: del fr.f_trace_lines
except Exception as e: print(type(e), e)
def g():
    f = sys._getframe()
    yield getattr(f, 'f_generator', 'none')
it = g()
v = next(it)
print(v is it or v)
print(getattr(fr, 'f_generator', 'no'))
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print('prepare', name, bases, kw); return {'z': 1}
    def __new__(mcs, name, bases, ns, **kw):
        return super().__new__(mcs, name, bases, ns)
    def __init__(self, *a, **k): pass
class B(metaclass=Meta): pass
print(types.prepare_class('X', (B,), {'metaclass': type, 'k': 1}))
print(types.prepare_class('X'))
class R:
    def __mro_entries__(self, bases): return (B, int)
r = R()
print(types.resolve_bases((r, str)), types.resolve_bases((str,)))
import typing
print(types.resolve_bases((list[int], typing.Generic[typing.TypeVar('T')])))
C = types.new_class('C', (B,), {'x': 2}, lambda ns: ns.update(y=3))
print(C, C.z, C.y, C.__mro__)
C2 = types.new_class('C2', (list[int],))
print(C2.__mro__, C2.__orig_bases__)
try: types.new_class('C3', (r,))
except TypeError as e: print(e)
try:
    class M2(type): pass
    class D(metaclass=M2): pass
    types.new_class('C3', (B, D))
except TypeError as e: print(e)
if hasattr(types, 'get_original_bases'):
    print(types.get_original_bases(C2), types.get_original_bases(int))
    try: types.get_original_bases(3)
    except TypeError as e: print(e)

from collections import UserDict
class Doubles(UserDict):
    def __missing__(self, key): return key * 2
d = Doubles(a=1)
print(d.get('a'), d.get('b'), d.get('b', 7), d['b'], 'b' in d)
print(sys.exec_prefix == sys.prefix, sys.base_prefix == sys.prefix, sys.float_repr_style, sys.getswitchinterval(), sys.getfilesystemencoding())
for spec in '.6_f', '_.6f', '.6,f', '_.6_f', '.,f', '.2_e', '_.8_%', '.5_d', '.3_s', '.3__f', '.3_,f', '012.5_f', '=20.9,f', '.3_n':
    for value in 1234567.891234567, 12, 'abc', 1.5+2j:
        try: print(spec, value, format(value, spec))
        except ValueError as e: print(spec, value, e)
class Bad:
    def __repr__(self): return 5
for show in str, repr, '{}'.format:
    try: show(Bad())
    except TypeError as e: print(e)
class Coded(ExceptionGroup):
    def __new__(cls, message, excs, code): return super().__new__(cls, message, excs)
print(repr(Coded('m', [ValueError(1)], 42)), repr(ExceptionGroup('m', [ValueError(1)])))
