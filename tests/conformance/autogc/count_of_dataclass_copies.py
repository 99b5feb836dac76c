# What asdict(), astuple() and replace() leave to the collector's count, from empty free lists.
import dataclasses, gc
from collections import OrderedDict, namedtuple
gc.disable()

@dataclasses.dataclass
class Pair:
    a: object
    b: object

Named = namedtuple('Named', 'x y')

def show(what, make, *args, **named):
    gc.collect()
    kept = make(*args, **named)
    count = gc.get_count()[0]
    print(what, count, kept)

for what, one in (
    ('plain', Pair(1, 'b')),
    ('list and dict', Pair([1, 2], {'a': 1})),
    ('tuple and named tuple', Pair((1, [2]), Named(1, 2))),
    ('dicts', Pair({1: 2}, OrderedDict(a=1))),
    ('nested', Pair(Pair(1, 2), [Pair(1, 2), {3}])),
):
    show(what, dataclasses.asdict, one)
    show(what, dataclasses.astuple, one)
    show(what, dataclasses.replace, one, b=None)
show('with a factory', dataclasses.asdict, Pair(Pair(1, 2), [3]), dict_factory=OrderedDict)
