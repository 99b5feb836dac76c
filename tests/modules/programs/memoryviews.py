import sys
b = bytearray(b"hello")
m = memoryview(b)
print(len(m), m[0], m[-1], bytes(m[1:3].tobytes()), m.tolist(), m.readonly, m.obj is b, sys.getrefcount(b))
m[0] = 72; print(b); m[1:3] = b"EL"; print(b, m == b"HELlo", m != b"x")
for bad in (lambda: m[9], lambda: m.__setitem__(0, 300), lambda: memoryview(5), lambda: memoryview(b"x").__setitem__(0, 1)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
print(list(memoryview(b"ab")), 97 in memoryview(b"ab"))
m.release()
try: m[0]
except ValueError as e: print(e)
print(sys.getrefcount(b), sys.getsizeof(memoryview(b"abc")))
