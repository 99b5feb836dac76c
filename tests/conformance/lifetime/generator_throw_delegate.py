# What throw() does to a generator that delegates: who is on the stack, and what its locals are afterwards.
import sys


def callers():
    frame = sys._getframe(1)
    names = []
    while frame.f_code.co_name != "<module>":
        names.append(frame.f_code.co_name)
        frame = frame.f_back
    return names


def make(kept):
    def inner():
        try:
            yield 1
        except KeyError:
            pass
        print("inner", callers())
        return "value"

    def outer():
        got = yield from inner()
        print("outer", callers(), got, kept)

    return outer()


gen = make("still here")
next(gen)
try:
    gen.throw(KeyError)
except StopIteration:
    print("over")


class Throws:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, *args):
        print("throw", callers())
        return 2


def through():
    yield from Throws()


gen = through()
print(next(gen), gen.throw(ValueError))


class NoInstance(Exception):
    def __new__(cls, *args):
        return cls


def waiting():
    try:
        yield
    except TypeError as error:
        print("in the generator:", error)


gen = waiting()
next(gen)
try:
    gen.throw(NoInstance)
except StopIteration:
    print("over")
try:
    raise NoInstance
except TypeError as error:
    print(error)
