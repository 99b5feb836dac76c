import sys
def t1():
    try: return 'try'
    finally: print('fin')
print(t1())
def t2():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print('body', i)
        except: print('no')
        else: print('else', i)
        finally: print('finally', i)
    return i
print(t2())
def t3():
    try:
        try: 1 / 0
        except ZeroDivisionError as e: raise ValueError('v') from e
    except ValueError as e:
        print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
    try:
        try: {}['x']
        except KeyError: int('q')
    except ValueError as e: print(repr(e.__context__), e.__cause__)
    try:
        try: raise KeyError('a')
        except KeyError: raise RuntimeError('b') from None
    except RuntimeError as e: print(e.__suppress_context__, repr(e.__context__))
t3()
try: raise
except RuntimeError as e: print(e)
class MyErr(Exception):
    def __init__(self, code, msg): super().__init__(msg); self.code = code
    def __str__(self): return f'[{self.code}] {super().__str__()}'
try: raise MyErr(42, 'bad')
except (KeyError, MyErr) as e: print(e, repr(e), e.args, e.code)
try: e
except NameError as x: print(x)
try: raise ValueError
except ValueError as e: print(repr(e), e.args)
try: raise 5
except TypeError as e: print(e)
try: raise ValueError from 5
except TypeError as e: print(e)
try:
    try: 1/0
    except 5: pass
except TypeError as e: print(e)
class CM:
    def __init__(s, n, sup=False): s.n, s.sup = n, sup
    def __enter__(s): print('enter', s.n); return s
    def __exit__(s, *a): print('exit', s.n, a[0] and a[0].__name__, a[1]); return s.sup
with CM(1) as c, CM(2): print('in', c.n)
with CM(3, True): raise KeyError('k')
try:
    with CM(4): 1 / 0
except ZeroDivisionError: print('propagated')
def ret():
    with CM(5): return 'r'
print(ret())
for i in range(2):
    with CM(i):
        if i == 0: continue
        break
try:
    with 5: pass
except TypeError as e: print(e)
class NoExit:
    def __enter__(s): pass
try:
    with NoExit(): pass
except TypeError as e: print(e)
def gen():
    try: yield 1
    except ValueError as e: print('gen got', e); yield 2
    finally: print('gen fin')
g = gen(); print(next(g)); print(g.throw(ValueError('z'))); g.close()
try: next(g)
except StopIteration as e: print('SI', e.value)
print(sys.exc_info())
try: 1/0
except ZeroDivisionError:
    print(sys.exc_info()[0], sys.exc_info()[1])
    try: [][1]
    except IndexError: print(sys.exc_info()[0])
    print(sys.exc_info()[0])
print(sys.exc_info())
e = ValueError('x'); e.add_note('n1'); e.add_note('n2'); print(e.__notes__)
def nested():
    try:
        try: raise ValueError(1)
        finally: print('f1')
    except ValueError:
        print('caught')
        try: raise
        except ValueError as e: return e.args
    finally: print('f2')
print(nested())
def override():
    while True:
        try: 1/0
        finally: break
    return 'overridden'
print(override())
try:
    raise ExceptionGroup('g', [ValueError(1), TypeError('t'), ExceptionGroup('in', [KeyError('k'), ValueError(2)])])
except* ValueError as eg: print('VE', eg, eg.exceptions)
except* (TypeError, KeyError) as eg: print('TK', eg.exceptions)
try:
    try: raise ExceptionGroup('g', [ValueError(1), OSError('o')])
    except* ValueError as e: print(repr(e))
except ExceptionGroup as e: print('rest', repr(e))
try:
    try: raise ValueError('plain')
    except* ValueError as e: print(repr(e))
except Exception as e: print('no', e)
try:
    try: raise KeyError('plain')
    except* ValueError as e: print(repr(e))
except KeyError as e: print('plain through', repr(e))
try:
    try: raise ExceptionGroup('g', [ValueError(1)])
    except* ValueError as e: raise TypeError('new')
except BaseException as e: print(repr(e), repr(e.__context__))
try:
    try: raise ExceptionGroup('g', [ValueError(1), KeyError(2)])
    except* ValueError as e: raise
except BaseException as e: print(repr(e))
try:
    try: pass
    except* ValueError: print('none')
    else: print('else')
    finally: print('fin')
except Exception: pass
eg = ExceptionGroup('a', [ValueError(1), TypeError(2)])
print(eg.split(ValueError), eg.subgroup(TypeError), eg.message, str(eg), repr(eg), eg.derive([KeyError()]))
try: ExceptionGroup('x', [])
except ValueError as e: print(e)
try: ExceptionGroup('x', [5])
except ValueError as e: print(e)
try: ExceptionGroup('x', [KeyboardInterrupt()])
except TypeError as e: print(e)
print(repr(BaseExceptionGroup('x', [KeyError()])), repr(BaseExceptionGroup('x', [KeyboardInterrupt()])))
try:
    try: 1/0
    except* ExceptionGroup: pass
except TypeError as e: print(e)
def s():
    try: sys.exit(3)
    except SystemExit as e: print('exit', e.code)
s()
try: raise StopIteration(5)
except StopIteration as e: print(e.value)
print(issubclass(ExceptionGroup, Exception), ZeroDivisionError.__mro__)
try:
    try: raise ValueError('first')
    except ValueError as e:
        try: raise KeyError('second')
        except KeyError as e2:
            e2.__context__ = None
            raise
except KeyError as k: print(k.__context__)
