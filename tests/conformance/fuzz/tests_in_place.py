import sys
class C:
    def __bool__(self):
        print(sys.getrefcount(self))
        return self.v
    v = True
c = C()
for C.v in True, False:
    x = c and 1
    x = c or 1
    x = c and c
    x = c or c
    d = x
    x = (c and d) or c
    x = not (c and d)
    print('if')
    if c and d: pass
    if c or d: pass
    x = 1 if c and d else 2
    x = 1 < 2 < 3 and c
    (c and d)
    print('f')
    def f(c):
        x = c and 1
        x = c or 1
        d = c and c or c
        return c and d
    f(c)
    [c and 1, c or 1]
    (c and d)
    class R:
        def __lt__(self, o): return c
    x = R() < R() < 1
    x = C.v and c and c
    assert (c or 1)
    while c and d: break
    lambda: c and d
    (lambda: c and d)()
