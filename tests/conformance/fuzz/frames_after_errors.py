import sys, gc
class A:
    def __del__(self): print('del A')
def t(fn):
    try: fn(A())
    except Exception as e: print(e)
    print('after', fn.__name__, gc.collect())
def m1(*args):
    def f0(x=[], *rest):
        h |= 4
    f0(A())
t(m1)
def m2(*args):
    c=1
    def f0(x=[], *rest):
        y=c
        h = any(q is x for q in x)
    f0(A())
t(m2)
def m3(*args):
    try:
        f0
    except Exception as problem:
        print(problem)
    try:
        c = problem
    except Exception as problem:
        print(problem)
t(m3)
def m4(*args):
    d=1
    try:
        d = problem
    except Exception as problem:
        print(problem)
t(m4)
def m5(*args):
    try:
        f=3
        f = problem
    except Exception as problem:
        print(problem)
    def g(): return f
t(m5)
def m6(*args):
    try:
        del f
        f=3
    except Exception as problem:
        print(problem)
t(m6)
def m7(*args):
    try:
        try:
            f = args.me
        except (KeyError, ValueError):
            pass
    except Exception as problem:
        print(problem)
t(m7)
def m8(*args):
    a=c=1
    try:
        c['self']=c
    except Exception as problem:
        print(problem)
    try:
        if args: g.insert(0,{})
        else: pass
    except Exception as problem:
        print(problem)
t(m8)
def m9(*args):
    g=1
    try:
        b = type('K', (A,), {'attr': g})
    except Exception as problem:
        print(problem)
t(m9)
def m10(*args):
    try:
        b = next(3)
    except Exception as problem:
        print(problem)
    try:
        c = gc.collect(0)
    except Exception as problem:
        print(problem)
    try:
        a = sorted(3, key=lambda q:0)
    except Exception as problem:
        print(problem)
t(m10)
