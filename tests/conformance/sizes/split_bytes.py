"""Room in the lists that bytes.split() makes; the state of zip()."""
import copy
import sys

size = sys.getsizeof
print(size(b'a b c'.split()), size(b'a b c'.split(b' ')), size(b'a b c'.rsplit(None, 1)), size(bytearray(b'a,b').split(b',')))
print(size(b'a b c'.split(None, 0)), size(b''.split()), size((b'a ' * 20).split()), size(b'a\nb'.splitlines()), size(b'abc'.split(b'x', 3)))
strict = copy.copy(zip([1, 2], [3], strict=True))
loose = zip([1, 2], [3])
loose.__setstate__(True)
for z in (strict, loose):
    try:
        print(list(z))
    except ValueError as e:
        print(e)
