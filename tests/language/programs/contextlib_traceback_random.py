import contextlib, io, sys, warnings, traceback
from contextlib import *
def t(f):
    n = sys._getframe(1).f_lineno
    try: print(n, f())
    except BaseException as e: print(n, "!!", type(e).__name__, e)
@contextmanager
def cm(x):
    print('enter', x)
    try: yield x
    except ValueError as e: print('caught', e)
    finally: print('exit', x)
with cm(1) as v: print(v)
with cm(2): raise ValueError('boo')
@cm(3)
def f(): raise KeyError('k')
t(f)
with ExitStack() as st:
    print(st.enter_context(cm(4))); st.callback(print, 'cb', sep='-'); st.push(lambda *a: print('push', a[0])); st.enter_context(cm(5))
with suppress(ZeroDivisionError, KeyError): 1 / 0
with redirect_stdout(io.StringIO()) as o: print('hidden')
t(lambda: o.getvalue())
with redirect_stderr(io.StringIO()) as o: print('err', file=sys.stderr)
t(lambda: o.getvalue())
with nullcontext(5) as n: print(n)
class Cl:
    def close(self): print('closed')
with closing(Cl()) as c: print(type(c).__name__)
@cm(6)
def g(): print('in g')
g()
class CD(ContextDecorator):
    def __enter__(self): print('cd in'); return self
    def __exit__(self, *e): print('cd out')
@CD()
def h(): return 5
t(h)
@contextmanager
def noyield():
    if False: yield
def f2():
    with noyield(): pass
t(f2)
@contextmanager
def twice():
    yield 1
    yield 2
def f3():
    with twice(): pass
t(f3)
def f4():
    with 5: pass
t(f4)
class NoExit:
    def __enter__(self): pass
def f5():
    with NoExit(): pass
t(f5)
with ExitStack() as st:
    st.callback(lambda: print('x')); st2 = st.pop_all()
print('after'); st2.close()
with cm('a') as a, cm('b') as b: print(a, b)
with (cm('c') as a, cm('d') as b): print(a, b)
t(lambda: AbstractContextManager)
def tb():
    try: 1 / 0
    except ZeroDivisionError as e:
        print(traceback.format_exc()); print(''.join(traceback.format_exception(e))); print(traceback.format_exception_only(type(e), e)); print(traceback.extract_tb(e.__traceback__)); traceback.print_exc(file=sys.stdout); print(traceback.format_tb(e.__traceback__)); print([f.name for f in traceback.extract_tb(e.__traceback__)]); te = traceback.TracebackException.from_exception(e); print(''.join(te.format()))
t(tb)
def st():
    print(traceback.format_stack()[-1]); print(traceback.extract_stack()[-1].lineno)
t(st)
try: raise ValueError('a') from KeyError('b')
except ValueError as e: print(repr(e.__cause__), e.__suppress_context__, repr(e.__context__)); e.add_note('note1'); e.add_note('n2\nn3'); print(e.__notes__); traceback.print_exception(e, file=sys.stdout)
try:
    try: 1 / 0
    except ZeroDivisionError as e: raise KeyError('k') from e
except KeyError as e: traceback.print_exc(file=sys.stdout)
try: raise ExceptionGroup('eg', [ValueError(1), ExceptionGroup('in', [KeyError(2), TypeError(3)])])
except* ValueError as e: print('V', e.exceptions)
try: raise ExceptionGroup('eg', [ValueError(1), KeyError(2)])
except ExceptionGroup as e: print(e.split(ValueError)); print(e.subgroup(lambda x: isinstance(x, KeyError))); print(repr(e), str(e)); traceback.print_exception(e, file=sys.stdout); print(e.derive([OSError(1)]))
t(lambda: ExceptionGroup('a', []))
t(lambda: ExceptionGroup('a', [5]))
t(lambda: ExceptionGroup('a', [KeyboardInterrupt()]))
t(lambda: BaseExceptionGroup('a', [ValueError()]))
t(lambda: ExceptionGroup(5, [ValueError()]))
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always'); warnings.warn('w1'); warnings.warn('w2', DeprecationWarning); print(len(w), w[0].message, w[1].category.__name__, w[0].lineno)
warnings.warn('shown')
warnings.warn('dep', DeprecationWarning)
warnings.warn('user', UserWarning, stacklevel=1)
for _ in range(2): warnings.warn('once?')
with warnings.catch_warnings():
    warnings.simplefilter('error')
    t(lambda: warnings.warn('as error'))
with warnings.catch_warnings():
    warnings.simplefilter('ignore'); warnings.warn('no')
warnings.filterwarnings('ignore', message='abc'); warnings.warn('abc def'); warnings.warn('xyz')
s = io.StringIO(); s.write('a\nb'); s.seek(0)
t(lambda: (s.read(), s.getvalue(), list(io.StringIO('x\ny')), io.StringIO('a\nb').readline(), io.StringIO('abc').read(2))); b = io.BytesIO(b'ab')
t(lambda: (b.read(1), b.getvalue(), b.tell()))
print('x', file=s)
t(lambda: s.getvalue())
t(lambda: sys.exc_info())
t(lambda: sys.exception() if sys.version_info >= (3, 11) else 0)
import random
r = random.Random(42)
random.seed(1); l = [1, 2, 3, 4]; random.shuffle(l)
t(lambda: (l, random.random(), random.randint(0, 5))); random.seed('abc')
t(lambda: random.random()); random.seed(1.5)
t(lambda: random.random()); st = random.getstate(); a = random.random(); random.setstate(st)
t(lambda: a == random.random()); random.seed(b'x')
t(lambda: random.random())
t(lambda: random.choice([]))
t(lambda: random.sample([1], 2))
t(lambda: random.sample({1}, 1))
t(lambda: random.randrange(0))
t(lambda: random.sample([1, 2], counts=[2, 1], k=2))
t(lambda: random.choices([], k=1))
t(lambda: random.seed([1]))
random.seed(3)
print(random.triangular(2, 2, 2), random.triangular(1, 9), random.triangular(1, 9, 2), random.triangular(9, 1, 8))
import string
t(lambda: (string.ascii_lowercase, string.digits, string.punctuation, string.capwords('a b'), string.Template('$x ${y} $$').substitute(x=1, y=2), string.Template('$z').safe_substitute()))
t(lambda: string.Template('$z').substitute())
t(lambda: string.Formatter().format('{0} {a}', 1, a=2))
for m in ('json', 're', 'datetime', 'textwrap', 'os', 'pathlib', 'socket', 'subprocess', 'threading', 'asyncio', 'decimal', 'fractions', 'statistics', 'pprint', 'inspect', 'numbers', 'bisect', 'heapq', 'array', 'struct', 'time', 'types', 'queue', 'logging', 'uuid', 'hashlib', 'pickle', 'numpy', 'tempfile', 'argparse', 'unittest', 'keyword', 'textwrap', 'timeit', 'tracemalloc', 'secrets', 'csv', 'platform', 'shutil', 'glob', 'ast', 'dis', 'linecache', 'locale', 'cmath', 'calendar', 'atexit', 'copyreg', 'reprlib'):
    try: __import__(m)
    except BaseException as e: print(m, type(e).__name__, e)