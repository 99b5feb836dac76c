# More suspended generators than a machine keeps at hand: each goes on where it stood, with what it handled.
import gc
import sys


def counter(i, log):
    try:
        for k in range(3):
            try:
                yield i * 10 + k
            except ValueError as error:
                yield str(error)
            try:
                raise KeyError(k)
            except KeyError:
                yield type(sys.exc_info()[1]).__name__
    finally:
        log.append(i)


log = []
generators = [counter(i, log) for i in range(70)]
seen = []
for turn in range(3):
    for generator in generators:
        seen.append(next(generator))
for i, generator in enumerate(generators):
    if i % 7 == 0:
        seen.append(generator.throw(ValueError("v%d" % i)))
    if i % 11 == 0:
        generator.close()
print(seen[::13], log)
gc.collect()


def delegate(to):
    yield from to


delegates = [delegate(generator) for generator in generators]
print([next(each, None) for each in delegates][::9])
print([sys.getrefcount(each) for each in delegates][::9])
print([each.gi_frame is None for each in delegates].count(True), [each.gi_yieldfrom is None for each in delegates].count(True))
del generator
generators = delegates = None
print(log)


class Busy:
    def __del__(self):
        print(sum(next(counter(i, [])) for i in range(70)), end=" ")


def holder(box):
    busy = Busy()
    yield box


for i in range(2):
    box = []
    generator = holder(box)
    next(generator)
    box.append(generator)
del box, generator
print(gc.collect() > 0)
