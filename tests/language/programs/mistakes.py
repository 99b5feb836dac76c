# What beginners mistype, with what the traceback says of it.
import traceback
MISTAKES = r'''
imprt math
---
form math import pi
---
whille True:
    pass
---
dfe f():
    pass
---
clas A:
    pass
---
switch x:
    pass
---
name = 5
print(nmae)
---
import math
math.sqr(4)
---
class A:
    def __init__(self): self.value = 1
    def show(self): return value
A().show()
---
class A:
    def __init__(self): self.value = 1
    def show(): return 1
A().show()
---
class A:
    def __init__(self): self.value = 1
A().valeu
---
def f(a, *, key=1): pass
f(1, kye=2)
---
if True
    print(1)
---
def f():
    x = 1
      y = 2
---
for i in range(3) print(i)
---
x = = 5
---
if x = 5:
    pass
---
print "hello"
---
print("hello'
---
x = [1, 2
---
x = {1: 2
print(x)
---
def f(
    pass
---
elif True:
    pass
---
x = 5
def f():
    x += 1
f()
---
"abc"()
---
f(a=1, 2)
---
try:
    pass
print(1)
---
x = 0b12
---
x = 5 +
---
f(a b)
---
++x
---
a && b
---
a || b
---
!a
---
x ? 1 : 2
---
def f() {
}
---
x = null
---
for (i = 0; i < 5; i++):
    pass
---
print("a" "b" c)
---
{}.add(1)
---
x = [1,2,3]
x.sort().reverse()
---
def f(): pass
f().x
---
print(f"{5:zz}")
---
def f(x): return x
f(1, x=2)
---
def for(): pass
---
if x > 5 then:
    pass
---
x = 'it's'
---
x = {'a': 1 'b': 2}
---
if x == 1:
    pass
else if x == 2:
    pass
'''
for source in MISTAKES.strip('\n').split('\n---\n'):
    try:
        compile(source, '<mistake>', 'exec')
    except SyntaxError as e:
        print(e.lineno, e.offset, e.end_offset)
        print(''.join(traceback.format_exception_only(e)))
