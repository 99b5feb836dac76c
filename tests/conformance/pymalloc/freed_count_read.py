import ctypes, sys
class PyObject(ctypes.Structure):
    _fields_=[('ob_refcnt',ctypes.c_ssize_t),('ob_type',ctypes.c_void_p)]
class Guest: __slots__ = ("name",)
guest = Guest()
place = id(guest)
window = PyObject.from_address(place)
print("count:", window.ob_refcnt)
guest = None
print("freed; the field now says:", window.ob_refcnt)
newcomer = Guest()
print("the next Guest has the same place:", id(newcomer) == place)
print("count:", window.ob_refcnt)
print(sys.getsizeof(newcomer))
