import ctypes
import gc


class PyObject(ctypes.Structure):
    _fields_ = [("refcnt", ctypes.c_long)]


def refs(address):
    return PyObject.from_address(address).refcnt


class Doomed:
    def __init__(self, *friends):
        self.friends = list(friends)
        print(f"Doomed created at {id(self)}")

    def __del__(self):
        print(f"Doomed deleted at {id(self)}")


def main():
    print("Garbage collection")
    v1 = Doomed()
    v2 = Doomed(v1)
    v1.friends.append(v2)
    id1 = id(v1)
    id2 = id(v2)
    print(f"Step 1: counts are {refs(id1)} and {refs(id2)}")

    v1 = None
    v2 = None
    print(f"Step 2: counts are {refs(id1)} and {refs(id2)}")

    data = []
    for n in range(1, 2001):
        data.append([n, n * n, [n + 1]])
    totals = [x[0] + x[1] for x in data if x[0] % 2 == 0]
    print(f"Step 3: {len(totals)} totals, the last is {totals[-1]}")

    print("End of method")


if __name__ == "__main__":
    gc.enable()
    main()
    print("End of program")
