# In which order the arguments die of calls that fail before they begin: the tuple's, then the dict's.
import sys
class A:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def probe(x, y=None): return x
def attempt(f, *args, **kwargs):
    try: f(*args, **kwargs)
    except TypeError as e: print(e)
print('multiple')
try: probe(A(1), *[A(2)], **{'x': A(3)}, **{'z': A(4)})
except TypeError as e: print(e)
print('unexpected')
try: probe(*[A(1)], **{'q': A(3)})
except TypeError as e: print(e)
print('too many')
try: probe(*[A(1), A(2), A(3)])
except TypeError as e: print(e)
print('missing')
try: probe(*[], **{'y': A(3)})
except TypeError as e: print(e)
print('native')
try: len(*[A(1), A(2)], **{'x': A(3)})
except TypeError as e: print(e)
class C:
    def __init__(self, x): pass
print('class')
try: C(*[A(1), A(2)], **{'x': A(3)})
except TypeError as e: print(e)
print('method')
try: C(1).__init__(*[A(1), A(2)], **{'x': A(3)})
except TypeError as e: print(e)
print('done')
probe(*[A(5)], **{'y': A(6)})
