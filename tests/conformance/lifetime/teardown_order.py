"""In which order objects die that hang in nested containers, more of them than deallocations nest at once (3.11)."""
import itertools
from collections import OrderedDict, deque, defaultdict

order = []


class N:
    def __init__(self, i):
        self.i = i

    def __del__(self):
        order.append(self.i)


class Pair:
    def __init__(self, a, b):
        self.a, self.b = a, b


class Slots:
    __slots__ = ('a', 'b')

    def __init__(self, a, b):
        self.a, self.b = a, b


class OwnList(list):
    pass


STEPS = dict(
    list=lambda i, x: [N(i), x], list_first=lambda i, x: [x, N(i)], tuple=lambda i, x: (N(i), x), dict=lambda i, x: {1: N(i), 2: x},
    pair=lambda i, x: Pair(N(i), x), pair_first=lambda i, x: Pair(x, N(i)), slots=lambda i, x: Slots(x, N(i)),
    closure=lambda i, x: (lambda a, b: lambda: (a, b))(N(i), x), defaults=lambda i, x: lambda a=x, b=N(i): 0, own=lambda i, x: OwnList([N(i), x]),
    exception=lambda i, x: ValueError(N(i), x), os_error=lambda i, x: OSError(N(i), x), iterator=lambda i, x: iter([N(i), x]),
    mixed=lambda i, x: [(N(i),), {1: x}], sets=lambda i, x: [{N(i)}, (x,)], builtin=lambda i, x: [N(i), x].append,
    wrapper=lambda i, x: [N(i), x].__len__, deque=lambda i, x: deque([N(i), x]), ordered=lambda i, x: OrderedDict(a=N(i), b=x),
    default=lambda i, x: defaultdict(None, a=N(i), b=x), filter=lambda i, x: filter(None, [N(i), x]), chain=lambda i, x: itertools.chain([N(i), x]),
)
for name, step in STEPS.items():
    x = None
    for i in range(60):
        x = step(i, x)
    del x
    print(name, len(order), order)
    order.clear()
