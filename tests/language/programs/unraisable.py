import weakref, atexit, gc
class C: pass
c=C(); w=weakref.ref(c, lambda r: 1/0); del c
def g():
    try: yield 1
    finally: raise ValueError('x')
x=g(); next(x); del x
def g():
    try: yield 1
    except GeneratorExit: yield 2
x=g(); next(x); del x
def cb(p,i):
    if p=='start': raise KeyError('cb')
gc.callbacks.append(cb); gc.collect(); gc.callbacks.remove(cb)
class E(Exception): 
    def __str__(self): raise ValueError
class D:
    def __del__(self):
        try: 1/0
        except ZeroDivisionError: raise E('q')
D()
class F:
    def __del__(self):
        try: 1/0
        except ZeroDivisionError: raise KeyError('q')
    def __repr__(self): raise TypeError
F()
class H:
    def __repr__(self): raise TypeError
    def __call__(self, *a): 1/0
c=C(); h=H(); w=weakref.ref(c, h); del c
def bye(): 1/0
atexit.register(bye)
async def co(): pass
co()
