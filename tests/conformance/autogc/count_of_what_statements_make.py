# What statements leave to the collector's count, from empty free lists: objects made and kept, and those that fill the lists.
import collections, contextlib, dataclasses, enum, functools, gc, itertools, random
gc.disable()

def show(what):
    print(what, gc.get_count()[0])
    gc.collect()

gc.collect()
class Slotted:
    __slots__ = 'b', 'a'
show('slots')
class Listed:
    __slots__ = ['b', 'a', '__weakref__']
show('slots in a list')
class Single:
    __slots__ = 'a'
show('one slot')
class Empty(Slotted):
    __slots__ = ()
show('no slots')

@dataclasses.dataclass
class Point:
    "documented"
    x: int
    y: int = 1
show('dataclass') if __import__('sys').version_info < (3, 14) else gc.collect()

def call(a, *, b=1, c=2):
    pass
show('function')
part = functools.partial(call, b=1, c=3)
show('partial with names')
part(4)
show('its call')
names = {'b': 1, 'c': 2}
gc.collect()
call(1, **names)
show('names unpacked')
print(*[], **{'end': '', 'sep': ''})
show('names unpacked for native code')

class Made:
    def __init__(self, a, b, *, c=0):
        self.a = a
show('class')
made = Made(1, 2, c=3)
show('instance with a name')
made = Made(*[1, 2], c=3)
show('instance with arguments unpacked')

class Base:
    def __init_subclass__(cls, **named):
        cls.named = named
show('base')

class Shown:
    @property
    def shown(self):
        return 1
show('property')

@functools.lru_cache(maxsize=2)
def cached(x, y=1):
    return x
cached(1); cached(1, y=2); cached(3)
show('lru_cache')
@functools.total_ordering
class Ordered:
    def __lt__(self, other):
        return True
    def __eq__(self, other):
        return True
show('total_ordering') if __import__('sys').version_info < (3, 14) else gc.collect()
chained = list(itertools.chain([1], [2]))
show('chain')
named = {}
gc.collect()
named.update(a=1)
show('update with a name')
random.seed(1)
show('seed')

class Colour(enum.Enum):
    RED = 1
    BLUE = 2
show('enum') if __import__('sys').version_info >= (3, 12) else gc.collect()

stack = contextlib.ExitStack()
show('stack')
stack.callback(print, 'closed')
show('callback')
stack.close()
show('closed') if __import__('sys').version_info < (3, 14) else gc.collect()
