# How deep the stack of a function gets: what calls, delegations and handlers put on it differs between versions.
import sys
class C:
    def method(self, *args):
        super().method(*args)
def unpack(f, x):
    return f(*x)
def mapping(f, x):
    return f(*x, **x)
def keywords(f, x):
    return f(x, x, c=x)
def method_keywords(f, x):
    return f.y(x, x, c=x, d=x)
def delegate(x):
    got = yield from x
async def wait(x):
    await x
async def waits(x):
    async for y in x:
        async with y as z:
            pass
def handler(f):
    try:
        f()
    except ValueError as error:
        with f as g, g:
            pass
for f in C.method, unpack, mapping, keywords, method_keywords, delegate, wait, waits, handler:
    print(f.__name__, f.__code__.co_stacksize)
print(sys.getsizeof(delegate([])))
# The arguments stay whole while native code between calls back.
def call(*args, **names):
    return sorted(*args, **names)
print(call([3, 1, 2], key=lambda x: -x), [max(x, key=lambda y: -y) for x in ([1, 2], [4, 3])])
class Key:
    def __init__(self, x):
        self.x = x
    def __lt__(self, other):
        return (lambda a, b: a < b)(*[self.x, other.x])
print([k.x for k in sorted(*[[Key(3), Key(1), Key(2)]])], min(*[Key(3), Key(1)]).x)
