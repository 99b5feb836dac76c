# The lecture's demo: at which allocation the collection comes.
import weakref
class Friend: pass
a = Friend(); b = Friend()
a.o = b; b.o = a
r = weakref.ref(a)
del a, b
first = None
data = []
for step in range(6000):
    data.append([])
    if r() is None:
        print("gone at", step)
        break
