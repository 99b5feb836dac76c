# A call of a class keeps its arguments in a tuple too, until the call site knows the class; it takes up another class
# after 52 calls of it.
import sys

counts = []


class A:
    def __init__(self, x):
        counts.append(sys.getrefcount(x))


class B:
    def __init__(self, x):
        counts.append(sys.getrefcount(x))


def make(cls, x):
    return cls(x)


def tell():
    runs = []
    for count in counts:
        if runs and runs[-1][0] == count:
            runs[-1][1] += 1
        else:
            runs.append([count, 1])
    print(runs)
    counts.clear()


thing = object()
for i in range(5):
    make(A, thing)
for i in range(120):
    make(B, thing)
tell()
for i in range(60):
    make(A, thing)
tell()
for i in range(60):
    make(B if i % 4 == 0 else A, thing)
tell()
