# The lecture's demo: at which allocation the collection comes.
import weakref
class Friend: pass
a = Friend(); b = Friend()
a.o = b; b.o = a
r = weakref.ref(a)
del a, b
first = None
data = []
step = 0
while step < 6000:
    data.append([step])
    step += 1
    if r() is None:
        print("gone at", step)
        break
