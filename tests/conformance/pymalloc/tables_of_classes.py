# Blocks that classes leave: the table of a copied namespace is a new one, and the one that grew is kept.
import gc
import sys

gc.disable()
kept = []


def classes(n):
    before = sys.getallocatedblocks()
    for i in range(n):
        kept.append(type("T%d" % i, (), {"a": i, "b": 2}))
    return sys.getallocatedblocks() - before


classes(30)
print(classes(10), classes(10), classes(20))
