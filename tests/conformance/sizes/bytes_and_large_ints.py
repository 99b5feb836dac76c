# How much room a bytearray has depends on whether its source's length is known; a large int's block on how it was computed.
import sys


def show(title, make):
    try:
        value = make()
        print(title, len(value), sys.getsizeof(value))
    except Exception as e:
        print(title, type(e).__name__, e)


class Texts:
    def __bytes__(self):
        return b'text'


for kind in bytes, bytearray:
    for n in 0, 1, 2, 3, 9, 64, 65, 300:
        show(f'{kind.__name__} of a number', lambda: kind(n))
        show(f'{kind.__name__} of a list', lambda: kind([7] * n))
        show(f'{kind.__name__} of an iterator', lambda: kind(iter([7] * n)))
        show(f'{kind.__name__} of a range', lambda: kind(range(min(n, 256))))
    show(f'{kind.__name__} of what has __bytes__', lambda: kind(Texts()))
    show(f'{kind.__name__} of too many', lambda: kind(2 ** 63))
    show(f'{kind.__name__} of fewer than none', lambda: kind(-1))
    show(f'{kind.__name__} of a str', lambda: kind('text'))
    show(f'{kind.__name__} of an encoded str', lambda: kind('t\xe9xt', 'utf-8'))

for exponent in 53, 60, 89, 90, 150, 1022, 1023, 1024, 1200:
    for n in 2 ** exponent - 1, 2 ** exponent, 2 ** exponent + 1:
        print(exponent, n.bit_length(), [sys.getsizeof(value) for value in (n, n + 1, n - 1, n * 3, -n, n - n + 5, n >> 40, n // 7)])
