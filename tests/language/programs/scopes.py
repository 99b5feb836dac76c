x = 'g'
def f():
    x = 'f'
    class C:
        x = 'C'
        y = x
        def m(self): return x
        z = [x for _ in range(1)]
        w = (lambda: x)()
    return C, C().m(), C.y, C.z, C.w
C, *r = f(); print(r)
class D:
    print('body', __name__, __qualname__, __module__)
    a = 1
    b = a + 1
    def m(self): return __class__
    if a: c = 3
    for i in range(2): pass
    try: 1 / 0
    except ZeroDivisionError: err = 'caught'
    del i
    class Inner:
        q = 1
        def im(self): return Inner if 0 else __class__.__qualname__
print(D().m() is D, D.c, D.err, hasattr(D, 'i'), D.Inner().im(), D.__qualname__, D.m.__qualname__)
def outer():
    v = 1
    def mid():
        def inner():
            nonlocal v
            v += 1
            return v
        return inner
    i = mid()
    i(); i()
    return v
print(outer())
def g():
    global newglobal
    newglobal = 5
    def h(): return newglobal
    return h()
print(g(), newglobal)
try:
    def p():
        print(x)
        x = 1
    p()
except UnboundLocalError as e: print(e)
def dd():
    a = [i * j for i in range(3) for j in range(i) if i]
    b = {k: v for k, v in zip('abc', a)}
    c = {q for q in a}
    d = list(z for z in a)
    return a, b, c, d, 'i' in locals()
print(dd())
def nest():
    r = []
    for i in range(3):
        def f(): return i
        r.append(f)
    return [f() for f in r]
print(nest())
def cl():
    fs = []
    for i in range(3):
        fs.append([(lambda: (i, j)) for j in range(2)])
    return [[f() for f in row] for row in fs]
print(cl())
print([lambda: k for k in range(2)][0]())
def args_closure(a, b=1, *c, d=2, **e):
    def i(): return a, b, c, d, e
    return i
print(args_closure(0, 5, 6, d=7, z=8)())
def delcell():
    v = 1
    def i(): return v
    del v
    try: i()
    except NameError as e: print(e)
    v = 2
    return i()
print(delcell())
class Meta(type):
    @classmethod
    def __prepare__(m, n, b):
        class Log(dict):
            def __setitem__(s, k, v):
                if not k.startswith('__'): print('ns', k)
                super().__setitem__(k, v)
        return Log()
class WithMeta(metaclass=Meta):
    a = 1
    def f(self): pass
print(WithMeta.a)
def exec_test():
    loc = {}
    exec('a = 1\nb = a + 1\ndef f(): return 5\nc = f()', {}, loc)
    return sorted(loc), loc['b'], loc['c']
print(exec_test())
exec('gx = 10'); print(gx)
print(eval('x + "!"'), eval('y', {'y': 3}), eval('lambda: x')())
c = compile('1 + 2', '<s>', 'eval'); print(eval(c))
c = compile('print("compiled")', '<s>', 'exec'); exec(c)
for bad in ['1 +', 'def f(:', 'x = = 1', 'return 5', 'break', 'nonlocal x', 'f(a=1, 2)', '"abc', 'class', 'if x\n  y', '  x', 'x\n    y', 'for i in range(3) print(i)', 'a b', '1 = x', 'f() = 1', 'x + 1 = 2', 'del f()', 'import', 'def f(a, a): pass', 'lambda x x: 1', '(1, 2', '[1, 2)', 'print "x"', 'else: pass', 'try: pass', 'yield', 'await x', 'async def f(): pass', '{1: 2, 3}', 'x: int = ', 'global x\nx = 1', 'def f():\n  x = 1\n  global x', 'f(**a, *b)', 'f"{x"', "f'{}'", '0777', '1__0', 'é = 1\né ü', 'None = 1', 'x = yield', 'with open("f") as 1: pass', 'from x import *, y', 'def f():\n return\n  x', 'a = 5 if 3', 'True = 1', 'raise x from', '*a', '*a = 1', 'a, *b, *c = d', '@x\ny', 'match x:\n case y: pass\n case z: pass', 'x = (y := 5', 'print(1', 'class A(: pass', '"\\N{foo}"', "b'é'", 'if True:\npass', '\tx\n        y', 'def f(*): pass', 'f(x for x in y, 1)', 'not = 1', 'a = 1 2', "'it's'", 'while 1 print(1)', 'elif x: pass', 'x ! y', '$', 'x = {a, b: 1}', 'continue', 'def f():\n  nonlocal q', 'a.1', 'import a.b as', 'f(a.b=1)', 'f(1=2)', 'for 1 in x: pass', '[x for 1 in y]', 'assert', 'x++', 'async with a: pass', 'def f(x=1, y): pass', 'def f(**k, a): pass', 'def f(a, /, b, /): pass', 'with a as b.c(): pass', 'x if y else', 'return', 'a = *b', 'print(*)', 'f(**)', 'except: pass', 'finally: pass', 'try:\n x\nexcept:\n y\nexcept E:\n z', 'try:\n x\nexcept* E:\n y\nexcept E:\n z']:
    try: exec(bad); print(repr(bad), 'ok')
    except SyntaxError as e: print(repr(bad), type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
    except Exception as e: print(repr(bad), 'EXC', type(e).__name__, e)


# A comprehension of a class body whose functions need the class.
if __import__("sys").version_info[:2] != (3, 13):  # its compiler fails here
    exec("""
class Owner:
    functions = [lambda: __class__ for number in range(2)]
    nested = {n: [lambda: [__class__ for more in "a"]] for n in "xy"}
print([f().__name__ for f in Owner.functions], [f[0]()[0].__name__ for f in Owner.nested.values()])
""")
try:
    class Owner:
        names = [__class__ for number in range(2)]
except NameError as error:
    print(error)
