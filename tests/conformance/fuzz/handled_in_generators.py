# What a generator refers to while it handles an exception, and after.
import gc
import sys


def kinds(gen):
    return sorted(type(r).__name__ for r in gc.get_referents(gen) if type(r).__name__ not in ('code', 'str', 'function', 'frame', 'dict'))


def handler(x):
    try:
        yield 1
    except ValueError:
        try:
            yield 2
        except KeyError:
            yield 3
        yield sys.exc_info()[0]
    yield sys.exc_info()[0]
    try:
        raise TypeError
    except TypeError:
        pass
    yield 6


for outer in (False, True):
    g = handler([])
    print(next(g), kinds(g))
    try:
        if outer:
            raise OSError
    except OSError:
        pass
    print(g.throw(ValueError), kinds(g))
    print(g.throw(KeyError), kinds(g))
    try:
        raise IndexError
    except IndexError:
        print(next(g), kinds(g))
        print(next(g), kinds(g))
        print(next(g), kinds(g))
        print(sys.exc_info()[0])
    print(next(g, 'end'), kinds(g), sys.exc_info())

import weakref

keys = [type('Key', (), {})() for _ in range(3)]
d = weakref.WeakKeyDictionary({k: i for i, k in enumerate(keys)})
print(len(gc.get_referents(d)), list(d.__dict__))
for k in d:
    del k
    keys.pop()
    del d[keys[0]]
    print(len(d), len(d.data))
    break
print(len(d), d.pop(keys[1], 'none'), len(d))
try:
    d.popitem()
except KeyError as error:
    print(error)
