"""Structures, arrays, pointers and buffers of ctypes that have memory of their own."""
import ctypes, sys
from ctypes import *
i = c_int(42); p = pointer(i); print(p.contents.value, p[0]); p[0] = 22; print(i, i.value); p.contents.value = 7; print(i.value, bool(p), bool(POINTER(c_int)()))
j = c_int(99); p.contents = j; print(p[0], i.value)
try: POINTER(c_int)().contents
except ValueError as e: print(e)
try: POINTER(c_int)(5)
except TypeError as e: print(e)
class Node(Structure): pass
Node._fields_ = [("v", c_int), ("next", POINTER(Node))]
a, b = Node(1), Node(2); a.next = pointer(b); b.next = pointer(a)
q = a
for _ in range(4): print(q.v, end=" "); q = q.next.contents
print()
class O(Structure): _fields_ = [("o", py_object), ("n", c_int)]
x = []; r = sys.getrefcount(x); o = O(x, 3); print(o.o is x, sys.getrefcount(x) - r, o.n); del o; print(sys.getrefcount(x) - r)
try: O().o
except ValueError as e: print(e)
class A(Structure): _fields_ = [("a", c_int * 3), ("c", c_char * 4), ("f", c_float)]
s = A((1, 2, 3), b"ab", 0.1); print(list(s.a), s.c, s.f); s.a[1] = 50; print(list(s.a)); s.c = b"wxyz"; print(s.c)
try: s.c = b"toolong"
except ValueError as e: print(e)
for f in (lambda: A(1), lambda: A(1, 2, 3, 4), lambda: (c_int * 2)(1, 2, 3), lambda: (c_int * 2)("a"), lambda: c_int("x"), lambda: c_double("x"), lambda: c_char(b"ab"), lambda: (c_int * 2)()[5], lambda: (c_int * 2)()["a"], lambda: c_int * -1, lambda: create_string_buffer("a"), lambda: create_string_buffer(b"abc", 2), lambda: setattr(create_string_buffer(2), "value", "x"), lambda: setattr(create_string_buffer(2), "value", b"xyz"), lambda: sizeof(5), lambda: addressof(5), lambda: A.from_buffer(b"x"), lambda: A.from_buffer(bytearray(2)), lambda: A.from_buffer_copy(b"x"), lambda: c_int.from_address("x")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
u = create_unicode_buffer("hé", 5); print(u.value, len(u), sizeof(u)); u.value = "abc"; print(u[:]) if False else print(u.value)
c = create_string_buffer(10); print(sizeof(c), repr(c.raw)); c.value = b"Hi"; print(repr(c.raw), c[0], c[:2]); c[0] = b"h"; print(c.value); c[1:3] = b"oo"; print(c.raw)
print(string_at(addressof(c)), string_at(b"abc\0def"), string_at(addressof(c), 3), byref(i)._obj is i)
k = c_int.from_address(addressof(i)); k.value = 1234; print(i.value)
m = bytearray(b"\x01\x00\x00\x00\x02"); v = c_int.from_buffer(m); v.value = 513; print(m)
try: m.append(1)
except BufferError as e: print(e)
del v; m.append(1); print(len(m))
print(sizeof(c_int * 10), (c_int * 10).__name__, (c_int * 3)._length_, (c_int*3)._type_, c_int * 3 is c_int * 3, alignment(c_double), sizeof(A), alignment(A))
g = (c_int * 3 * 2)(); g[1][2] = 5; print([list(row) for row in g]); print(cast(g, POINTER(c_int))[5])
z = (c_double * 3)(1.5, 2.5); z[1:3] = [7, 8]; print(list(z), sum(z), max(z), 7 in z, len(z)); print(bytes(c_int(258)))
print(c_char_p(b"abc").value, c_char_p().value, c_void_p(None), c_void_p(5), c_bool(5), c_float(0.1), c_byte(200), c_ushort(-1), c_wchar("x"), c_ulong(-1).value, c_longlong(2**63).value, py_object([1]))
class B(Structure): _fields_ = [("lo", c_uint, 4), ("hi", c_uint, 4)]
bb = B(3, 15); print(bb.lo, bb.hi, sizeof(B)); bb.lo = 17; print(bb.lo, bb.hi, bytes(bb))
class D(A): _fields_ = [("extra", c_short)]
d = D((1,), b"q", 1.0, 9); print(list(d.a), d.extra, sizeof(D), d._fields_)
memmove(c, b"XYZ", 3); print(c.value); memset(c, ord("-"), 2); print(c.value); memmove(addressof(c), addressof(z), 4); print(c.raw[4:])
