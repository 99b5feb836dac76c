/// `ctypes`, as far as one needs it to look at objects in memory.
export const ctypesSource = `
import _ctypes

class _CData:
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

class _SimpleCData(_CData):
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

def _simple(name, size, kind):
    return type(_SimpleCData)(name, (_SimpleCData,), {"_size_": size, "_kind_": kind, "__module__": "ctypes"})

c_byte = _simple("c_byte", 1, "signed")
c_ubyte = _simple("c_ubyte", 1, "unsigned")
c_short = _simple("c_short", 2, "signed")
c_ushort = _simple("c_ushort", 2, "unsigned")
c_int = _simple("c_int", 4, "signed")
c_uint = _simple("c_uint", 4, "unsigned")
c_long = _simple("c_long", 8, "signed")
c_ulong = _simple("c_ulong", 8, "unsigned")
c_longlong = c_long
c_ulonglong = c_ulong
c_ssize_t = c_long
c_size_t = c_ulong
c_int8, c_uint8, c_int16, c_uint16 = c_byte, c_ubyte, c_short, c_ushort
c_int32, c_uint32, c_int64, c_uint64 = c_int, c_uint, c_long, c_ulong
c_bool = _simple("c_bool", 1, "unsigned")

class c_void_p(_SimpleCData):
    _size_ = 8
    _kind_ = "pointer"

    def __init__(self, value=None):
        self._value = value

    @property
    def value(self):
        value = self._value if self._address is None else _ctypes.read(self._address, 8, "pointer")
        return value or None

class c_double(_SimpleCData):
    _size_ = 8
    _kind_ = "double"

    def __init__(self, value=0.0):
        self._value = float(value)

class c_char(_SimpleCData):
    _size_ = 1
    _kind_ = "char"

    def __init__(self, value=b"\\0"):
        self._value = value

class py_object(_SimpleCData):
    _size_ = 8
    _kind_ = "object"

    def __init__(self, *value):
        if value:
            self._value = value[0]

    @property
    def value(self):
        if self._address is not None:
            return _ctypes.read(self._address, 8, "object")
        try:
            return self._value
        except AttributeError:
            raise ValueError("PyObject is NULL") from None

class _Field:
    def __init__(self, kind, offset):
        self.kind = kind
        self.offset = offset
        self.size = kind._size_

    def __get__(self, instance, owner):
        if instance is None:
            return self
        kind = self.kind
        if not issubclass(kind, _SimpleCData):
            return kind.from_address(instance._address + self.offset)
        # Without an object of ours, which could take the very block that is read.
        value = _ctypes.read(instance._address, kind._size_, kind._kind_, self.offset)
        return (value or None) if kind._kind_ == "pointer" else value

    def __set__(self, instance, value):
        _ctypes.write(instance._address + self.offset, value)

class _StructureType(type):
    def __new__(mcls, name, bases, namespace):
        cls = super().__new__(mcls, name, bases, namespace)
        if "_fields_" in namespace:
            cls._lay_out()
        return cls

    def _lay_out(cls):
        offset = 0
        alignment = 1
        for base in cls.__mro__[1:]:
            if "_size_" in base.__dict__ and base._size_:
                offset = base._size_
                alignment = base._alignment_
                break
        for name, kind in cls._fields_:
            size = getattr(kind, "_alignment_", kind._size_)
            offset = 0 if cls._is_union_ else (offset + size - 1) // size * size
            type.__setattr__(cls, name, _Field(kind, offset))
            alignment = max(alignment, size)
            offset += kind._size_
            if cls._is_union_:
                cls._union_size_ = max(cls._union_size_, kind._size_)
        if cls._is_union_:
            offset = cls._union_size_
        cls._alignment_ = alignment
        cls._size_ = (offset + alignment - 1) // alignment * alignment

    def __setattr__(cls, name, value):
        super().__setattr__(name, value)
        if name == "_fields_":
            cls._lay_out()

class Structure(_CData, metaclass=_StructureType):
    __slots__ = ()
    _is_union_ = False
    _alignment_ = 1

    def __init__(self, *args, **kwargs):
        raise NotImplementedError("memory-sim does not run ctypes structures of their own yet: use from_address()")

class Union(_CData, metaclass=_StructureType):
    __slots__ = ()
    _is_union_ = True
    _union_size_ = 0
    _alignment_ = 1

class _Pointer(_CData):
    __slots__ = ()
    _size_ = 8
    _alignment_ = 8
    _type_ = None

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

_pointer_types = {}

def POINTER(kind):
    if kind not in _pointer_types:
        _pointer_types[kind] = type("LP_" + kind.__name__, (_Pointer,), {"_type_": kind})
    return _pointer_types[kind]

def cast(obj, kind):
    if isinstance(obj, _SimpleCData):
        obj = obj.value
    elif isinstance(obj, _Pointer):
        obj = obj._target()
    result = _ctypes.new(kind)
    result._address = None
    if kind is py_object:
        result._value = _ctypes.object_at(obj)
    else:
        result._value = obj
    return result

def sizeof(obj):
    try:
        return obj._size_
    except AttributeError:
        raise TypeError("this type has no size") from None

def addressof(obj):
    if not isinstance(obj, _CData):
        raise TypeError("invalid type")
    if getattr(obj, "_address", None) is None:
        raise NotImplementedError("memory-sim does not run addressof() of a ctypes object of its own yet")
    return obj._address

def string_at(address, size=-1):
    if size < 0:
        raise NotImplementedError("memory-sim does not run string_at() without a size yet")
    return _ctypes.string_at(address, size)

class _PythonApi:
    def _object(self, argument):
        return argument.value if isinstance(argument, py_object) else _ctypes.object_at(getattr(argument, "value", argument))

    def Py_IncRef(self, argument):
        _ctypes.incref(self._object(argument))

    def Py_DecRef(self, argument):
        _ctypes.decref(self._object(argument))

    def __getattr__(self, name):
        raise NotImplementedError("memory-sim does not run ctypes.pythonapi." + name + " yet")

pythonapi = _PythonApi()

def CDLL(name, *args):
    raise NotImplementedError("memory-sim does not run C libraries")
`;
