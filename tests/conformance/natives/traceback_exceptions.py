import traceback, sys, copy
def a(x):
    try: return 1 // x
    except ZeroDivisionError as e: raise ValueError('bad') from e
class Mine(Exception): pass
def chain():
    try:
        try: a(0)
        finally: {}['k']
    except KeyError as e: return traceback.TracebackException.from_exception(e), traceback.TracebackException.from_exception(e, compact=True), traceback.TracebackException(type(e), e, e.__traceback__, limit=1)
for te in chain():
    n = 0
    while te:
        n += 1
        print(n, te.exc_type if sys.version_info < (3, 13) else te.exc_type_str, te, te.__suppress_context__, len(te.stack), te.__cause__ is not None, te.__context__ is not None, list(te.format_exception_only()))
        te = te.__cause__ or te.__context__
try: raise ExceptionGroup('g', [Mine(1), ExceptionGroup('h', [copy.Error('x')])])
except ExceptionGroup as g:
    te = traceback.TracebackException.from_exception(g)
    def show(t, d=0):
        print(' ' * d, t, t.exceptions and len(t.exceptions), t.__notes__, list(t.format_exception_only()))
        for x in t.exceptions or (): show(x, d + 1)
    show(te)
try: raise Mine from None
except Mine as m: print(traceback.TracebackException.from_exception(m).__suppress_context__)
# a loop of exceptions
p, q = ValueError('p'), ValueError('q'); p.__cause__ = q; q.__cause__ = p
te = traceback.TracebackException.from_exception(p); print(te.__cause__, te.__cause__.__cause__)
def deep(n):
    e = None
    for i in range(n):
        f = ValueError(i); f.__context__ = e; e = f
    return e
te = traceback.TracebackException.from_exception(deep(300)); n = 0
while te.__context__: te = te.__context__; n += 1
print(n, te)
