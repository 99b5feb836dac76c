# A bytearray that a memoryview looks at keeps its size until the last view of the buffer is released.
b = bytearray(b"abc")
view = memoryview(b)
changes = [
    lambda: b.append(1), lambda: b.extend(b"zz"), lambda: b.clear(), lambda: b.pop(), lambda: b.insert(0, 1),
    lambda: b.remove(97), lambda: b.__setitem__(slice(0, 1), b"qq"), lambda: b.__delitem__(0), lambda: b.__imul__(2),
]
for change in changes:
    try:
        change()
    except BufferError as error:
        print(error)
b[0] = 120
print(b, view[0], bytes(view))
view.release()
b.append(1)
print(b)
with memoryview(b) as whole:
    part = whole[1:3]
print(part.tolist(), part.obj is b)
try:
    b.append(3)
except BufferError as error:
    print(type(error).__name__)
del part
b.append(3)
print(b)
for text in ("", "plain", "é"):
    print(type(iter(text)).__name__)
