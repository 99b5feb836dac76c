import sys
def tracer(frame, event, arg):
    if event == 'exception': a = (arg[0].__name__, str(arg[1]), arg[2].tb_lineno)
    else: a = arg
    print(f"{event:9} {frame.f_code.co_name} {frame.f_lineno} {a!r}")
    return tracer
def add(a, b):
    c = a + b
    return c
def loop(n):
    t = 0
    for i in range(n):
        if i % 2:
            continue
        t += add(i, 1)
    while t > 5:
        t -= 3
    else:
        t = 0
    return t
def err(x):
    try:
        return 1 / x
    except ZeroDivisionError as e:
        y = str(e)
    finally:
        z = 1
    return y
def gen():
    yield 1
    x = yield 2
    return x
def outer():
    l = [i * 2 for i in range(2)]
    g = (i for i in l)
    f = lambda q: q + 1
    s = sum(g)
    class K:
        a = 1
        def m(self): return self.a
    return K().m() + f(s)
def bad():
    deep()
def deep():
    raise ValueError("deep")
def multi():
    x = [
        1,
        add(1,
            2),
    ]
    with open_() as f: pass
    return (x
            if x else
            None)
class open_:
    def __enter__(self): return self
    def __exit__(self, *a): return False
sys.settrace(tracer)
print(sys.gettrace() is tracer)
loop(3)
err(0); err(2)
for v in gen(): pass
print(list(gen()))
outer()
try: bad()
except ValueError: pass
multi()
sys.settrace(None)
print(sys.gettrace())
add(1, 2)
def calls_only(frame, event, arg):
    print("C", event, frame.f_code.co_name)
    return None
sys.settrace(calls_only)
loop(2); bad2 = [x for x in (1,)]
sys.settrace(None)
def boom(frame, event, arg):
    if frame.f_code.co_name == 'add': raise RuntimeError("in tracer")
    return boom
sys.settrace(boom)
try: loop(1)
except RuntimeError as e: print("caught", e, sys.gettrace())
def local(frame, event, arg):
    if event == 'line': print('line', frame.f_lineno, {k: v for k, v in frame.f_locals.items()})
    return local
def demo():
    a = 1
    b = a + 1
    a = b * 2
    return a
sys.settrace(local); demo(); sys.settrace(None)
count = 0
def counter(f, e, a):
    global count
    count += 1
    return counter
def hot(n):
    s = 0
    for i in range(n): s += i
    return s
hot(5000)
sys.settrace(counter); hot(3000); sys.settrace(None); print(count)
def f1(): 
    def inner(): 
        sys.settrace(tracer)
        x = 1
    inner()
    add(5, 6)
    y = 2
f1(); sys.settrace(None)
try: sys.settrace()
except TypeError as e: print(e)
