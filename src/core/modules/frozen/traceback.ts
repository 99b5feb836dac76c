/// `traceback`.
export const tracebackSource = `
import sys
from _traceback import format as _format, format_only as _last, positions as _positions, source_line as _source_line, source_lines as _source_lines

class _Sentinel:
    def __repr__(self):
        return "<implicit>"

_sentinel = _Sentinel()

def _parse_value_tb(exc, value, tb):
    is_implicit = value is _sentinel
    if is_implicit is not (tb is _sentinel):
        raise ValueError("Both or neither of value and tb must be given")
    if not is_implicit:
        return value, tb
    if exc is None:
        return None, None
    if not isinstance(exc, BaseException):
        raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
    return exc, exc.__traceback__

def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True):
    value, tb = _parse_value_tb(exc, value, tb)
    return ["NoneType: None\\n"] if value is None else _format(value, tb, limit, chain)

def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))

def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True):
    print("".join(format_exception(exc, value, tb, limit, chain)), end="", file=sys.stderr if file is None else file)

def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)

def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, "last_exc") and not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(getattr(sys, "last_exc", None) or sys.last_value, limit=limit, file=file, chain=chain)

def format_exception_only(exc, /, value=_sentinel, *, show_group=False):
    value = exc if value is _sentinel else value
    return ["NoneType: None\\n"] if value is None else _last(value)

def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next

def walk_stack(f):
    f = f or sys._getframe(1)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back

class FrameSummary:
    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None, end_colno=None, **others):
        self.filename, self.lineno, self.name = filename, lineno, name
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno, self.end_colno = colno, end_colno
        self.locals = None if locals is None else {k: repr(v) for k, v in locals.items()}
        self._line = line

    @property
    def line(self):
        return (_source_line(self.filename, self.lineno) if self._line is None else self._line).strip()

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __getitem__(self, at):
        return (self.filename, self.lineno, self.name, self.line)[at]

    def __len__(self):
        return 4

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, (FrameSummary, tuple)) else NotImplemented

    def __repr__(self):
        return "<FrameSummary file %s, line %s in %s>" % (self.filename, self.lineno, self.name)

_REPEATS = 3

class StackSummary(list):
    def format_frame_summary(self, frame):
        text = '  File "%s", line %s, in %s\\n' % (frame.filename, frame.lineno, frame.name)
        if frame._line is None:
            text += "".join(_source_lines(frame.filename, frame.lineno, frame.end_lineno, frame.colno, frame.end_colno))
        elif frame.line:
            text += "    " + frame.line + "\\n"
        if frame.locals:
            text += "".join(["    %s = %s\\n" % pair for pair in sorted(frame.locals.items())])
        return text

    def format(self):
        lines = []
        last, count = None, 0
        for frame in [*self, None]:
            key = None if frame is None else (frame.filename, frame.lineno, frame.name)
            if key != last:
                if count > _REPEATS:
                    lines.append("  [Previous line repeated %d more time%s]\\n" % (count - _REPEATS, "s" if count > _REPEATS + 1 else ""))
                last, count = key, 0
            count += 1
            if frame is not None and count <= _REPEATS:
                lines.append(self.format_frame_summary(frame))
        return lines

    @classmethod
    def extract(cls, frames, *, limit=None, lookup_lines=True, capture_locals=False):
        return cls([FrameSummary(f.f_code.co_filename, lineno, f.f_code.co_name, locals=f.f_locals if capture_locals else None) for f, lineno in frames])

    @classmethod
    def from_list(cls, items):
        return cls([item if isinstance(item, FrameSummary) else FrameSummary(item[0], item[1], item[2], line=item[3]) for item in items])

def _summary(tb, capture_locals=False):
    found = StackSummary()
    while tb is not None:
        code = tb.tb_frame.f_code
        lineno, end_lineno, colno, end_colno = _positions(tb)
        found.append(FrameSummary(code.co_filename, tb.tb_lineno, code.co_name, end_lineno=end_lineno, colno=colno, end_colno=end_colno,
                                  locals=tb.tb_frame.f_locals if capture_locals else None))
        tb = tb.tb_next
    return found

def _limited(summary, limit):
    if limit is None:
        return summary
    return StackSummary(summary[:limit] if limit >= 0 else summary[limit:])

def extract_tb(tb, limit=None):
    return _limited(_summary(tb), limit)

def extract_stack(f=None, limit=None):
    found = StackSummary.extract(walk_stack(f or sys._getframe(1)))
    found.reverse()
    return found if limit is None else StackSummary(found[-limit:])

def format_stack(f=None, limit=None):
    return extract_stack(f or sys._getframe(1), limit).format()

def print_stack(f=None, limit=None, file=None):
    print("".join(format_stack(f or sys._getframe(1), limit)), end="", file=file or sys.stderr)

def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()

def print_list(extracted_list, file=None):
    print("".join(format_list(extracted_list)), end="", file=file or sys.stderr)

def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()

def print_tb(tb, limit=None, file=None):
    print("".join(format_tb(tb, limit)), end="", file=file or sys.stderr)

def clear_frames(tb):
    for frame, _ in walk_tb(tb):
        try:
            frame.clear()
        except RuntimeError:
            pass

class TracebackException:
    __cause__ = __context__ = exceptions = None

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False, compact=False,
                 max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        self._type = exc_type if save_exc_type else None
        self.stack = _limited(_summary(exc_traceback, capture_locals), limit)
        self._str = str(exc_value)
        self._lines = _format(exc_value, exc_traceback, limit, True)
        self._alone = _format(exc_value, exc_traceback, limit, False)
        self._only = _last(exc_value)
        self._name = exc_type and exc_type.__qualname__
        if exc_type and exc_type.__module__ not in ("__main__", "builtins"):
            self._name = exc_type.__module__ + "." + self._name
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False
        if _seen is not None:
            return
        # The other exceptions are looked up here for all of them, so that a long chain needs no deep calls.
        options = {"limit": limit, "capture_locals": capture_locals, "_seen": True}
        seen = {id(exc_value)}
        todo = [(self, exc_value)]
        while todo:
            told, error = todo.pop()
            if error is None:
                continue
            cause, context = error.__cause__, error.__context__
            if cause is not None and id(cause) not in seen:
                seen.add(id(cause))
                told.__cause__ = self.from_exception(cause, **options)
                todo.append((told.__cause__, cause))
            if context is not None and id(context) not in seen and not (compact and (told.__cause__ is not None or error.__suppress_context__)):
                seen.add(id(context))
                told.__context__ = self.from_exception(context, **options)
                todo.append((told.__context__, context))
            if isinstance(error, BaseExceptionGroup):
                told.exceptions = [self.from_exception(one, **options) for one in error.exceptions]
                todo.extend(zip(told.exceptions, error.exceptions))

    @classmethod
    def from_exception(cls, exc, *args, **options):
        return cls(type(exc), exc, exc.__traceback__, *args, **options)

    if sys.version_info >= (3, 13):
        @property
        def exc_type(self):
            import warnings
            warnings.warn("Deprecated in 3.13. Use exc_type_str instead.", DeprecationWarning, stacklevel=2)
            return self._type

        @property
        def exc_type_str(self):
            return self._name
    else:
        @property
        def exc_type(self):
            return self._type

    def format(self, *, chain=True):
        return iter(self._lines if chain else self._alone)

    def format_exception_only(self, *, show_group=False):
        return iter(self._only)

    def print(self, *, file=None, chain=True):
        print("".join(self.format(chain=chain)), end="", file=file or sys.stderr)

    def __str__(self):
        return self._str

__all__ = [name for name in ("extract_stack extract_tb format_exception format_exception_only format_list format_stack format_tb print_exc format_exc "
           "print_exception print_last print_stack print_tb clear_frames FrameSummary StackSummary TracebackException walk_stack "
           "walk_tb").split() if name in globals()]
`;
