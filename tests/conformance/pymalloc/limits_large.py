# Beyond the limit of its free list an object's block goes back to its pool.
import sys
def held(make, n):
    kept = [make(i) for i in range(n)]
    full = sys.getallocatedblocks()
    kept = None
    return full - sys.getallocatedblocks()
for name, make in [("float", lambda i: i + 0.5), ("list", lambda i: []), ("dict", lambda i: {}),
                   ("tuple1", lambda i: (i,)), ("tuple19", lambda i: (i,) * 19), ("tuple20", lambda i: (i,) * 20), ("tuple21", lambda i: (i,) * 21)]:
    held(make, 4000)
    a = held(make, 4000)
    b = held(make, 3000)
    print(name, a - b)
