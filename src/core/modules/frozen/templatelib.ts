/// `string.templatelib`: template strings (PEP 750). The instructions for `t'...'` make them, too.
export const templatelibSource = `
_made = object.__new__

class Interpolation:
    __match_args__ = ("value", "expression", "conversion", "format_spec")
    __slots__ = ("_value", "_expression", "_conversion", "_format_spec")

    def __new__(cls, value, expression="", conversion=None, format_spec=""):
        if conversion is not None and not isinstance(conversion, str):
            raise TypeError("Interpolation() argument 'conversion' must be str, not " + type(conversion).__name__)
        if conversion not in (None, "s", "r", "a"):
            raise ValueError("Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'")
        self = _made(cls)
        self._value, self._expression, self._conversion, self._format_spec = value, expression, conversion, format_spec
        return self

    value = property(lambda self: self._value)
    expression = property(lambda self: self._expression)
    conversion = property(lambda self: self._conversion)
    format_spec = property(lambda self: self._format_spec)

    __class_getitem__ = classmethod(type(list[int]))

    def __init_subclass__(cls):
        raise TypeError("type 'string.templatelib.Interpolation' is not an acceptable base type")

    def __repr__(self):
        return f"Interpolation({self._value!r}, {self._expression!r}, {self._conversion!r}, {self._format_spec!r})"

class TemplateIter:
    def __init__(self, parts):
        self._parts = iter(parts)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._parts)

class Template:
    __slots__ = ("_strings", "_interpolations")

    def __new__(cls, *args):
        strings, interpolations = [""], []
        for arg in args:
            if isinstance(arg, str):
                strings[-1] += arg
            elif isinstance(arg, Interpolation):
                interpolations.append(arg)
                strings.append("")
            else:
                raise TypeError("Template.__new__ *args need to be of type 'str' or 'Interpolation', got " + type(arg).__name__)
        return _template(tuple(strings), tuple(interpolations))

    strings = property(lambda self: self._strings)
    interpolations = property(lambda self: self._interpolations)
    values = property(lambda self: tuple([i._value for i in self._interpolations]))

    def __init_subclass__(cls):
        raise TypeError("type 'string.templatelib.Template' is not an acceptable base type")

    def __iter__(self):
        parts = []
        for i, string in enumerate(self._strings):
            if string:
                parts.append(string)
            if i < len(self._interpolations):
                parts.append(self._interpolations[i])
        return TemplateIter(parts)

    def __add__(self, other):
        if not isinstance(other, Template):
            raise TypeError(f'can only concatenate string.templatelib.Template (not "{_name(other)}") to string.templatelib.Template')
        strings = self._strings[:-1] + (self._strings[-1] + other._strings[0],) + other._strings[1:]
        return _template(strings, self._interpolations + other._interpolations)

    def __repr__(self):
        return f"Template(strings={self._strings!r}, interpolations={self._interpolations!r})"

def _name(value):
    kind = type(value)
    return kind.__name__ if kind.__module__ == "builtins" else kind.__module__ + "." + kind.__qualname__

def _template(strings, interpolations):
    self = _made(Template)
    self._strings, self._interpolations = strings, interpolations
    return self

def convert(obj, /, conversion):
    if conversion is None:
        return obj
    if conversion == "r":
        return repr(obj)
    if conversion == "s":
        return str(obj)
    if conversion == "a":
        return ascii(obj)
    raise ValueError(f"invalid conversion specifier: {conversion}")
`;
