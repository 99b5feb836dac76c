# How many references there are to a bytes literal, while the script's syntax tree is alive.
import sys

here = b'some bytes'
print(sys.getrefcount(here))


def inside():
    local = b'other bytes'
    pair = (local, 1.25)
    print(sys.getrefcount(local), sys.getrefcount(1.25), sys.getrefcount('some text'))


inside()
