"""super() of a proxy and of a subclass, attributes set behind a class's back, class methods of builtin types, tracebacks made by hand."""
import types, copy, contextlib, traceback, sys
def t(text):
    try: print(text, "->", eval(text, globals()))
    except BaseException as e: print(text, "!!", type(e).__name__, e)
class A:
    def f(self): return "A.f"
class B(A):
    def f(self): return "B" + super().f()
class mysuper(super): pass
class Proxy:
    def __init__(self, o): self._o = o
    def __getattribute__(self, n): return super().__getattribute__(n) if n == "_o" else getattr(object.__getattribute__(self, "_o"), n)
b = B(); p = Proxy(b)
for text in ("B.f(p)", "super(B, p).f()", "type(mysuper(B).__get__(b)).__name__", "object.__setattr__(str, 'foo', 1)", "object.__delattr__(A, 'f')", "dict.__dict__['fromkeys'].__get__(None, int)",
             "dict.__dict__['fromkeys'].__get__(None, 5)", "dict.__dict__['fromkeys'].__get__({})('a')", "classmethod(None)", "contextlib.AbstractContextManager()", "hash(eval('(' * 90 + ')' * 90))"):
    t(text)
x = ()
for _ in range(50000): x = (x,)
print(hash(x) == hash((x[0],)))
try: raise ValueError("v")
except ValueError as e: tb = e.__traceback__
for text in ("types.TracebackType(tb, tb.tb_frame, 1, 2).tb_lineno", "types.TracebackType(1, 2, 3, 4)", "setattr(tb, 'tb_next', tb)", "setattr(tb, 'tb_next', 1)"): t(text)
def case(a, b):
    match {1: "x", 2: "y"}:
        case {K.a: u, K.b: v}: return u, v
class K: a, b = 1, 2
print(case(1, 2))
K.b = 1
try: case(1, 1)
except ValueError as e: print(e)
with contextlib.suppress(KeyError): {}["k"]
try:
    with contextlib.suppress(ValueError): raise ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [ValueError(2)])])
except ExceptionGroup as e: print(e)
def deep(n):
    if n: deep(n - 1)
    1 / 0
try: deep(4)
except ZeroDivisionError as e:
    for options in ({}, {"limit": 1}, {"limit": -1}, {"limit": 0}): print([line.split(", ")[-1].split("\n")[0] for line in traceback.format_exception(e, **options)])
    print([(f.name, f.lineno, f.colno, f.end_colno) for f in traceback.extract_tb(e.__traceback__)])
