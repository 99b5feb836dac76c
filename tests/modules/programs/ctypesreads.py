import ctypes, sys
if sys.version_info >= (3, 13): print(ctypes.c_long.from_address(id(None)).value)
print(ctypes.c_ulong.from_address(id(1)).value > 10**9)
class A: pass
a = A()
adr = id(a)
c = ctypes.c_long.from_address(adr)
print(c.value)
b = a
print(c.value)
del a, b
print(c.value)
class PyObject(ctypes.Structure):
    _fields_ = [("ob_refcnt", ctypes.c_ssize_t), ("ob_type", ctypes.py_object)]
x = [1, 2, 3]
p = PyObject.from_address(id(x))
print(p.ob_refcnt, p.ob_type)
class PyList(ctypes.Structure):
    _fields_ = [("ob_refcnt", ctypes.c_ssize_t), ("ob_type", ctypes.c_void_p), ("ob_size", ctypes.c_ssize_t), ("ob_item", ctypes.c_void_p), ("allocated", ctypes.c_ssize_t)]
l = PyList.from_address(id(x))
print(l.ob_size, l.allocated, l.ob_type == id(list), ctypes.sizeof(PyList))
print(ctypes.cast(id(x), ctypes.py_object).value is x)
items = ctypes.cast(l.ob_item, ctypes.POINTER(ctypes.py_object))
print(items[1])
ctypes.pythonapi.Py_IncRef(ctypes.py_object(x))
print(sys.getrefcount(x))
ctypes.pythonapi.Py_DecRef(ctypes.py_object(x))
print(sys.getrefcount(x))
print(ctypes.c_long.from_address(id(x)))
print(ctypes.c_int(5).value, ctypes.c_ubyte(300).value, ctypes.sizeof(ctypes.c_int))
f = 2.5
print(ctypes.c_double.from_address(id(f) + 16).value)
