"""What an iterator of an OrderedDict refers to."""
import collections
import gc

d = collections.OrderedDict(a=[1], b=[2])
for make in (iter, lambda d: iter(d.keys()), lambda d: iter(d.values()), lambda d: iter(d.items()), reversed, lambda d: reversed(d.items())):
    i = make(d)
    print([type(x).__name__ for x in gc.get_referents(i)])
    next(i)
    print([type(x).__name__ for x in gc.get_referents(i)])
    list(i)
    print([type(x).__name__ for x in gc.get_referents(i)])
