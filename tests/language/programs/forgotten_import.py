import traceback
"\d"
for text in ("return 5", "x = 1\ndef f():\n    x = 1\n    global x\n", "def f(a, a): pass", "break", "from __future__ import nope", "x = = 1"):
    try: exec(text)
    except SyntaxError: traceback.print_exc()
class Truth:
    def __bool__(self): return 5
def check(action):
    try: action()
    except (TypeError, AssertionError, NameError): traceback.print_exc()
def one():
    if Truth(): pass
def two():
    while Truth(): pass
def three():
    assert []
def four():
    assert Truth(), 'message'
def five():
    return 1 if Truth() else 2
def six(math_=1):
    return math.pi
def seven():
    tim = 1
    return time.time()
for action in one, two, three, four, five, six, seven: check(action)
def wraps_it(f):
    @functools.wraps(f)
    def g(): return f()
    return g
wraps_it(len)
