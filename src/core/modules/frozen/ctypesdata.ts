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
            contents = {"_type_": cls, "_length_": length, "_size_": cls._size_ * length, "_alignment_": _alignment(cls), "__module__": "__main__"}
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

class _SimpleCData(_CData, metaclass=PyCSimpleType):
    __module__ = "_ctypes"
    __slots__ = ()
    _kind_ = "signed"

    def __new__(cls, *args):
        self = _ctypes.new(cls)
        self._address = None
        return self

    def __init__(self, value=0):
        self._value = self._convert(value)

    @classmethod
    def _convert(cls, value):
        if not isinstance(value, int):
            raise TypeError("an integer is required (got type " + type(value).__name__ + ")")
        bits = cls._size_ * 8
        value &= (1 << bits) - 1
        if cls._kind_ == "signed" and value >> (bits - 1):
            value -= 1 << bits
        return value

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
            _ctypes.write(self._address, value)

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
        if not issubclass(kind, _SimpleCData):
            return kind.from_address(instance._address + self.offset)
        # Without an object of ours, which could take the very block that is read.
        value = _ctypes.read(instance._address, kind._size_, kind._kind_, self.offset)
        if self._bits:
            value = value >> self._low & (1 << self._bits) - 1
            return value - (1 << self._bits) if kind._kind_ == "signed" and value >> self._bits - 1 else value
        return (value or None) if kind._kind_ == "pointer" else value

    def __set__(self, instance, value):
        _ctypes.write(instance._address + self.offset, value)

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

def _no_own(self, *args, **kwargs):
    raise NotImplementedError("memory-sim does not run ctypes structures and arrays of their own yet: use from_address()")

class Structure(_CData, metaclass=PyCStructType):
    __module__ = "_ctypes"
    __slots__ = ()
    __init__ = _no_own
    _is_union_ = False
    _alignment_ = 1

class Union(_CData, metaclass=UnionType):
    __module__ = "_ctypes"
    __slots__ = ()
    __init__ = _no_own
    _is_union_ = True
    _alignment_ = 1

class Array(_CData, metaclass=PyCArrayType):
    __module__ = "_ctypes"
    __slots__ = ()
    __init__ = _no_own

    def __len__(self):
        return self._length_

    def __getitem__(self, index):
        if isinstance(index, slice):
            items = [self._item(i) for i in range(*index.indices(self._length_))]
            return b"".join(items) if issubclass(self._type_, c_char) else items
        if not isinstance(index, int):
            raise TypeError("indices must be integers")
        i = index + self._length_ if index < 0 else index
        if not 0 <= i < self._length_:
            raise IndexError("invalid index")
        return self._item(i)

    def __setitem__(self, index, value):
        _ctypes.write(self._address, value)

    def _item(self, i):
        kind = self._type_
        if issubclass(kind, _SimpleCData):
            return _ctypes.read(self._address, kind._size_, kind._kind_, i * kind._size_)
        return kind.from_address(self._address + i * kind._size_)

    def __bytes__(self):
        return _ctypes.string_at(self._address, self._size_)

    def __getattr__(self, name):
        if issubclass(self._type_, c_char) and name in ("raw", "value"):
            return bytes(self) if name == "raw" else bytes(self).split(b"\\0")[0]
        raise AttributeError("%r object has no attribute %r" % (type(self).__name__, name))

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

    @property
    def contents(self):
        return self._type_.from_address(self._target())

    def _target(self):
        target = self._value if self._address is None else _ctypes.read(self._address, 8, "pointer")
        if not target:
            raise ValueError("NULL pointer access")
        return target

    def __getitem__(self, index):
        item = self._type_.from_address(self._target() + index * self._type_._size_)
        return item.value if issubclass(self._type_, _SimpleCData) else item

    def __bool__(self):
        return bool(self._value if self._address is None else _ctypes.read(self._address, 8, "pointer"))
`;
