import gc
def born(obj):
    global count
class A:
    def __init__(self, *refs, **named):
        self.name = born(self)
    def __del__(self):
        print('del', getattr(self, 'name', 'unborn'))
class R(A):
    def __del__(self):
        print('back', self.name)
class X(Exception):
    def __init__(self, *args):
        super().__init__(*args)
def fail(x, kind=X):
    raise kind(x)
def main(*args, **named):
    d = None
    e = None
    try:
        fail(R(z=d))
    except X:
        try:
            fail(e, TypeError)
        except TypeError as error:
            a = error.__context__
    try:
        d.throw(GeneratorExit)
    finally:
        b = b = gc.collect(1)
try:
    main([A()], k=A())
except Exception as problem:
    print(type(problem).__name__, problem)
