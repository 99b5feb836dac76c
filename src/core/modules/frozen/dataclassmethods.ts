/// `dataclasses`, second part: the functions that dataclass() writes as source and runs. What is alive while they are compiled
/// is what CPython has: the free lists, and with them the first collection, come from it.
export const dataclassMethodsSource = `
def _run(text, globals, locals):
    ns = {}
    exec(text, globals, ns)
    return ns["__create_fn__"](**locals)

def _create_fn(name, args, body, *, globals, locals=None, returns_none=False):
    "Up to 3.11 each function is run alone."
    if locals is None:
        locals = {}
    if returns_none:
        locals["_return_type"] = None
    args = ",".join(args)
    body = "\\n".join("  " + line for line in body)
    params = ", ".join(locals.keys())
    returned = "->_return_type" if returns_none else ""
    return _run(f"def __create_fn__({params}):\\n def {name}({args}){returned}:\\n{body}\\n return {name}", globals, locals)

class _Functions:
    "From 3.13 on all functions of a class are run as one text."

    def __init__(self, globals):
        self.names, self.src = [], []
        self.globals, self.locals = globals, {}
        # What to say if the class has one; which replace what the class has.
        self.clashes, self.always = {}, {}
        if _LAZY:
            self.annotated = {}

    def add(self, name, args, body, *, locals=None, clash=None, always=False, decorator="", annotated=None):
        if locals is not None:
            self.locals.update(locals)
        if clash is not None:
            self.clashes[name] = clash
        if always:
            self.always[name] = True
        self.names.append(name)
        returned = ""
        if annotated is not None:
            if _LAZY:
                self.annotated[name] = (annotated, None)
            else:
                self.locals["__dataclass_" + name + "_return_type__"] = None
                returned = "->__dataclass_" + name + "_return_type__"
        args = ",".join(args)
        body = "\\n".join(body)
        self.src.append(f"{decorator} def {name}({args}){returned}:\\n{body}")

    def add_to(self, cls):
        defined, params = "\\n".join(self.src), ",".join(self.locals.keys())
        returned = "(" + ",".join(self.names) + ",)" if self.names else "()"
        made = _run(f"def __create_fn__({params}):\\n{defined}\\n return {returned}", self.globals, self.locals)
        for name, function in zip(self.names, made):
            function.__qualname__ = f"{cls.__qualname__}.{function.__name__}"
            if _LAZY and name in self.annotated:
                function.__annotate__ = _annotate_init(cls, *self.annotated[name])
            if name in self.always:
                setattr(cls, name, function)
            elif _set_new_attribute(cls, name, function) and name in self.clashes:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}{self.clashes[name]}")

def _set_new_attribute(cls, name, value):
    if name in cls.__dict__:
        return True
    if not _TOGETHER and isinstance(value, types.FunctionType):
        value.__qualname__ = f"{cls.__qualname__}.{value.__name__}"
    setattr(cls, name, value)
    return False

def _tuple_str(obj_name, fields):
    return "(" + ",".join([f"{obj_name}.{f.name}" for f in fields]) + ",)" if fields else "()"

def _default_name(f):
    return f"__dataclass_dflt_{f.name}__" if _TOGETHER else f"_dflt_{f.name}"

def _factory_name():
    return "__dataclass_HAS_DEFAULT_FACTORY__" if _TOGETHER else "_HAS_DEFAULT_FACTORY"

def _type_name(f):
    return f"__dataclass_type_{f.name}__" if _TOGETHER else f"_type_{f.name}"

def _init_line(f, frozen, scope, self_name, slots):
    value = f.name
    if f.default_factory is not MISSING:
        scope[_default_name(f)] = f.default_factory
        value = _default_name(f) + "()"
        if f.init:
            value += f" if {f.name} is {_factory_name()} else {f.name}"
    elif f.init:
        if f.default is not MISSING:
            scope[_default_name(f)] = f.default
    elif slots and f.default is not MISSING:
        scope[_default_name(f)] = f.default
        value = _default_name(f)
    else:
        return None
    if f._field_type is _FIELD_INITVAR:
        return None
    if frozen:
        return f"{_INDENT}__dataclass_builtins_object__.__setattr__({self_name},{f.name!r},{value})"
    return f"{_INDENT}{self_name}.{f.name}={value}"

def _init_param(f):
    default = "" if f.default is MISSING and f.default_factory is MISSING else "=" + (_default_name(f) if f.default is not MISSING else _factory_name())
    return f.name + ("" if _LAZY else ":" + _type_name(f)) + default

def _init_fn(fields, std_fields, kw_only_fields, frozen, has_post_init, self_name, functions, globals, slots):
    seen_default = None
    for f in std_fields:
        if not (f.default is MISSING and f.default_factory is MISSING):
            seen_default = f
        elif seen_default:
            raise TypeError(f"non-default argument {f.name!r} follows default argument" + (f" {seen_default.name!r}" if _TOGETHER else ""))
    if _LAZY:
        annotated = [f.name for f in fields if f.init]
        scope = {_factory_name(): _HAS_DEFAULT_FACTORY, "__dataclass_builtins_object__": object}
    elif _TOGETHER:
        annotated = ()
        scope = {**{_type_name(f): f.type for f in fields}, **{_factory_name(): _HAS_DEFAULT_FACTORY, "__dataclass_builtins_object__": object}}
    else:
        scope = {_type_name(f): f.type for f in fields}
        scope.update({"MISSING": MISSING, _factory_name(): _HAS_DEFAULT_FACTORY, "__dataclass_builtins_object__": object})
    body = []
    for f in fields:
        line = _init_line(f, frozen, scope, self_name, slots)
        if line:
            body.append(line)
    if has_post_init:
        given = ",".join(f.name for f in fields if f._field_type is _FIELD_INITVAR)
        body.append(f"{_INDENT}{self_name}.__post_init__({given})")
    if not body:
        body = [_INDENT + "pass"]
    params = [_init_param(f) for f in std_fields]
    if kw_only_fields:
        params += ["*"]
        params += [_init_param(f) for f in kw_only_fields]
    if _TOGETHER:
        return functions.add("__init__", [self_name] + params, body, locals=scope, annotated=annotated)
    return _create_fn("__init__", [self_name] + params, body, locals=scope, globals=globals, returns_none=True)

def _repr_text(fields, start):
    return [_INDENT + start + ", ".join([f"{f.name}={{self.{f.name}!r}}" for f in fields]) + ')"']

def _frozen_body(condition, owner, verb, call):
    return (f"{_INDENT}if {condition}:", f'{_INDENT} raise FrozenInstanceError(f"cannot {verb} field {{name!r}}")', f"{_INDENT}super({owner}, self).{call}")

def _annotate_init(__class__, annotation_fields, return_type):
    def __annotate__(format, /):
        import annotationlib
        known = {}
        for base in reversed(__class__.__mro__):
            known.update(annotationlib.get_annotations(base, format=format))
        found = {name: known[name] for name in annotation_fields if name in known}
        found["return"] = annotationlib.type_repr(return_type) if format == annotationlib.Format.STRING else return_type
        return found
    __annotate__.__generated_by_dataclasses__ = True
    __annotate__.__qualname__ = __class__.__qualname__ + ".__init__.__annotate__"
    return __annotate__
`;
