# sys.getallocatedblocks() counts objects and what they point to.
import gc, sys
gc.collect()

def delta(make):
    make()
    before = sys.getallocatedblocks()
    kept = make()
    return sys.getallocatedblocks() - before

print("float:", delta(lambda: float("1.5")))
print("bytes:", delta(lambda: bytes(100)))
print("list of 3:", delta(lambda: [[], [], []]))
print("a large one:", delta(lambda: bytes(1000)))
