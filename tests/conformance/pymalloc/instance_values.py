"""Where the attributes of an instance lie: blocks that come and go with instances, values, dicts and tables of keys."""
import sys


def blocks(action):
    before = sys.getallocatedblocks()
    result = action()
    return sys.getallocatedblocks() - before, result


class Point:
    def __init__(self, x=0):
        self.x = x


class Empty:
    pass


for cls in (Point, Empty):
    first = cls()
    place = id(first)
    del first
    second = cls()
    print(cls.__name__, 'in the place of the first:', id(second) == place)
    del second
    third = cls()
    print(cls.__name__, 'in the place of the second:', id(third) == place)

kept = []
print('instances', [blocks(lambda: kept.append(Empty()))[0] for _ in range(40)])


def distance(make):
    """Size class: the smallest distance between many that live at the same time."""
    places = sorted(id(one) for one in [make() for _ in range(150)])
    return min(b - a for a, b in zip(places, places[1:]))


def grow(names):
    cls = type('Grown', (), {})

    def make():
        one = cls()
        for name in names:
            setattr(one, name, None)
        return one
    return make


NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z',
         'aa', 'ab', 'ac', 'ad', 'ae', 'af', 'ag', 'ah']
for name in NAMES:
    setattr(Empty(), name, 0)
for count in (0, 1, 2, 3, 5, 8, 13, 21, 29, 30, 31, 34):
    make = grow(NAMES[:count])
    kept.append(make())
    counts = [blocks(lambda: kept.append(make()))[0] for _ in range(34)]
    # The cache of names looked up in types may let go of a name now and then.
    print(count, 'attributes', max(counts, key=counts.count), distance(make))

one, two, three = Point(1), Point(2), Point(3)
print('__dict__', blocks(lambda: one.__dict__), blocks(lambda: one.__dict__), sys.getsizeof(one.__dict__))


def add(target, names):
    for name in names:
        setattr(target, name, None)


print('one more', blocks(lambda: add(one, ['y'])), blocks(lambda: add(two, ['y'])), sys.getsizeof(one.__dict__), sys.getsizeof(two.__dict__))
print('many more', blocks(lambda: add(one, NAMES)), blocks(lambda: add(two, NAMES)), blocks(lambda: add(three, NAMES)))
print([sys.getsizeof(point.__dict__) for point in (one, two, three)])
print('gone', blocks(lambda: delattr(three, 'y') if hasattr(three, 'y') else None), blocks(lambda: three.__dict__.clear()))


def drop_dict(target):
    del target.__dict__


def set_dict(target, mapping):
    target.__dict__ = mapping


four, five = Point(4), Point(5)
print('del __dict__', blocks(lambda: drop_dict(four)), hasattr(four, 'x'), blocks(lambda: four.__dict__), sys.getsizeof(four.__dict__))
print('again', blocks(lambda: add(four, ['x'])), sys.getsizeof(four.__dict__))
mapping = {'z': 1}
print('= a dict', blocks(lambda: set_dict(five, mapping)), five.z, five.__dict__ is mapping, sys.getrefcount(mapping))
six = Point(6)
drop_dict(six)
print('set after del', blocks(lambda: add(six, ['x'])), sys.getsizeof(six.__dict__))


class Other:
    pass


def become(target, cls):
    target.__class__ = cls


seven, eight = Point(7), Point(8)
held = seven.__dict__
print('another class', blocks(lambda: become(seven, Other)), blocks(lambda: become(eight, Other)), seven.__dict__ is held, eight.__dict__)
nine = Point(9)
print('missing', blocks(lambda: getattr(nine, 'missing', None)), blocks(lambda: hasattr(nine, 'y')))


def delete_missing(target):
    try:
        del target.nothing
    except AttributeError as error:
        return str(error)


delete_missing(Other())
print('del of nothing', blocks(lambda: delete_missing(nine)), sys.getsizeof(nine.__dict__))


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('gone', self.name)


class Holder:
    pass


holder = Holder()
for name in 'cab':
    setattr(holder, name, Loud(name))
del holder
holder = Holder()
for name in 'bca':
    setattr(holder, name, Loud(name))
holder.__dict__
del holder
print('with what they hold', end=' ')
print([blocks(lambda: kept.pop() and None)[0] for _ in range(20)])
