"""Small ints that live for a moment stay in 3.14's free list: while a power is worked out, 0 is written, a digit is read."""
import gc
import sys

blocks = sys.getallocatedblocks


def cost(make):
    gc.collect()
    before = blocks()
    result = make()
    return blocks() - before


ten, three, thousand = 10, 3, 1000
for name, make in [
    ('million', lambda: ten ** 6), ('cube', lambda: thousand ** three), ('hundred bits', lambda: 2 ** (ten * ten)),
    ('long', lambda: ten ** (three * thousand)), ('square', lambda: ten ** 4), ('first', lambda: thousand ** 1), ('modulo', lambda: pow(three, 4, 5)),
    ('str', lambda: str(0)), ('str 1', lambda: str(1)), ('f-string', lambda: f'{ten - 10}'), ('percent', lambda: '%d' % 0),
    ('format', lambda: '{}'.format(0)), ('hex', lambda: hex(0)), ('int', lambda: int('7')), ('int 257', lambda: int('257')),
    ('loop', lambda: [str(i) for i in range(5)]), ('sums', lambda: [i * 1000 for i in range(10)]),
]:
    print(name, cost(make), cost(make))

first = blocks(); print(blocks() - first)
first = blocks(); items = [object() for _ in range(10)]; last = blocks(); print(last - first)
first = blocks(); items.clear(); last = blocks(); print(last - first)
