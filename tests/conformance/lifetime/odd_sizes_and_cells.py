# Sizes that do not fit, hints that cannot be true, cells that are none: errors, and nothing broken afterwards.
import sys


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


for action in (
    lambda: [1].__mul__(Index(2)), lambda: (1,).__rmul__(Index(-1)), lambda: "a".__mul__("b"), lambda: b"a".__mul__(2**70),
    lambda: [1].__imul__(Index(3)), lambda: [1] * Index(2**70), lambda: "abc".__getitem__(Index(1)), lambda: [1].__mul__(1.0),
    lambda: [1].__setitem__(Index(0), 2), lambda: [1] * 2**62, lambda: (1, 2) * 2**61,
):
    attempt(action)


class Endless:
    def __iter__(self):
        return iter(())

    def __length_hint__(self):
        return sys.maxsize


grown = [1, 2]
grown.extend(Endless())
print(grown)


class Meta(type):
    def __new__(cls, name, bases, namespace, cell):
        namespace["__classcell__"] = cell
        return super().__new__(cls, name, bases, namespace)


for wrong in (None, 0, "", int):
    try:
        class A(metaclass=Meta, cell=wrong):
            pass
    except TypeError as error:
        print(error)


class Awaitable:
    def __init__(self, iterator):
        self.iterator = iterator

    def __await__(self):
        return self.iterator


async def awaiting(what):
    return await what


inner = awaiting(Awaitable(iter(())))
for what in (Awaitable(None), Awaitable(iter([1])), Awaitable(5), Awaitable(inner), 5):
    attempt(lambda: awaiting(what).send(None))
inner.close()
