/// The data types of `ctypes` (Modules/_ctypes/_ctypes.c, cfield.c), as far as one needs them to look at objects in memory.
export const ctypesDataSource = `
import _ctypes
import sys

_arrays = {}

class _CDataType(type):
    def __mul__(cls, length):
        if not isinstance(length, int):
            raise TypeError("can't multiply sequence by non-int of type %r" % type(length).__name__)
        if length < 0:
            raise ValueError("Array length must be >= 0, not %d" % length)
        if (cls, length) not in _arrays:
            name = "%s_Array_%d" % (cls.__name__, length)
            contents = {"_type_": cls, "_length_": length, "_size_": cls._size_ * length, "_alignment_": _alignment(cls), "__module__": sys._getframe(1).f_globals["__name__"]}
            _arrays[cls, length] = PyCArrayType(name, (Array,), contents)
        return _arrays[cls, length]

    __rmul__ = __mul__

class PyCSimpleType(_CDataType):
    __module__ = "_ctypes"

class PyCArrayType(_CDataType):
    __module__ = "_ctypes"

class PyCPointerType(_CDataType):
    __module__ = "_ctypes"

def _alignment(kind):
    return getattr(kind, "_alignment_", kind._size_)

class _CData(metaclass=_CDataType):
    __module__ = "_ctypes"
    # As many words as a CDataObject has.
    __slots__ = ("_address", "_value", "_b_needsfree", "_b_base", "_b_size", "_b_length", "_b_index", "_b_objects", "_b_low", "_b_high")
    _size_ = 0

    @classmethod
    def from_address(cls, address):
        if not isinstance(address, int):
            raise TypeError("integer expected")
        self = _ctypes.new(cls)
        self._address = address
        return self

    @classmethod
    def from_buffer(cls, source, offset=0):
        view = memoryview(source)
        if view.obj is not source:
            raise NotImplementedError("memory-sim does not run from_buffer() of a memoryview yet")
        if view.readonly:
            raise TypeError("underlying buffer is not writable")
        _check_buffer(cls, view.nbytes, offset)
        self = cls.from_address(_ctypes.address_of(view.obj) + offset)
        self._b_objects = view
        return self

    @classmethod
    def from_buffer_copy(cls, source, offset=0):
        data = bytes(source)
        _check_buffer(cls, len(data), offset)
        self = _ctypes.new(cls)
        self._hold_memory()
        _ctypes.put(self._address, data[offset:offset + cls._size_])
        return self

    def _hold_memory(self):
        "Gives an object of its own the memory that it is in."
        self._b_base = bytearray(max(self._size_, 1))
        self._address = _ctypes.address_of(self._b_base)

    def _keep(self, value):
        "Keeps what the memory points to alive."
        try:
            self._b_objects.append(value)
        except AttributeError:
            self._b_objects = [value]

    def __bytes__(self):
        return _ctypes.string_at(addressof(self), self._size_)

def _check_buffer(cls, size, offset):
    if offset < 0:
        raise ValueError("offset cannot be negative")
    if size < offset + cls._size_:
        raise ValueError("Buffer size too small (%d instead of at least %d bytes)" % (size, offset + cls._size_))

def _part(holder, kind, offset):
    "What a field or an item gives."
    # Without an object of ours, which could take the very block that is read.
    if issubclass(kind, _SimpleCData):
        value = _ctypes.read(holder._address, kind._size_, kind._kind_, offset)
        return (value or None) if kind._kind_ == "pointer" else value
    part = kind.from_address(holder._address + offset)
    part._b_base = holder
    return part.value if _is_text(kind) else part

def _is_text(kind):
    return issubclass(kind, Array) and issubclass(kind._type_, (c_char, c_wchar))

def _assign(holder, kind, offset, value):
    "Gives a field or an item a value."
    at = holder._address + offset
    if issubclass(kind, _SimpleCData):
        if isinstance(value, kind):
            value = value.value
        if kind._kind_ in ("object", "text"):
            holder._keep(value)
        _ctypes.write(at, kind._size_, kind._kind_, value)
    elif issubclass(kind, _Pointer):
        if value is not None and not isinstance(value, (kind, Array)):
            raise TypeError("expected %s instance, got %s" % (kind.__name__, type(value).__name__))
        holder._keep(value)
        _ctypes.write(at, 8, "pointer", 0 if value is None or not value else value._target() if isinstance(value, kind) else value._address)
    elif _is_text(kind) and not isinstance(value, kind):
        if isinstance(value, bytes) and len(value) > kind._length_:
            raise ValueError("bytes too long (%d, maximum length %d)" % (len(value), kind._length_))
        kind.from_address(at).value = value
    else:
        if isinstance(value, tuple):
            value = kind(*value)
        if not isinstance(value, kind):
            words = "incompatible types, %s instance instead of %s instance" if isinstance(value, _CData) else "expected %s instance, got %s"
            names = type(value).__name__, kind.__name__
            raise TypeError(words % (names if isinstance(value, _CData) else names[::-1]))
        _ctypes.put(at, bytes(value))

class _SimpleCData(_CData, metaclass=PyCSimpleType):
    __module__ = "_ctypes"
    __slots__ = ()
    _kind_ = "signed"

    def __new__(cls, *args):
        self = _ctypes.new(cls)
        self._address = None
        return self

    def __init__(self, *value):
        self._value = self._convert(*value)

    @classmethod
    def _convert(cls, *value):
        return _ctypes.convert(cls._size_, cls._kind_, *value)

    def _hold_memory(self):
        value = self._value
        super()._hold_memory()
        _ctypes.write(self._address, self._size_, self._kind_, 0 if value is None else value)

    @property
    def value(self):
        if self._address is None:
            return self._value
        return _ctypes.read(self._address, self._size_, self._kind_)

    @value.setter
    def value(self, value):
        value = self._convert(value)
        if self._address is None:
            self._value = value
        else:
            _ctypes.write(self._address, self._size_, self._kind_, value)

    def __repr__(self):
        return type(self).__name__ + "(" + repr(self.value) + ")"

class CField:
    def __init__(self, name, kind, offset, bits=0, low=0):
        self._name = name
        self._kind = kind
        self._bits = bits
        self._low = low
        self.offset = offset
        self.size = (bits << 16 | low) if bits else kind._size_

    def __get__(self, instance, owner):
        if instance is None:
            return self
        kind = self._kind
        value = _part(instance, kind, self.offset)
        if self._bits:
            value = value >> self._low & (1 << self._bits) - 1
            return value - (1 << self._bits) if kind._kind_ == "signed" and value >> self._bits - 1 else value
        return value

    def __set__(self, instance, value):
        if self._bits:
            mask = (1 << self._bits) - 1 << self._low
            value = _part(instance, self._kind, self.offset) & ~mask | value << self._low & mask
        _assign(instance, self._kind, self.offset, value)

    def __repr__(self):
        kind = self._kind.__name__
        if sys.version_info >= (3, 14):
            bits = "bit_size=%d, bit_offset=%d" % (self._bits, self._low) if self._bits else "size=%d" % self.size
            return "<ctypes.CField %r type=%s, ofs=%d, %s>" % (self._name, kind, self.offset, bits)
        if self._bits:
            return "<Field type=%s, ofs=%d:%d, bits=%d>" % (kind, self.offset, self._low, self._bits)
        return "<Field type=%s, ofs=%d, size=%d>" % (kind, self.offset, self.size)

class PyCStructType(_CDataType):
    __module__ = "_ctypes"

    def __new__(mcls, name, bases, namespace):
        cls = super().__new__(mcls, name, bases, namespace)
        if "_fields_" in namespace:
            cls._lay_out()
        return cls

    def _lay_out(cls):
        end = 0
        alignment = 1
        for base in cls.__mro__[1:]:
            if "_size_" in base.__dict__ and base._size_:
                end = base._size_
                alignment = base._alignment_
                break
        # Bits of the field before that are in use, and in how many there are of its type.
        used = room = 0
        for name, kind, *bits in cls._fields_:
            if bits and 8 * kind._size_ == room and used + bits[0] <= room and not cls._is_union_:
                offset = end - kind._size_
            else:
                offset = 0 if cls._is_union_ else -(-end // _alignment(kind)) * _alignment(kind)
                used = 0
            type.__setattr__(cls, name, CField(name, kind, offset, *bits, *[used] * len(bits)))
            used, room = (used + bits[0], 8 * kind._size_) if bits else (0, 0)
            alignment = max(alignment, _alignment(kind))
            end = max(end, offset + kind._size_)
        cls._alignment_ = alignment
        cls._size_ = -(-end // alignment) * alignment

    def __setattr__(cls, name, value):
        super().__setattr__(name, value)
        if name == "_fields_":
            cls._lay_out()

class UnionType(PyCStructType):
    __module__ = "_ctypes"

def _new_own(cls, *args, **kwargs):
    self = _ctypes.new(cls)
    self._hold_memory()
    return self

def _fill(self, *args, **kwargs):
    names = [field[0] for base in reversed(type(self).__mro__) for field in base.__dict__.get("_fields_", ())]
    for name, value in zip(names, args):
        if name in kwargs:
            raise TypeError("duplicate values for field %r" % name)
        setattr(self, name, value)
    if len(args) > len(names):
        raise TypeError("too many initializers")
    for name, value in kwargs.items():
        setattr(self, name, value)

class Structure(_CData, metaclass=PyCStructType):
    __module__ = "_ctypes"
    __slots__ = ()
    __new__ = _new_own
    __init__ = _fill
    _is_union_ = False
    _alignment_ = 1

class Union(_CData, metaclass=UnionType):
    __module__ = "_ctypes"
    __slots__ = ()
    __new__ = _new_own
    __init__ = _fill
    _is_union_ = True
    _alignment_ = 1

`;
