/// `ctypes` (Lib/ctypes/__init__.py), as far as one needs it to look at objects in memory.
import { ctypesDataSource } from './ctypesdata';

export const ctypesSource = `${ctypesDataSource}
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
