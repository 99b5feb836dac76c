"""Which ways of making one byte or one character give the object that there is of it, and which make another."""
EMPTY = bytes()
a = b'x'
tests = {'tuple': lambda: bytes((120,)), 'list': lambda: bytes([120]), 'memoryview': lambda: bytes(memoryview(b'x')), 'bytearray': lambda: bytes(bytearray(b'x')), 'range': lambda: bytes(range(120,121)),
 'gen': lambda: bytes(i for i in [120]), 'set': lambda: bytes({120}), 'mv slice': lambda: bytes(memoryview(b'axb')[1:2]), 'tobytes': lambda: memoryview(b'x').tobytes(), 'ba[]': lambda: bytes(bytearray(b'xy')[:1]),
 'join': lambda: b''.join([b'x']), 'slice': lambda: b'axb'[1:2], 'to_bytes': lambda: (120).to_bytes(1,'big'), 'encode': lambda: 'x'.encode(), 'latin': lambda: 'x'.encode('latin-1'), 'ascii': lambda: 'x'.encode('ascii'), 'replace': lambda: b'ab'.replace(b'ab', b'x'), 'strip': lambda: b' x '.strip(), 'split': lambda: b'a x b'.split()[1],
 'part': lambda: b'a.x'.partition(b'.')[2], 'upper': lambda: b'x'.lower(), 'mul': lambda: b'x'*1, 'add': lambda: b'x'+b'', 'add2': lambda: b''+b'x', 'fromhex': lambda: bytes.fromhex('78'), 'mod': lambda: b'%s' % b'x', 'bytes(b)': lambda: bytes(b'x'), 'translate': lambda: b'x'.translate(None), 'trans2': lambda: b'xy'.translate(None, b'y'), 'zfill': lambda: b'x'.zfill(1), 'ljust': lambda: b''.ljust(1, b'x'), 'int1': lambda: bytes(1), 'removeprefix': lambda: b'ax'.removeprefix(b'a'), 'str': lambda: bytes('x','ascii'), 'splitlines': lambda: b'x\n'.splitlines()[0], 'rsplit': lambda: b'a x'.rsplit()[1], 'step': lambda: b'axa'[1::5], 'expandtabs': lambda: b'x'.expandtabs(), 'title': lambda: b'X'.swapcase()}
for k, f in tests.items():
    r = f()
    print(k, r, r is f(), r is a, f() is f())
class B:
    def __bytes__(self): return b'x'
print(bytes(B()) is a)
e = {'empty bytes()': lambda: bytes(), 'bytes([])': lambda: bytes([]), 'slice': lambda: b'abc'[3:], 'mv': lambda: bytes(memoryview(b'')), 'ba': lambda: bytes(bytearray()), 'join': lambda: b''.join([]), 'bytes(0)': lambda: bytes(0), 'encode': lambda: ''.encode(), 'strip': lambda: b'  '.strip()}
for k,f in e.items(): print(k, f() is EMPTY)
t = {'str(1 char)': lambda: str('x'), 'chr': lambda: chr(120), 'join': lambda: ''.join(['x']), 'idx': lambda: 'axb'[1], 'slice': lambda: 'axb'[1:2], 'fmt': lambda: f'{"x"}', 'mod': lambda: '%s' % 'x', 'format': lambda: '{}'.format('x'), 'mul': lambda: 'x'*1, 'rep': lambda: 'ab'.replace('ab','x'), 'strip': lambda: ' x '.strip(), 'split': lambda: 'a x b'.split()[1], 'upper': lambda: 'X'.lower(), 'decode': lambda: b'x'.decode(), 'latin': lambda: b'\xe9'.decode('latin-1'), 'chr233': lambda: chr(233), 'utf8': lambda: 'é'.encode().decode(), 'repr': lambda: repr(5), 'str5': lambda: str(5), 'fmt5': lambda: f'{5}', 'hex': lambda: format(10,'x'), 'iter': lambda: next(iter('x')), 'center': lambda: 'x'.center(1), 'add': lambda: 'x'+'', 'translate': lambda: 'x'.translate({}), 'translate2': lambda: 'y'.translate({121:120}), 'casefold': lambda: 'X'.casefold(), 'title': lambda: 'x'.title(), 'swapcase': lambda: 'X'.swapcase(), 'partition': lambda: 'a.x'.partition('.')[2], 'zfill': lambda: '5'.zfill(1), 'rjust': lambda: ''.rjust(1,'x'), 'list': lambda: list('x')[0], 'expandtabs': lambda: 'x'.expandtabs(), 'removeprefix': lambda: 'ax'.removeprefix('a'), 'max': lambda: max('ax'), 'sorted': lambda: sorted('xa')[1], 'input': lambda: str(b'x', 'ascii'), 'splitlines': lambda: 'x\n'.splitlines()[0], 'ascii': lambda: ascii(7), 'chr euro': lambda: chr(8364)}
for k,f in t.items():
    r=f(); print(k, r, f() is r, f() is f())
