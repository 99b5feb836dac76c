"""What classes add to the structure of their instances, and how large these are."""
import sys
import weakref


class Plain:
    pass


class Slots:
    __slots__ = ('a', 'b')


class SlotsWeak:
    __slots__ = ('a', '__weakref__')


class SlotsDict:
    __slots__ = ('a', '__dict__')


class SlotsBoth:
    __slots__ = ('a', '__dict__', '__weakref__')


class Nothing:
    __slots__ = ()


class FromSlots(Slots):
    pass


class FromNothing(Nothing):
    pass


class MoreSlots(FromSlots):
    __slots__ = ('c',)


def derive(base, **namespace):
    return type('Derived' + base.__name__.capitalize(), (base,), namespace)


classes = [Plain, Slots, SlotsWeak, SlotsDict, SlotsBoth, Nothing, FromSlots, FromNothing, MoreSlots]
for base in (int, float, complex, str, bytes, bytearray, tuple, list, dict, set, frozenset, Exception, type, BaseException, OSError, KeyError, weakref.ref):
    classes += [derive(base), derive(base, __slots__=())]
for cls in classes:
    print(cls.__name__, cls.__basicsize__, cls.__itemsize__, cls.__dictoffset__, cls.__weakrefoffset__)

for base in (int, str, bytes, tuple):
    with_dict, without = derive(base), derive(base, __slots__=())
    for value in (0, 1, 255, 2 ** 30, 2 ** 60, -2 ** 90) if base is int else ('', 'a', 'é', 'abcdefgh', '\u20ac' * 3) if base is str else \
            (b'', b'a', b'abcdefgh', b'a' * 100) if base is bytes else ((), (1,), (1, 2, 3), tuple(range(20))):
        one, other = with_dict(value), without(value)
        one.attribute = 5
        print(base.__name__, repr(value), sys.getsizeof(one), sys.getsizeof(other), one == other == value, one.attribute, one.__dict__)
        one.__dict__ = {'other': 1}
        del one.__dict__
        print(sys.getsizeof(one.__dict__), hasattr(one, 'attribute'), hasattr(other, '__dict__'))


def distance(make):
    places = sorted(id(one) for one in [make() for _ in range(150)])
    return min(b - a for a, b in zip(places, places[1:]))


for cls in classes[:9]:
    print(cls.__name__, sys.getsizeof(cls()), distance(cls))
for base, values in ((int, (0, 5, 2 ** 30, 2 ** 60, 2 ** 90)), (tuple, ((), (1,), (1, 2), (1, 2, 3))), (bytes, (b'', b'abcde', b'abcdef', b'a' * 22)), (float, (1.5,)),
                     (str, ('', 'a')), (list, ([], [1])), (dict, ({},)), (set, ({1},)), (frozenset, ({1},)), (complex, (1j,)), (Exception, ('e',))):
    with_dict, without = derive(base), derive(base, __slots__=())
    print(base.__name__, [(distance(lambda: with_dict(value)), distance(lambda: without(value))) for value in values])

target = SlotsWeak()
reference = weakref.ref(target, lambda _: print('callback'))
del target
print(reference() is None)
for first, second in ((int, int), (float, float), (tuple, tuple), (list, list), (Slots, Slots), (Plain, SlotsWeak), (SlotsWeak, SlotsWeak), (Slots, SlotsWeak), (FromSlots, SlotsBoth)):
    try:
        print(type('Both', (derive(first), derive(second)), {}).__base__.__name__)
    except TypeError as error:
        print(first.__name__, second.__name__, error)
for first, second in ((Plain, derive(Plain)), (Plain, FromNothing), (SlotsWeak, SlotsDict), (derive(int), derive(int)), (SlotsBoth, derive(SlotsDict))):
    try:
        one = first()
        one.__class__ = second
        print('class changed')
    except TypeError as error:
        print(error)
