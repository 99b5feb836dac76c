import ctypes
import gc

gc.disable()


class PyObject(ctypes.Structure):
    _fields_ = [("refcnt", ctypes.c_long)]


class Doomed:
    def __init__(self, *friends):
        self.friends = friends
        print(f"Doomed created at {id(self)}")

    def __del__(self):
        print(f"Doomed deleted at {id(self)}")

    def __repr__(self):
        return f"Doomed at {id(self)}, friends: {len(self.friends)}"

    __str__ = __repr__


def main():
    v1 = Doomed()
    print(repr(v1), "counts", PyObject.from_address(id(v1)).refcnt)
    v2 = v1
    print("now", PyObject.from_address(id(v1)).refcnt)
    v2 = 7
    print("and now", PyObject.from_address(id(v1)).refcnt)
    print("end of method")


for run in range(3):
    print("run", run + 1)
    main()
print("end of program")
