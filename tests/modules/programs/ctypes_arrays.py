"""Fields and arrays of ctypes, read at an address."""
import ctypes, sys
class P(ctypes.Structure):
    _fields_ = [("a", ctypes.c_int), ("b", ctypes.c_short, 3), ("c", ctypes.c_short, 13), ("d", ctypes.c_ubyte * 4)]
for f in (P.a, P.b, P.c, P.d):
    print(f, f.size, f.offset)
A = ctypes.c_ubyte * 4
print(A, A.__name__, A._length_, A._type_, ctypes.sizeof(A), A.__module__)
B = 3 * A
print(B, ctypes.sizeof(B), B.__mro__)
print(ctypes.c_ubyte * 4 is A, type(A), type(ctypes.c_int), type(P))
x = 1234567890123
raw = (ctypes.c_ubyte * sys.getsizeof(x)).from_address(id(x))
print(len(raw), bytes(raw)[-8:], list(raw)[-8:], raw[24], raw[-1], raw[24:28])
try: raw[100]
except IndexError as e: print(e)
try: raw["a"]
except TypeError as e: print(e)
c = (ctypes.c_char * 3).from_address(id(b"hello")+32)
print(c.value, c.raw, c[0], c[:], c[1:], c[::-1])
w = (ctypes.c_ssize_t * 3).from_address(id(x))
print(w[0] > 0, w[1] == id(int), hex(w[2]) if sys.version_info < (3,12) else w[2])
m = (B).from_address(id(x))
print(len(m), len(m[0]))
for bad in ("ctypes.c_int * -1", "ctypes.c_int * 'a'", "ctypes.c_int * 1.5","A.from_address('a')"):
    try: print(eval(bad))
    except Exception as e: print(type(e).__name__, e)
L = [1, 2, 3]
class PyList(ctypes.Structure):
    _fields_ = [("ob_refcnt", ctypes.c_ssize_t), ("ob_type", ctypes.c_void_p), ("ob_size", ctypes.c_ssize_t), ("ob_item", ctypes.POINTER(ctypes.py_object)), ("allocated", ctypes.c_ssize_t)]
pl = PyList.from_address(id(L))
print(pl.ob_size, pl.allocated, pl.ob_item[0], pl.ob_item[2], pl.ob_item.contents.value)
items = ctypes.cast(pl.ob_item, ctypes.POINTER(ctypes.c_void_p))
print(items[0] == id(1))
class PyTuple(ctypes.Structure):
    _fields_ = [("ob_refcnt", ctypes.c_ssize_t), ("ob_type", ctypes.py_object), ("ob_size", ctypes.c_ssize_t)] + ([("h", ctypes.c_ssize_t)] if sys.version_info >= (3,14) else []) + [("ob_item", ctypes.py_object * 3)]
t = (10, "x", L)
pt = PyTuple.from_address(id(t))
print(pt.ob_type, pt.ob_size, pt.ob_item[0], pt.ob_item[1], pt.ob_item[2] is L, len(pt.ob_item))
print([o for o in pt.ob_item] == list(t))
PP = ctypes.POINTER(ctypes.c_int); print(PP, PP.__name__, PP.__module__, PP._type_)
print(bool(PP()), )
try: PP().contents
except ValueError as e: print(e)
try: PP()[0]
except ValueError as e: print(e)
try: PP(42)
except TypeError as e: print(e)
