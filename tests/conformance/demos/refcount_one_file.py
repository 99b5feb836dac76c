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

    def __str__(self):
        if self.friends:
            return f"Doomed at {id(self)} with {len(self.friends)} friends"
        return f"Doomed at {id(self)}"

    def __repr__(self):
        return str(self)


def main():
    print("Reference counting")
    v1 = Doomed()
    oid = id(v1)
    print(v1)
    print(f"Step 1: refcount is {refs(oid)}")

    v2 = v1
    print(f"Step 2: refcount is {refs(oid)}")

    v2 = None
    print(f"Step 3: refcount is {refs(oid)}")

    v1 = None
    print(f"Step 4: refcount is {refs(oid)}")

    print("End of method")


if __name__ == "__main__":
    gc.disable()
    main()
