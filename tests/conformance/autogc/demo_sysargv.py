# The lecture's demo: at which allocation the collection comes.
import sys, gc
class Friend:
    def __init__(self, name):
        self.name = name
        self.friend = None

    def __repr__(self):
        return f"Friend({self.name!r})"

    def __del__(self):
        print(f"{self.name} collected at {step}")

def main(n):
    global step
    a = Friend("A"); b = Friend("B")
    a.friend = b; b.friend = a
    print(sys.getrefcount(a), sys.getrefcount(b))
    del a, b
    data = []
    for step in range(n):
        data.append([])
main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)
print("done")
