"""Blocks of int results are made for the digits that the operation may need: their size class is seen in the distance of neighbours."""


def block(make):
    """Size class: the smallest distance between two of many results that live at the same time."""
    results = [make() for _ in range(60)]
    places = sorted(id(result) for result in results)
    return min(b - a for a, b in zip(places, places[1:])) if len(set(places)) > 1 else 'shared'


one, two, three = 2 ** 29 + 7, 2 ** 59 + 7, 2 ** 89 + 7
small = 1000
values = {'small': small, 'one': one, 'two': two, 'three': three, '-one': -one, '-two': -two, '-three': -three, 'low two': 2 ** 31, 'low three': 2 ** 61 + 3, '-low two': -2 ** 31 - 1}

for left, a in values.items():
    for right, b in values.items():
        row = [block(lambda: a + b), block(lambda: a - b), block(lambda: a * b), block(lambda: a // b), block(lambda: a % b),
               block(lambda: a & b), block(lambda: a | b), block(lambda: a ^ b)]
        print(left, right, row)

for name, a in values.items():
    print(name, 'unary', [block(lambda: -a), block(lambda: ~a), block(lambda: abs(a)), block(lambda: +a)])
    print(name, '<<', [block(lambda: a << n) for n in (1, 29, 30, 31, 59, 60, 61, 90)])
    print(name, '>>', [block(lambda: a >> n) for n in (0, 1, 29, 30, 31, 59, 60, 61)])
    print(name, '**', [block(lambda: a ** n) for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15)])
for base in (2, 3, 5, 10, 1023):
    print(base, '**', [block(lambda: base ** n) for n in range(0, 120, 7)])
for digits in range(8, 42):
    text = '1' + '0' * digits
    big = '9' * digits
    print(digits, [block(lambda: int(text)), block(lambda: int(big)), block(lambda: int(text, 16)), block(lambda: int(text, 2))])
for n in range(1, 20):
    print(n, 'bytes', block(lambda: int.from_bytes(b'\x01' * n, 'big')), block(lambda: int.from_bytes(b'\x01' + bytes(n), 'little')), block(lambda: int.from_bytes(b'\xff' * n, 'big', signed=True)))
print('floats', [block(lambda: int(2.0 ** n)) for n in range(20, 200, 9)])
print('identity', [(a % b) is a for a in values.values() for b in values.values()])
