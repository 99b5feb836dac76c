import gc
import types

source = '''def f(self, x, y):
    z = x.attr
    w = len(y)
    return (1, 2), (3, (4, 5)), x in {7, 8}, lambda: z
def g(a=(1, 2), *, b=5):
    return g
class C:
    def m(self):
        self.q = 1
x = [1, 2, 3]
'''


def show(code):
    for name in ("co_consts", "co_names", "co_varnames", "co_freevars", "co_cellvars"):
        value = getattr(code, name)
        print(code.co_name, name, len(value), gc.is_tracked(value))
    for constant in code.co_consts:
        if type(constant) is types.CodeType:
            show(constant)
        elif type(constant) is tuple:
            print("  ", constant, gc.is_tracked(constant))


show(compile(source, "text", "exec"))
exec(source)
print(gc.is_tracked(g.__defaults__), gc.is_tracked(f.__code__.co_varnames))
