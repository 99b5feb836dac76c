/// Arrays and pointers of `ctypes` (Modules/_ctypes/_ctypes.c Array_init, Pointer_item).
export const ctypesArraysSource = `class Array(_CData, metaclass=PyCArrayType):
    __module__ = "_ctypes"
    __slots__ = ()
    __new__ = _new_own

    def __init__(self, *values):
        for i, value in enumerate(values):
            self[i] = value

    def __len__(self):
        return self._length_

    def _index(self, index):
        if not isinstance(index, int):
            raise TypeError("indices must be integers")
        i = index + self._length_ if index < 0 else index
        if not 0 <= i < self._length_:
            raise IndexError("invalid index")
        return i * self._type_._size_

    def __getitem__(self, index):
        if isinstance(index, slice):
            items = [self[i] for i in range(*index.indices(self._length_))]
            return b"".join(items) if issubclass(self._type_, c_char) else items
        return _part(self, self._type_, self._index(index))

    def __setitem__(self, index, value):
        if not isinstance(index, slice):
            return _assign(self, self._type_, self._index(index), value)
        indices = range(*index.indices(self._length_))
        if len(indices) != len(value):
            raise ValueError("Can only assign sequence of same size")
        for i, item in zip(indices, value):
            self[i] = item

    def __getattr__(self, name):
        if issubclass(self._type_, c_char) and name in ("raw", "value"):
            return bytes(self) if name == "raw" else bytes(self).split(b"\\0")[0]
        if issubclass(self._type_, c_wchar) and name == "value":
            return "".join(self).split("\\0")[0]
        raise AttributeError("%r object has no attribute %r" % (type(self).__name__, name))

    def __setattr__(self, name, value):
        if issubclass(self._type_, c_char) and name in ("raw", "value"):
            if not isinstance(value, bytes):
                raise TypeError("bytes expected instead of %s instance" % type(value).__name__)
            if len(value) > self._size_:
                raise ValueError("byte string too long")
            _ctypes.put(self._address, value + b"\\0" if name == "value" and len(value) < self._size_ else value)
        elif issubclass(self._type_, c_wchar) and name == "value":
            for i, c in enumerate(value + "\\0" if len(value) < self._length_ else value):
                self[i] = c
        else:
            super().__setattr__(name, value)

class _Pointer(_CData, metaclass=PyCPointerType):
    __module__ = "_ctypes"
    __slots__ = ()
    _size_ = 8
    _type_ = None

    def __new__(cls, *args):
        self = _ctypes.new(cls)
        self._address = None
        return self

    def __init__(self, value=None):
        if value is not None and not isinstance(value, self._type_):
            raise TypeError("expected %s instead of %s" % (self._type_.__name__, type(value).__name__))
        self._value = None if value is None else addressof(value)
        self._b_objects = value

    @property
    def contents(self):
        part = self._type_.from_address(self._target())
        part._b_base = self
        return part

    @contents.setter
    def contents(self, value):
        self.__init__(value)

    def _target(self):
        target = self._value if self._address is None else _ctypes.read(self._address, 8, "pointer")
        if not target:
            raise ValueError("NULL pointer access")
        return target

    def _at(self):
        return self._type_.from_address(self._target())

    def __getitem__(self, index):
        if isinstance(index, slice):
            items = [self[i] for i in range(index.start or 0, index.stop, index.step or 1)]
            return b"".join(items) if issubclass(self._type_, c_char) else items
        return _part(self._at(), self._type_, index * self._type_._size_)

    def __setitem__(self, index, value):
        _assign(self._at(), self._type_, index * self._type_._size_, value)

    def __bool__(self):
        return bool(self._value if self._address is None else _ctypes.read(self._address, 8, "pointer"))
`;
