"""The line and instruction of frames whose exception was raised again."""
import sys
def show(f):
    try: f()
    except Exception as ex: t = ex.__traceback__.tb_next
    while t:
        fr = t.tb_frame
        print(f.__name__, fr.f_lineno and fr.f_lineno - fr.f_code.co_firstlineno, t.tb_lineno - fr.f_code.co_firstlineno, fr.f_lasti == t.tb_lasti)
        t = t.tb_next
def simple():
    1/0
def in_try():
    try:
        1/0
    except TypeError:
        pass
def named():
    try:
        1/0
    except Exception as ex:
        pass
    1/0
def in_except():
    try:
        1/0
    except Exception as ex:
        1/0
def fin():
    try:
        1/0
    finally:
        pass
def w():
    class C:
        def __enter__(self): return 1
        def __exit__(self, *a): pass
    with C():
        1/0
def w2():
    class C:
        def __enter__(self): return 1
        def __exit__(self, *a): 1/0
    with C():
        pass
def other():
    try:
        1/0
    except (TypeError) as ex:
        1
    except (ValueError):
        2
for f in (simple, in_try, named, in_except, fin, w, w2, other): show(f)
