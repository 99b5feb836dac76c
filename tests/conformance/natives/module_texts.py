import types
m = types.ModuleType('m'); print(repr(m)); m.__file__ = 'f.py'; print(m); m.__loader__ = 5; print(m); del m.__file__; print(m); m.__loader__ = None; print(m); m.__name__ = 5; print(m); del m.__name__; print(m)
try: m.zz
except AttributeError as e: print(e)
m.__name__ = 5
try: m.zz
except AttributeError as e: print(e)
import sys, gc; print(gc, sys)
n = types.ModuleType.__new__(types.ModuleType); print(n)
try: n.zz
except AttributeError as e: print(e)
print(n.__dict__)
class S:
    def __repr__(self): return 'SPEC'
m.__spec__ = S(); 
m = types.ModuleType('q')
class Sp: name='q'; origin='o'; has_location=False; loader=None; _initializing=False; submodule_search_locations=None; parent=''
m.__spec__ = Sp(); print(m); Sp.origin=None; print(m); Sp.loader=7; print(m); Sp.has_location=True; Sp.origin='x.py'; print(m)
try: m.abc
except AttributeError as e: print(e)
print(complex.real, type(complex.imag), repr(complex.__dict__['real']))
class D:
    __dict__ = 5
try: print(dir(D()))
except TypeError as e: print(e)
class D:
    __dict__ = property(lambda s: {'a': 1, 3: 4})
try: print(dir(D())[:3])
except TypeError as e: print(e)
class D:
    __dict__ = property(lambda s: 1/0)
try: print(dir(D())[:3])
except ZeroDivisionError as e: print(e)
class D:
    __class__ = 5
try: print(dir(D())[:3])
except TypeError as e: print(e)
class D:
    __dict__ = property(lambda s: {'a': 1}.items())
try: print(dir(D()))
except TypeError as e: print(e)
m = types.ModuleType('q'); 
import builtins
for n, c in sorted(vars(builtins).items()):
    if isinstance(c, type) and issubclass(c, BaseException) and n != '_IncompleteInputError':
        print(n, [k for k in ('__new__', '__init__', '__str__', '__reduce__', '__repr__') if k in c.__dict__], repr(c.__init__))
for t in (slice, range, property, super, complex, type(len), types.MethodType, types.TracebackType, OSError, SyntaxError, AttributeError, BaseException):
    print(t.__name__, sorted((k, type(v).__name__) for k, v in vars(t).items() if type(v).__name__ in ('getset_descriptor', 'member_descriptor')))
class Cls:
    __match_args__ = 'missing', 5
match Cls():
    case Cls(1, 2): print('matched')
    case _: print('the attribute is asked for first')
class D: pass
d = D(); d.z = d.a = d.m = 1
print(object.__dir__(d)[:3], dir(d)[-3:], types.ModuleType.__dir__(m)[0])
