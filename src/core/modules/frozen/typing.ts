/// `typing`: names that may be written in annotations; they check nothing.
import { typingAliases } from './typingaliases';
import { typingClasses } from './typingclasses';
import { typingForms } from './typingforms';
import { typingRecords } from './typingrecords';
import { typingUnions } from './typingunions';

const typingFunctions = `
AnyStr = TypeVar("AnyStr", bytes, str)
AnyStr.__module__ = "typing"
Text = str
ContextManager, Pattern, Match = [_form(name, _qualifying) for name in ("ContextManager", "Pattern", "Match")]

class IO(Generic[AnyStr]):
    __slots__ = ()

class BinaryIO(IO[bytes]):
    __slots__ = ()

class TextIO(IO[str]):
    __slots__ = ()

# What CPython's own annotations have put into the caches.
if sys.version_info < (3, 14):
    List[AnyStr], Union[bytes, bytearray], Optional[str], Union[type[Any], Callable[..., Any]]
TYPE_CHECKING = False

def cast(typ, val):
    return val

def assert_type(val, typ, /):
    return val

def reveal_type(obj, /):
    print("Runtime type is " + repr(type(obj).__name__), file=sys.stderr)
    return obj

def assert_never(arg, /):
    raise AssertionError("Expected code to be unreachable, but got: " + repr(arg))

def no_type_check(arg):
    arg.__no_type_check__ = True
    return arg

def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f

def override(method, /):
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method

_overloads = collections.defaultdict(list)

def _overload_dummy(*args, **kwds):
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions outside a stub module should always be followed by an implementation that is not @overload-ed.")

def overload(func):
    _overloads[func.__module__, func.__qualname__].append(func)
    return _overload_dummy

def get_overloads(func):
    return list(_overloads.get((func.__module__, func.__qualname__), ()))

class NewType:
    def __init__(self, name, tp):
        self.__qualname__ = self.__name__ = name
        self.__supertype__ = tp
        self.__module__ = _caller()

    def __call__(self, value, /):
        return value

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass an instance of NewType. Perhaps you were looking for: \`" + self.__name__ + " = NewType(" + repr(self.__name__) + ", " + repr(self.__name__) + ")\`")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return self.__module__ + "." + self.__qualname__
`;

export const typingSource = [typingAliases, typingForms, typingUnions, typingClasses, typingFunctions, typingRecords].join('');
