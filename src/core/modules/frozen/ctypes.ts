/// `ctypes` (Lib/ctypes/__init__.py), as far as one needs it to look at objects in memory, and to have structures, arrays and buffers of one's own.
import { ctypesArraysSource } from './ctypesarrays';
import { ctypesDataSource } from './ctypesdata';

export const ctypesSource = `${ctypesDataSource}${ctypesArraysSource}
def _simple(name, size, kind):
    return PyCSimpleType(name, (_SimpleCData,), {"_size_": size, "_kind_": kind, "__module__": "ctypes"})

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
c_bool = _simple("c_bool", 1, "bool")
c_float = _simple("c_float", 4, "float")
c_wchar = _simple("c_wchar", 4, "wchar")

class c_void_p(_SimpleCData):
    _size_ = 8
    _kind_ = "pointer"

    def __init__(self, value=None):
        self._value = value

    @property
    def value(self):
        value = self._value if self._address is None else _ctypes.read(self._address, 8, "pointer")
        return value or None

c_double = _simple("c_double", 8, "double")
c_char = _simple("c_char", 1, "char")

class c_char_p(_SimpleCData):
    _size_ = 8
    _kind_ = "text"

    def __init__(self, value=None):
        if value is not None and not isinstance(value, bytes):
            raise TypeError("bytes or integer address expected instead of %s instance" % type(value).__name__)
        self._value = value

    def __repr__(self):
        # CPython shows where the characters are.
        return "c_char_p(%s)" % (None if self.value is None else id(self.value) + 32)

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

_pointer_types = {}

def POINTER(kind):
    if kind not in _pointer_types:
        module = "ctypes" if sys.version_info >= (3, 14) else "__main__"
        _pointer_types[kind] = PyCPointerType("LP_" + kind.__name__, (_Pointer,), {"_type_": kind, "__module__": module})
    return _pointer_types[kind]

def pointer(obj):
    return POINTER(type(obj))(obj)

def cast(obj, kind):
    if not (isinstance(kind, type) and issubclass(kind, (_Pointer, _SimpleCData))):
        shown = f", not {kind.__name__ if isinstance(kind, type) else type(kind).__name__}" if sys.version_info < (3, 13) else ""
        raise TypeError(f"cast() argument 2 must be a pointer type{shown}")
    if isinstance(obj, _SimpleCData):
        obj = obj.value
    elif isinstance(obj, _Pointer):
        obj = obj._target()
    elif isinstance(obj, _CData):
        obj = addressof(obj)
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
        raise TypeError("addressof() argument must be _ctypes._CData, not " + type(obj).__name__ if sys.version_info >= (3, 14) else "invalid type")
    if getattr(obj, "_address", None) is None:
        obj._hold_memory()
    return obj._address

class _Param:
    def __init__(self, obj, offset):
        self._obj = obj
        self._address = addressof(obj) + offset

    def __repr__(self):
        return "<cparam 'P' (0x%x)>" % self._address

def byref(obj, offset=0):
    return _Param(obj, offset)

def alignment(obj):
    return _alignment(obj if isinstance(obj, type) else type(obj))

def _buffer(kind, text, init, size):
    if isinstance(init, text):
        buffer = (kind * (len(init) + 1 if size is None else size))()
        buffer.value = init
        return buffer
    if isinstance(init, int):
        return (kind * init)()
    raise TypeError(init)

def create_string_buffer(init, size=None):
    return _buffer(c_char, bytes, init, size)

def create_unicode_buffer(init, size=None):
    return _buffer(c_wchar, str, init, size)

def _address_of(place):
    return place if isinstance(place, int) else place._target() if isinstance(place, _Pointer) else addressof(place)

def memmove(dst, src, count):
    _ctypes.put(_address_of(dst), src[:count] if isinstance(src, bytes) else _ctypes.string_at(_address_of(src), count))
    return _address_of(dst)

def memset(dst, c, count):
    _ctypes.put(_address_of(dst), bytes([c & 255]) * count)
    return _address_of(dst)

def string_at(address, size=-1):
    if isinstance(address, bytes):
        return address[:size] if size >= 0 else address.split(b"\\0")[0]
    address = _address_of(address)
    if size < 0:
        size = 0
        while _ctypes.read(address + size, 1, "unsigned"):
            size += 1
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
