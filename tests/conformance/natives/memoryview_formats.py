"""memoryview: formats, casts, shapes, steps, hashes, weak references."""
m=memoryview(b'abcdef')
def t(s):
    try: print(s, eval(s))
    except Exception as e: print(s, type(e).__name__, e)
import sys, weakref
ba=bytearray(b'abcdef'); w=memoryview(ba)
print(sys.getsizeof(m), sys.getsizeof(m.cast('B',[2,3])), sys.getsizeof(m[::2]), weakref.ref(m)() is m)
for s in ('m.cast()','m.cast(5)','m.cast("Z")','m.cast("I")','m.cast("B",[4])','m.cast("H").cast("I")','m.cast("B",[2,3])[0]','m.cast("B",[2,3])[5,0]','m.cast("B",[2,3])[0,0,0]','m[1,2]','m["a"]','m[1.5]','m[9]','m[::0]','w.__setitem__(0,300)','w.__setitem__(0,"a")','w.__setitem__(0,b"a")','w.__setitem__(slice(0,2),b"xyz")','w.__setitem__(slice(0,2),[1,2])','w.__setitem__(slice(0,6,2),b"XYZ")','ba','w.__delitem__(0)','m.__setitem__(0,1)','m==5','m<m','m.cast("b")==m','memoryview(b"\\xff").cast("b")[0]','memoryview(b"\\x00\\x00\\x80?").cast("f")[0]','memoryview(b"ab").cast("c")[0]','memoryview(b"ab").cast("?").tolist()','hash(m)==hash(b"abcdef")','hash(w)','len(m.cast("H"))','m.cast("H").nbytes','m.cast("H").shape','m.cast("H").strides','m.suboffsets','m.c_contiguous','m[::2].c_contiguous','m.obj','m.tobytes("F")','m.hex("-",2)','m.toreadonly().readonly','memoryview()','memoryview(1)','memoryview(b"a",2)','list(reversed(m))','97 in m','m.cast("B",[2,3]).tolist()','iter(m.cast("B",[2,3]))','len(m.cast("B",[2,3]))','m.cast("B",[2,3]).ndim','m.cast("B",[2,3]).strides','m[1:3]==b"bc"','bytes(m[::2])','m[::-1].tobytes()','m[::2].cast("B")','bytes(m.cast("H"))','memoryview(bytearray(8)).cast("Q")[0]','repr(m)[:10]','m.release()','m.release()','m.nbytes','repr(m)[:10]','m==m','m[0]', 'len(w)', 'w[-1]', 'w[1:4][1:].tolist()'): t(s)
w2=w.cast("H"); w2[0]=65535; print(ba); w2[1:3]=w2[0:2]; print(ba)
with memoryview(ba) as v: v[0]=1
try: ba.append(1)
except BufferError as e: print(e)
w.release(); w2.release(); ba.append(1); print(len(ba))
