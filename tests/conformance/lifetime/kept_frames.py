"""Frames that tracebacks keep: what they hold, what looking at them gives, and when it goes."""
import gc
import sys
import types


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


def fail(thing, extra=1):
    local = Loud("local of " + thing.name)
    raise ValueError(thing.name)


def caught(name):
    try:
        fail(Loud(name))
    except ValueError as error:
        return error


def frames(error):
    tb = error.__traceback__
    while tb is not None:
        yield tb.tb_frame
        tb = tb.tb_next


error = caught("a")
outer, inner = frames(error)
print(outer.f_code.co_name, inner.f_code.co_name, inner.f_back is outer, outer.f_back.f_code.co_name)
print(sorted(inner.f_locals), inner.f_locals["extra"], inner.f_locals["thing"].name)
print(inner.f_globals is globals(), inner.f_lineno - outer.f_code.co_firstlineno, inner.f_lasti > 0)
print(sys.getrefcount(inner), sys.getrefcount(inner.f_locals["local"]) - sys.getrefcount(Loud))
del outer
error.__traceback__ = None
print("the traceback went")
inner.clear()
print("cleared", sorted(inner.f_locals))
inner.clear()
del inner, error
print("---")

# Many at once, and the frames of code that has no function.
kept = [caught(i) for i in map(str, range(3))]
space = {"Loud": Loud}
try:
    exec("held = Loud('held'); 1 / 0", space)
except ZeroDivisionError as e:
    kept.append(e)
*_, last = frames(kept[-1])
print(last.f_code.co_name, last.f_locals is space, sys.getrefcount(space))
del space
kept.reverse()
while kept:
    kept.pop()
    print(len(kept), "left")
print(last.f_locals["held"].name, last.f_globals is last.f_locals)
del last
print("---")


# A cycle through a kept frame is the collector's.
def cyclic():
    thing = Loud("in a cycle")
    try:
        fail(Loud("passed on"))
    except ValueError as e:
        kept_error = e


gc.collect()
cyclic()
print("not yet")
print(gc.collect() > 0)


def generator():
    thing = Loud("in a generator")
    yield 1
    raise KeyError("over")


g = generator()
next(g)
try:
    next(g)
except KeyError as e:
    frame = list(frames(e))[-1]
print(g.gi_frame, frame.f_code.co_name, frame.f_locals["thing"].name)
del g
print(frame.f_locals["thing"].name, isinstance(frame, types.FrameType))
del frame
print("end")
