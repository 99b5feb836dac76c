import types
def outer():
    y = 5
    def f(a, b=1, *, k=2): return a, b, k, y
    return f
f = outer()
F = types.FunctionType
g = F(f.__code__, globals(), 'nm', (9,), f.__closure__); g.__kwdefaults__ = {'k': 7}
print(g(1), g.__name__, g.__qualname__, g.__defaults__, g.__closure__ is f.__closure__)
for args in ((), (1,), (1, {}), (f.__code__,), (f.__code__, 5), (f.__code__, {}, 5), (f.__code__, {}, None, 5), (f.__code__, {}), (f.__code__, {}, None, None, 5), (f.__code__, {}, None, None, ()), (f.__code__, {}, None, None, (1,)), ((lambda: 0).__code__, {}, None, None, (types.CellType(1),)), (f.__code__, {}, None, None, f.__closure__, 1, 2, 3)):
    try: print(F(*args).__name__)
    except Exception as e: print(type(e).__name__, e)
h = F((lambda x: x + k).__code__, {'k': 10}, name='kw', argdefs=(1,)); print(h(), h.__qualname__, h.__module__)
print(F((lambda: __name__).__code__, {'__name__': 'zz'}).__module__)
