import gc
class N: pass
def make():
    a = N(); a.a = a
    return None
class D:
    def __del__(self): flag.append(len(junk))
def go(use):
    global flag, junk
    flag = []; junk = []
    d = D(); d.d = d; del d
    i = 0
    seen = []
    while not flag:
        i += 1
        if flag: seen.append(('after test', i))
        junk.append([])
        if flag: seen.append(('after append', i))
    return seen, i - len(junk)
class Det:
    def __init__(self): self.happened = False
def go2():
    global flag, junk
    flag = []; junk = []
    det = Det()
    class E:
        def __del__(self): det.happened = True
    d = E(); d.d = d; del d
    i = 0
    seen = []
    while not det.happened:
        i += 1
        if i > 10000: break
        if len(flag) != 0 or det.happened: seen.append(('top', i))
        junk.append([])
    return seen, i - len(junk)
gc.collect()
for f in (lambda: go(1), go2): 
    for _ in range(3): print(f())
