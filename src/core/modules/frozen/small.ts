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

export const warningsSource = `
import sys

def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = type(message)
    category = category or UserWarning
    frame = sys._getframe(1)
    for _ in range(stacklevel - 1):
        frame = frame.f_back or frame
    sys.stderr.write("%s:%d: %s: %s\\n" % (frame.f_code.co_filename, frame.f_lineno, category.__name__, message))

def simplefilter(action, category=Warning, lineno=0, append=False):
    pass

def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    pass

def resetwarnings():
    pass
`;

export const tracebackSource = `
import sys
from _traceback import format as _format

def format_exception(exc, /, value=None, tb=None, limit=None, chain=True):
    return _format(exc if value is None else value)

def format_exc(limit=None, chain=True):
    exc = sys.exception()
    return "NoneType: None\\n" if exc is None else "".join(_format(exc))

def print_exception(exc, /, value=None, tb=None, limit=None, file=None, chain=True):
    print("".join(format_exception(exc, value)), end="", file=file or sys.stderr)

def print_exc(limit=None, file=None, chain=True):
    print(format_exc(), end="", file=file or sys.stderr)

def format_exception_only(exc, /, value=None):
    exc = exc if value is None else value
    text = str(exc)
    name = type(exc).__qualname__ if type(exc).__module__ in ("builtins", "__main__") else type(exc).__module__ + "." + type(exc).__qualname__
    return [name + (": " + text if text else "") + "\\n"]

def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next
`;
