# How many references there are to the constant keys of a dict display, and what a value gives for its copy to be made of.
import sys


def keys():
    for key in {'some text': 1, (1, 2): 2.5, 77.5: 3}:
        print(sys.getrefcount(key))
    kept = {(1, 3): 1, b'some bytes': 2}
    for key in kept:
        print(sys.getrefcount(key))


keys()
pair = ([], 1)
parts = pair.__reduce_ex__(2)
print(sys.getrefcount(pair), parts[1][1] is pair)
for value in (10 ** 20, 1.5, 'some text', b'some bytes', 2j):
    print(value.__getnewargs__()[0] is value)
