/// `annotationlib` (3.14): annotations as values, as strings, or as values with ForwardRef for what is not defined.
/// NOT-CPYTHON: FORWARDREF makes a whole annotation a ForwardRef if a name in it is missing.
export const annotationlibSource = `
import enum
import sys
from _typesupport import annotation_texts, union_of

class Format(enum.IntEnum):
    VALUE = 1
    VALUE_WITH_FAKE_GLOBALS = 2
    FORWARDREF = 3
    STRING = 4

class ForwardRef:
    __slots__ = ("__forward_is_argument__", "__forward_is_class__", "__forward_module__", "__weakref__", "__arg__", "__globals__",
                 "__extra_names__", "__code__", "__ast_node__", "__cell__", "__owner__", "__stringifier_dict__", "__resolved_str_cache__")

    def __init__(self, arg, *, module=None, owner=None, is_argument=True, is_class=False):
        if not isinstance(arg, str):
            raise TypeError("Forward reference must be a string -- got " + repr(arg))
        self.__arg__ = arg
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module
        self.__owner__ = owner
        self.__globals__ = self.__cell__ = self.__extra_names__ = self.__code__ = self.__ast_node__ = self.__resolved_str_cache__ = None

    @property
    def __forward_arg__(self):
        return self.__arg__

    @property
    def __forward_code__(self):
        if self.__code__ is None:
            arg = self.__arg__
            try:
                self.__code__ = compile("(" + arg + ",)[0]" if arg.lstrip().startswith("*") else arg, "<string>", "eval")
            except SyntaxError:
                raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
        return self.__code__

    def __or__(self, other):
        return union_of((self, other))

    def __ror__(self, other):
        return union_of((other, self))

    def evaluate(self, *, globals=None, locals=None, type_params=None, owner=None, format=Format.VALUE):
        owner = self.__owner__ if owner is None else owner
        if globals is None:
            globals = getattr(owner, "__globals__", None) or getattr(sys.modules.get(getattr(owner, "__module__", None)), "__dict__", {})
        if locals is None:
            locals = dict(vars(owner)) if isinstance(owner, type) else {}
        return eval(self.__forward_arg__, globals, locals)

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__ and self.__owner__ == other.__owner__

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__, id(self.__globals__), self.__forward_is_class__, (id(self.__cell__),), self.__owner__, None))

    def __repr__(self):
        extra = "" if self.__forward_module__ is None else ", module=" + repr(self.__forward_module__)
        if self.__owner__ is not None:
            extra += ", owner=" + repr(self.__owner__)
        return "ForwardRef(" + repr(self.__forward_arg__) + extra + ")"

def type_repr(value):
    if isinstance(value, (type, type(type_repr), type(len))):
        return value.__qualname__ if value.__module__ == "builtins" else value.__module__ + "." + value.__qualname__
    if value is ...:
        return "..."
    return repr(value)

def get_annotate_from_class_namespace(namespace):
    try:
        return namespace["__annotate__"]
    except KeyError:
        return namespace.get("__annotate_func__")

def annotations_to_strings(annotations):
    return {name: value if isinstance(value, str) else type_repr(value) for name, value in annotations.items()}

class _Names(dict):
    "A namespace in which names that are not defined stand for themselves."

    def __init__(self, known):
        self.known = known

    def __missing__(self, name):
        return self.known[name] if name in self.known else _Missing(name)

class _Missing:
    def __init__(self, name):
        self.name = name

def call_evaluate_function(evaluate, format, *, owner=None):
    return call_annotate_function(evaluate, format, owner=owner)

def call_annotate_function(annotate, format, *, owner=None):
    format = Format(format)
    if format == Format.VALUE_WITH_FAKE_GLOBALS:
        raise ValueError("The VALUE_WITH_FAKE_GLOBALS format is for internal use only")
    try:
        return annotate(format)
    except NotImplementedError:
        pass
    sources = annotation_texts(annotate)
    if format == Format.STRING:
        return dict(sources)
    made = {}
    for name, source in sources.items():
        try:
            made[name] = annotate.__globals__ and eval(source, annotate.__globals__, _scope(annotate, owner))
        except NameError:
            made[name] = ForwardRef(source, owner=owner)
    return made

def _scope(annotate, owner):
    names = dict(zip(annotate.__code__.co_freevars, [cell.cell_contents for cell in annotate.__closure__ or () if _filled(cell)]))
    if isinstance(owner, type):
        names = {**vars(owner), **names}
    return names

def _filled(cell):
    try:
        cell.cell_contents
    except ValueError:
        return False
    return True

def get_annotations(obj, *, globals=None, locals=None, eval_str=False, format=Format.VALUE):
    if eval_str and format != Format.VALUE:
        raise ValueError("eval_str=True is only supported with format=Format.VALUE")
    format = Format(format)
    if format == Format.VALUE_WITH_FAKE_GLOBALS:
        raise ValueError("The VALUE_WITH_FAKE_GLOBALS format is for internal use only")
    if not (isinstance(obj, type) or callable(obj) or isinstance(obj, type(sys))):
        raise TypeError(repr(obj) + " does not have annotations")
    found = None
    if format != Format.STRING:
        # Where the values can all be had, no other way is tried.
        try:
            found = getattr(obj, "__annotations__", None)
        except Exception:
            if format == Format.VALUE:
                raise
    if found is None:
        annotate = getattr(obj, "__annotate__", None)
        if annotate is not None:
            found = call_annotate_function(annotate, format, owner=obj)
        elif format == Format.STRING:
            found = annotations_to_strings(getattr(obj, "__annotations__", None) or {})
    if not found:
        return {}
    if eval_str:
        names = globals if globals is not None else getattr(obj, "__globals__", None) or vars(sys.modules[obj.__module__])
        return {name: eval(value, names, locals) if isinstance(value, str) else value for name, value in found.items()}
    return dict(found)
`;
