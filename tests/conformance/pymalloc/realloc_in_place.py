# A list's items move to another class when they grow, the list itself does not; bytearray shrinks in place.
xs = []
place = id(xs)
import sys
sizes = []
for i in range(100):
    xs.append(i)
    size = sys.getsizeof(xs)
    if not sizes or sizes[-1] != size:
        sizes.append(size)
print(sizes, id(xs) == place)
while xs:
    xs.pop()
    size = sys.getsizeof(xs)
    if sizes[-1] != size:
        sizes.append(size)
print(sizes, id(xs) == place)
before = sys.getallocatedblocks()
ys = [None] * 50
print(sys.getallocatedblocks() - before)
ys.clear()
print(sys.getallocatedblocks() - before)
