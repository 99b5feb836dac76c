from string.templatelib import Template, Interpolation, convert
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
name = 'World'
x = t'Hello {name}!'
t(lambda: x)
t(lambda: x.strings)
t(lambda: x.interpolations)
t(lambda: x.values)
t(lambda: list(x))
t(lambda: type(x))
i = x.interpolations[0]
t(lambda: (i.value, i.expression, i.conversion, i.format_spec))
t(lambda: t'{name!r:>10} {1 + 2 = } {name=}')
t(lambda: t'')
t(lambda: t'{name}')
t(lambda: list(t'{name}'))
t(lambda: list(t'a'))
t(lambda: x + t' more {5}')
t(lambda: x + 'a')
t(lambda: x == x)
t(lambda: x == t'Hello {name}!')
t(lambda: str(x) == repr(x))
t(lambda: f'{x}' == str(x))
t(lambda: t'{5:{3}}')
t(lambda: t'a' t'b{1}')
t(lambda: rt'\n{1}')
t(lambda: Template('a', Interpolation(5, 'x'), 'b'))
t(lambda: Template('a', 'b', Interpolation(5), Interpolation(6)))
t(lambda: Template(5))
t(lambda: Interpolation(5, 'x', 'r', '.2f'))
t(lambda: Interpolation(5, 'x', 'z'))
t(lambda: convert(5, 'r'))
t(lambda: convert('a', None))
t(lambda: convert('é', 'a'))
def html(template):
    out = []
    for part in template:
        match part:
            case str() as s: out.append(s)
            case Interpolation(value, _, conv, spec): out.append('<' + format(convert(value, conv), spec) + '>')
    return ''.join(out)
t(lambda: html(t'{1.5:.2f} and {name!r}'))
t(lambda: Interpolation.__match_args__)
