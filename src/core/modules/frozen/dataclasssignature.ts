/// `dataclasses`: the parameters of a class that has no docstring, as inspect.signature() writes them. What it makes on the way
/// is what that makes.

const NAMES = ['follow_wrapper_chains', 'skip_bound_arg', 'globals', 'locals', 'sigcls', 'eval_str'];

/// inspect._signature_from_callable, which hands all its options on.
const signatureOf = (names: readonly string[]): string => `
    def _signature_of(obj, *, ${names.map(name => `${name}=None`).join(', ')}):
        again = functools.partial(_signature_of, ${names.map(name => `${name}=${name}`).join(', ')})
        if isinstance(obj, types.MethodType):
            return _without_first(again(obj.__func__))
        if isinstance(obj, types.FunctionType):
            return _parameters(obj)
        init = obj.__init__
        if not isinstance(init, types.FunctionType):
            return None
        if _TOGETHER:
            _ask(*[ref(entry) for entry in type.__mro__])
            return again(init.__get__(obj))
        return _without_first(again(init))`;

export const dataclassSignatureSource = `
class _Kinds:
    def __call__(self, kind):
        return kind

_kinds = _Kinds()

class _Parameter:
    __slots__ = ("name", "kind", "default", "annotation")

    def __init__(self, name, kind, *, default=MISSING, annotation=MISSING):
        self.kind = _kinds(kind)
        self.name, self.default, self.annotation = name, default, annotation

    def __str__(self):
        text = self.name
        if self.annotation is not MISSING:
            text = text + ": " + _formatted(self.annotation)
        if self.default is not MISSING:
            text = text + ("=" if self.annotation is MISSING else " = ") + repr(self.default)
        return "*" * (self.kind == 2) + "**" * (self.kind == 4) + text

def _formatted(annotation):
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        return annotation.__qualname__ if annotation.__module__ == "builtins" else annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation).replace("typing.", "")

def _parameters(func):
    "What a function takes; kinds as inspect numbers them."
    code = func.__code__
    names = code.co_varnames
    count, only = code.co_argcount, code.co_kwonlyargcount
    positional, keyword = names[:count], names[count:count + only]
    annotations = dict(func.__annotations__)
    defaults, kwdefaults = func.__defaults__, func.__kwdefaults__
    required = count - (len(defaults) if defaults else 0)
    parameters = []
    for name in positional[:required]:
        parameters.append(_Parameter(name, annotation=annotations.get(name, MISSING), kind=1))
    for offset, name in enumerate(positional[required:]):
        parameters.append(_Parameter(name, annotation=annotations.get(name, MISSING), kind=1, default=defaults[offset]))
    if code.co_flags & 4:
        name = names[count + only]
        parameters.append(_Parameter(name, annotation=annotations.get(name, MISSING), kind=2))
    for name in keyword:
        default = MISSING if kwdefaults is None else kwdefaults.get(name, MISSING)
        parameters.append(_Parameter(name, annotation=annotations.get(name, MISSING), kind=3, default=default))
    if code.co_flags & 8:
        name = names[count + only + (1 if code.co_flags & 4 else 0)]
        parameters.append(_Parameter(name, annotation=annotations.get(name, MISSING), kind=4))
    return _Signature(parameters, returns=annotations.get("return"), is_checked=False)

class _Signature:
    __slots__ = ("parameters", "returns")

    def __init__(self, parameters, *, returns, is_checked=True):
        self.returns = returns
        if not is_checked:
            named = OrderedDict((parameter.name, parameter) for parameter in parameters)
        else:
            named = OrderedDict()
            for parameter in parameters:
                named[parameter.name] = parameter
        self.parameters = types.MappingProxyType(named)

def _without_first(signature):
    params = tuple(signature.parameters.values())
    params = params[1:]
    return _Signature(params, returns=signature.returns)

# Which classes inspect.getattr_static() has looked at for a signature: references to the classes of their mro.
_asked = {}

def _ask(*references):
    _asked[references] = True

if _LAZY:${signatureOf([...NAMES, 'annotation_format'])}
else:${signatureOf(NAMES)}

def _signature(cls):
    signature = _signature_of(cls)
    if signature is None:
        return "()"
    result, star = [], True
    for parameter in signature.parameters.values():
        text = str(parameter)
        if parameter.kind == 3 and star:
            result.append("*")
        if parameter.kind in (2, 3):
            star = False
        result.append(text)
    return "(" + ", ".join(result) + ")"
`;
