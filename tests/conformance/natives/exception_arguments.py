import sys
class N(int):
    def __repr__(self):
        try: raise ValueError('inside', self + 0)
        except ValueError as e: print('repr', e.args, sys.getrefcount(e.args))
        return '2'
args = (N(2), 'no such', 'file')
e = OSError(*args)
print(type(e).__name__, e.args, sys.getrefcount(args), e.errno, e.filename)
try:
    object.__init__(ValueError(1), 2, 3)
except TypeError as problem:
    print(problem, problem.args)
v = ValueError(1)
for init in (object.__init__, BaseException.__init__, ValueError.__init__):
    try:
        print(init(v, 4), v.args)
    except TypeError as problem:
        print(problem, len(problem.args))
print(KeyError(5).args, v.args)
