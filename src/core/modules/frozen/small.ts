/// Modules of a few lines.
export const futureSource = `
class _Feature:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "_Feature(" + repr(self.name) + ")"

all_feature_names = ["nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
                     "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations"]
for _name in all_feature_names:
    globals()[_name] = _Feature(_name)
del _name
`;

export const keywordSource = `
__all__ = ["iskeyword", "issoftkeyword", "kwlist", "softkwlist"]
import sys

kwlist = ("False None True and as assert async await break class continue def del elif else except finally for from global "
          "if import in is lambda nonlocal not or pass raise return try while with yield").split()
softkwlist = ["_", "case", "match"] + (["type"] if sys.version_info >= (3, 12) else [])
iskeyword = frozenset(kwlist).__contains__
issoftkeyword = frozenset(softkwlist).__contains__
del sys
`;

export const warningsSource = `
import sys
from _traceback import source_line as _source_line

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings", "catch_warnings"]
if sys.version_info >= (3, 13):
    __all__.append("deprecated")
filters = [("default", None, DeprecationWarning, "__main__", 0), ("ignore", None, DeprecationWarning, None, 0),
           ("ignore", None, PendingDeprecationWarning, None, 0), ("ignore", None, ImportWarning, None, 0),
           ("ignore", None, ResourceWarning, None, 0)]
_shown = set()
defaultaction = "default"

class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file, self.line, self.source = file, line, source

    def __str__(self):
        return "{message : %r, category : %r, filename : %r, lineno : %s, line : %r}" % (self.message, self.category.__name__, self.filename, self.lineno, self.line)

def formatwarning(message, category, filename, lineno, line=None):
    text = _source_line(filename, lineno) if line is None else line
    return "%s:%s: %s: %s\\n" % (filename, lineno, category.__name__, message) + ("  " + text.strip() + "\\n" if text else "")

def showwarning(message, category, filename, lineno, file=None, line=None):
    (file or sys.stderr).write(formatwarning(message, category, filename, lineno, line))

_write = showwarning
_log = None

def _action(text, category, module, lineno):
    for action, pattern, kind, module_pattern, line in filters:
        if issubclass(category, kind) and (pattern is None or text.lower().startswith(pattern)) and (module_pattern is None or module_pattern == module) and line in (0, lineno):
            return action
    return defaultaction

def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = type(message)
    category = category or UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not " + repr(type(category).__name__ if not isinstance(category, type) else category.__name__))
    frame = sys._getframe(1)
    for _ in range(stacklevel - 1):
        frame = frame.f_back or frame
    warn_explicit(message, category, frame.f_code.co_filename, frame.f_lineno, frame.f_globals.get("__name__", "<string>"), _shown)

def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    text = str(message)
    action = _action(text, category, module, lineno)
    if action == "ignore":
        return
    if not isinstance(message, Warning):
        message = category(message)
    if action == "error":
        raise message
    if action != "always" and (registry is not None or action == "once"):
        key = {"once": (text, category), "module": (text, category, module)}.get(action, (text, category, filename, lineno))
        if key in _shown:
            return
        _shown.add(key)
    if _log is not None:
        _log.append(WarningMessage(message, category, filename, lineno))
    else:
        showwarning(message, category, filename, lineno)

def _check(action, category, lineno):
    if action not in ("error", "ignore", "always", "default", "module", "once", "all"):
        raise ValueError("invalid action: " + repr(action))
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass")

def _insert(entry, append):
    if entry in filters:
        filters.remove(entry)
    filters.insert(len(filters) if append else 0, entry)

def simplefilter(action, category=Warning, lineno=0, append=False):
    _check(action, category, lineno)
    _insert((action, None, category, None, lineno), append)

def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    "NOT-CPYTHON: message is a beginning of the text and module a name, no regular expressions."
    _check(action, category, lineno)
    _insert((action, message.rstrip(".*").lower() or None, category, module or None, lineno), append)

def resetwarnings():
    filters.clear()

class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __enter__(self):
        global _log
        if self._entered:
            raise RuntimeError("Cannot enter " + repr(self) + " twice")
        self._entered = True
        self._saved = filters[:], _log, set(_shown)
        if self._filter is not None:
            simplefilter(*self._filter)
        if self._record:
            _log = []
            return _log
        _log = None

    def __exit__(self, *exc_info):
        global _log
        filters[:], _log, shown = self._saved
        _shown.clear()
        _shown.update(shown)

def deprecated_decorator(message, /, *, category=DeprecationWarning, stacklevel=1):
    def decorate(target):
        import functools
        target.__deprecated__ = message
        if category is None:
            return target
        if isinstance(target, type):
            original = target.__new__
            @functools.wraps(original)
            def __new__(cls, /, *args, **kwargs):
                if cls is target:
                    warn(message, category=category, stacklevel=stacklevel + 1)
                return original(cls) if original is object.__new__ else original(cls, *args, **kwargs)
            target.__new__ = staticmethod(__new__)
            return target
        @functools.wraps(target)
        def wrapper(*args, **kwargs):
            warn(message, category=category, stacklevel=stacklevel + 1)
            return target(*args, **kwargs)
        wrapper.__deprecated__ = message
        return wrapper
    return decorate

if sys.version_info >= (3, 13):
    deprecated = deprecated_decorator
del deprecated_decorator

for _kind in (ResourceWarning, ImportWarning, PendingDeprecationWarning, DeprecationWarning):
    simplefilter("ignore", _kind)
del _kind
_insert(("default", None, DeprecationWarning, "__main__", 0), False)
`;
