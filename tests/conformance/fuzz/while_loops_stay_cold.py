import sys

class Q:
    def __getitem__(self, key):
        print(tag, sys.getrefcount(self))
        return key

laps = 0
def far():
    global laps
    laps += 1
    return laps % 30 == 0

# In 3.11 the jump of a test at a loop's end does not warm the code up, and one without a condition does.
a = Q()
tag = 'while'
while not far(): pass
a[0]
a[0]
tag = 'and'
while a is not None and not far(): b = 1
a[0]

def plain(n):
    a = Q()
    while n: n -= 1
    a[0]
    a[1]

def goes_on(n):
    a = Q()
    while n:
        n -= 1
        if n: continue
        n = 0
    a[0]
    a[1]

def counts(n):
    a = Q()
    for i in range(n): pass
    a[0]
    a[1]

def tests(n):
    a = Q()
    for i in range(n):
        if i: b = i
    a[0]
    a[1]

def skips(n):
    a = Q()
    for i in range(n):
        if i:
            b = i
        else:
            c = i
    a[0]
    a[1]

def ends(n):
    a = Q()
    while True:
        n -= 1
        if not n: break
    a[0]
    a[1]

for f in plain, goes_on, counts, tests, skips, ends:
    tag = f.__name__
    f(12)
tag = 'module'
for i in range(20): pass
a[0]
