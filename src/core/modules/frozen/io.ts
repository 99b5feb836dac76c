/// `io`: text and bytes in memory.
export const ioSource = `
class StringIO:
    def __init__(self, initial_value="", newline="\\n"):
        self._text = initial_value or ""
        self._at = 0
        self.closed = False

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def write(self, text):
        self._check()
        if not isinstance(text, str):
            raise TypeError("string argument expected, got '" + type(text).__name__ + "'")
        self._text = self._text[:self._at].ljust(self._at, "\\0") + text + self._text[self._at + len(text):]
        self._at += len(text)
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def getvalue(self):
        self._check()
        return self._text

    def read(self, size=-1):
        self._check()
        end = len(self._text) if size is None or size < 0 else self._at + size
        text = self._text[self._at:end]
        self._at += len(text)
        return text

    def readline(self, size=-1):
        self._check()
        end = self._text.find("\\n", self._at) + 1 or len(self._text)
        return self.read(end - self._at)

    def readlines(self):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def seek(self, position, whence=0):
        self._at = position if whence == 0 else len(self._text)
        return self._at

    def tell(self):
        return self._at

    def truncate(self, size=None):
        size = self._at if size is None else size
        self._text = self._text[:size]
        return size

    def flush(self):
        self._check()

    def close(self):
        self.closed = True

    def readable(self):
        return True

    writable = seekable = readable

    def isatty(self):
        return False

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

class BytesIO:
    def __init__(self, initial_bytes=b""):
        self._bytes = bytearray(initial_bytes)
        self._at = 0
        self.closed = False

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def write(self, data):
        self._check()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(data)
        if self._at > len(self._bytes):
            self._bytes.extend(bytes(self._at - len(self._bytes)))
        self._bytes[self._at:self._at + len(data)] = data
        self._at += len(data)
        return len(data)

    def getvalue(self):
        self._check()
        return bytes(self._bytes)

    def read(self, size=-1):
        self._check()
        end = len(self._bytes) if size is None or size < 0 else self._at + size
        data = bytes(self._bytes[self._at:end])
        self._at += len(data)
        return data

    def readline(self, size=-1):
        self._check()
        end = self._bytes.find(b"\\n", self._at) + 1 or len(self._bytes)
        return self.read(max(end - self._at, 0))

    writelines = StringIO.writelines
    readlines = StringIO.readlines
    __iter__ = StringIO.__iter__
    __next__ = StringIO.__next__
    tell = StringIO.tell
    flush = StringIO.flush
    close = StringIO.close
    readable = writable = seekable = StringIO.readable
    isatty = StringIO.isatty
    __enter__ = StringIO.__enter__
    __exit__ = StringIO.__exit__

    def seek(self, position, whence=0):
        self._at = position + (0 if whence == 0 else self._at if whence == 1 else len(self._bytes))
        return self._at
`;
