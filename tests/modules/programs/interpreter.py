import sys, math
class M(type):
    def __instancecheck__(cls, x): return x == 3
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print("prepare", name, bases, kw)
        return {}
    def __new__(mcls, name, bases, ns, **kw): return super().__new__(mcls, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)
class N(metaclass=M, flag=1):
    here = 5
    def f(self): return __class__
print(isinstance(3, N), isinstance(4, N), issubclass(bool, int), N().f() is N, N.__module__)
print(max([3, 1, 2], key=lambda v: -v), min("abc"), sum([0.1] * 10), sum(range(10)), sum([[1], [2]], []), sorted([3, 1, 2], reverse=True))
print(max([], default=7), min(3, 1, 2), sum([1, 2.5, 3]), sum([True, 2]), sum([10**20, 1]), sum([1.5, 10**20]))
exec("zz = 5"); print(zz, eval("zz + 1"), eval("x + y", {"x": 1, "y": 2}), eval(compile("3 * 4", "<s>", "eval")))
ns = {}; exec("def g(): return 7\nv = g()", ns); print(ns["v"], sorted(ns))
x = 10
def scope(a):
    b = a + x
    return sorted(locals()), "x" in globals(), vars() == locals()
print(scope(1))
try: input()
except EOFError as e: print(e)
print(hash(1), hash(2**61 - 1), hash("a") == hash("a"), hex(255), bin(-5), oct(8), chr(8364), ord("é"), ascii("é"))
print(round(2.5), round(2.675, 2), round(1234, -2), divmod(-7, 2), pow(3, -1, 7), abs(-3.5), callable(len), callable(3))
print(list(map(repr, [1, "a"])), any([0, 1]), all([]), next(iter([]), "end"), getattr(1, "nope", 5), hasattr(1, "real"))
it = iter(lambda: 1, 1); print(list(it))
def gen():
    yield 1
    return 7
q = gen(); print(next(q))
try: next(q)
except StopIteration as e: print(e.value)
print(sys.intern("a b") is sys.intern("a " + "b"))
for status in ((), (3,), ("msg",), ((1, 2),)):
    try: sys.exit(*status)
    except SystemExit as e: print(e.code, e.args)
try: 1/0
except ZeroDivisionError: print(sys.exc_info()[0], repr(sys.exception()))
print(sys.exc_info(), sys.exception(), sys._getframe().f_code.co_name, sys.getrecursionlimit(), sys.maxsize, sys.byteorder)
try: sys.setrecursionlimit(0)
except ValueError as e: print(e)
print(1, 2, sep="-", end="!\n"); print("a", None, sep=None); print()
class W:
    def write(self, s): sys.stdout.write("<" + s.replace("\n", "\\n") + ">")
    def flush(self): print("flush")
print("to", "w", file=W(), flush=True)
print(math.sqrt(2), math.floor(2.5), math.ceil(-0.5), math.factorial(20), math.pi, math.gcd(12, 18), math.comb(5, 2), math.isqrt(10), math.fsum([0.1] * 10))
print(math.log(8, 2), math.log2(8), math.log10(1000), math.hypot(3, 4), math.isclose(0.1 + 0.2, 0.3), math.trunc(-2.7), math.modf(2.5), math.frexp(8.0), math.copysign(1, -0.0))
for f, a in ((math.sqrt, -1), (math.log, 0), (math.log, -1.5), (math.exp, 1000), (math.factorial, -1), (math.acos, 2), (math.sqrt, "a"), (math.floor, math.inf)):
    try: print(f(a))
    except Exception as e: print(type(e).__name__, e)
try: import nosuchmodule
except ImportError as e: print(type(e).__name__, e, e.name)
try: __build_class__(1, 2)
except TypeError as e: print(e)
import collections.abc, atexit
atexit.register(print, "bye", end="!\n")
atexit.register(lambda: print("first"))
class Wrong: __del__ = None
print(dir(type("E", (), {"b": 1}))[-1:], type(sys.stdout).__name__, sys.stdout.name, sys.platform)
