import ctypes
import gc

gc.disable()


class PyObject(ctypes.Structure):
    _fields_ = [("refcnt", ctypes.c_long)]


class Doomed:
    def __init__(self, *friends):
        self.friends = friends
        print("created")

    def __del__(self):
        print("deleted")


v1 = Doomed()
oid = id(v1)
print(1, PyObject.from_address(oid).refcnt)
v2 = v1
print(2, PyObject.from_address(oid).refcnt)
del v2
print(3, PyObject.from_address(oid).refcnt)
holder = [v1, v1, [v1]]
print(4, PyObject.from_address(oid).refcnt)
holder = [x for x in holder if x is not v1]
print(5, PyObject.from_address(oid).refcnt)
holder = None
print(6, PyObject.from_address(oid).refcnt)
del v1
print("gone; the last one goes with the program")
last = Doomed(1, 2, 3)
