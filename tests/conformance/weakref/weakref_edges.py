# weakref's own arguments, proxies of every kind of operation, and what passes through them.
import weakref


class Number:
    def __init__(self, value):
        self.value = value

    def __bytes__(self):
        return b"bytes"

    def __reversed__(self):
        return iter([3, 2, 1])

    def __matmul__(self, other):
        return "matmul"

    def __imatmul__(self, other):
        return "imatmul"

    def __floordiv__(self, other):
        return "floordiv"

    def __rfloordiv__(self, other):
        return "rfloordiv"

    def __ilshift__(self, other):
        return "ilshift"

    def __pow__(self, other, modulus=None):
        return "pow", modulus

    def __divmod__(self, other):
        return "divmod"

    def __invert__(self):
        return "invert"

    def __index__(self):
        return self.value

    def __iadd__(self, other):
        self.value += other
        return self


class Plain:
    pass


n = Number(5)
p = weakref.proxy(n)
print(bytes(p), list(reversed(p)), p @ 1, p // 1, 1 // p, p ** 2, pow(p, 2, 3), divmod(p, 1), ~p, int(p), float(p), hex(p), [0] * p)
p @= 1
print(p)
p = weakref.proxy(n)
p <<= 1
print(p)
p = weakref.proxy(n)
p += 10
print(p is n, n.value)
p = None

plain = Plain()
proxy = weakref.proxy(plain)
for attempt in (
    lambda: weakref.ref(plain, callback=None), lambda: weakref.ref(), lambda: weakref.ref(plain, None, 1),
    lambda: weakref.ref(plain).__init__(), lambda: weakref.ref(plain)(1), lambda: weakref.ref(plain)(a=1), lambda: next(proxy),
    lambda: reversed(proxy), lambda: bytes(proxy), lambda: proxy ** 2, lambda: proxy + 1, lambda: ~proxy, lambda: len(proxy),
    lambda: weakref.WeakValueDictionary().popitem(), lambda: weakref.WeakSet().pop(),
):
    try:
        print(attempt())
    except (TypeError, AttributeError, KeyError) as error:
        print(type(error).__name__, error)


def three():
    yield from (1, 2, 3)


gen = three()
print(list(weakref.proxy(gen)))


class Named(weakref.ref):
    def __new__(cls, target, callback=None, **names):
        return super().__new__(cls, target, callback)

    def __init__(self, target, callback=None, **names):
        super().__init__(target, callback)
        self.names = names


named = Named(plain, print, tag=1)
print(named.names, named() is plain, weakref.getweakrefcount(plain))

dead = weakref.proxy(Plain())
for attempt in (lambda: proxy == dead, lambda: proxy + dead, lambda: pow(proxy, 2, dead)):
    try:
        attempt()
    except ReferenceError as error:
        print(error)
