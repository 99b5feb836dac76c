"""Stands in for the observer module memory_sim on a real CPython 3.14, by what gc and sys can tell."""
import gc
import inspect
import os
import sys
import tempfile


def refcount(obj):
    """A function's local variable is only lent to the call, any other argument is held once more."""
    caller = sys._getframe(1)
    lent = caller.f_code.co_flags & inspect.CO_OPTIMIZED and id(obj) in map(id, caller.f_locals.values())
    return sys.getrefcount(obj) - (0 if lent else 1)


def holders(obj):
    return [type(holder).__name__ for holder in gc.get_referrers(obj)]


def address(obj):
    return id(obj)


def size(obj):
    return sys.getsizeof(obj)


def live(wanted):
    def matches(cls):
        return any(base is wanted or base.__name__ == wanted for base in cls.__mro__)

    return sum(matches(type(obj)) for obj in gc.get_objects())


def generation(obj):
    return next(i for i in range(3) if any(each is obj for each in gc.get_objects(generation=i)))


def collections():
    return sum(each["collections"] for each in gc.get_stats())


def unreachable():
    """The collector's own way: whoever's count is not made up by references from inside is held from outside."""
    objects = gc.get_objects()
    ours = {id(obj): obj for obj in objects}
    outside = {address: sys.getrefcount(ours[address]) - 3 for address in ours}  # objects, ours, the argument
    for obj in objects:
        for other in gc.get_referents(obj):
            if id(other) in outside and other is not objects:
                outside[id(other)] -= 1
    reached, ahead = set(), [address for address in ours if outside[address] > 0]
    while ahead:
        address = ahead.pop()
        if address not in reached:
            reached.add(address)
            ahead += [id(other) for other in gc.get_referents(ours[address]) if id(other) in ours]
    return [f"{type(obj).__name__} object at {id(obj):#x}" for obj in objects if id(obj) not in reached]


def arenas():
    """One arena with all pools. Blocks are spread over a class's pools evenly, because only their sum is told."""
    with tempfile.TemporaryFile("w+") as told:
        stderr = os.dup(2)
        os.dup2(told.fileno(), 2)
        try:
            sys._debugmallocstats()
        finally:
            os.dup2(stderr, 2)
            os.close(stderr)
        told.seek(0)
        lines = [line.split() for line in told]
    pools = []
    for line in lines:
        if len(line) == 5 and all(word.isdigit() for word in line):
            _, block, count, used, free = map(int, line)
            pools += [(0, block, used // count + (i < used % count), free // count + (i < free % count)) for i in range(count)]
    return [(0, 0, pools)]
