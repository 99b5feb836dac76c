import sys
o = sys.stdout
class V:
    def __init__(self, n): self.n = n
    def write(self, text): o.write(text + '|' + str(sys.getrefcount(self)) + '\n')
    def flush(self): o.write('flush %s %d\n' % (self.n, sys.getrefcount(self)))
    def __del__(self): o.write('del %s\n' % self.n)
sys.stdout = V('out')
sys.stderr = V('err')
print('a')
class C:
    @property
    def closed(self): o.write('closed %d\n' % sys.getrefcount(self)); return 1
    def flush(self): o.write('flush %d\n' % sys.getrefcount(self)); 1/0
sys.stderr = C()
import sys
class W:
    def __init__(self): pass
    def write(self, t): sys.stdout.write('%d,' % sys.getrefcount(self))
    @property
    def flush(self): sys.stdout.write('%d;' % sys.getrefcount(self)); return lambda: 0
    def __bool__(self): sys.stdout.write('%d!' % sys.getrefcount(self)); return False
print(end='', file=W(), flush=W())
w=W()
print(end='', file=w, flush=True)
print()
def f(*, file): file.write('')
f(file=W())
print()
f(file=w)
print()
