# The words of objects, read as C sees them.
import ctypes, sys
def w(o, n, at=0):
    return [ctypes.c_ulong.from_address(id(o)+at+8*i).value for i in range(n)]
i = 1234567890123456789012345678901234; print(w(i, 5)[2:])
i = -7777; print([hex(x & 0xffffffff) if k==1 else x for k, x in enumerate(w(i, 4)[2:])])
s = 'hello world'*2; x = w(s, 8); print(x[2], bytes(ctypes.string_at(id(s), sys.getsizeof(s)))[-24:], [hex(v) for v in w(s, sys.getsizeof(s)//8)[-2:]])
s = 'h\xe9llo'*2; print(ctypes.string_at(id(s), sys.getsizeof(s))[-12:])
l = [1,2,3]; x = w(l, 5); print(x[0], x[1] == id(list), x[2], x[4], ctypes.c_ulong.from_address(x[3]).value == id(1))
t = (l, s); k = 4 if sys.version_info >= (3,14) else 3; x = w(t, k+2); print(x[2], x[k] == id(l), x[k+1] == id(s))
f = 2.5; print(hex(w(f, 3)[2]), ctypes.c_double.from_address(id(f)+16).value)
d = {'a': l}; x = w(d, 6); print(x[2], x[5])
class S: __slots__ = ('a', 'b')
o = S(); o.a = l; o.b = t; x = w(o, 4); print(x[2] == id(l), x[3] == id(t))
def g(): pass
x = w(g, 7); print(x[2] == id(globals()), x[4] == id(g.__name__), x[6] == id(g.__code__))
a = [l]; b = [l]; x = w(a, 2, -16); y = w(b, 2, -16); print(x[0] != 0, x[0] == id(b)-16 or 'other', y[1] & ~3 == id(a)-16 or 'other')
