import gc
def outer():
    cell = [1]
    def f(a: int = 5, *, k=7) -> str:
        "doc"
        return cell
    f.__annotations__
    f.extra = 1
    return f
f = outer()
print([type(x).__name__ for x in gc.get_referents(f)])
def plain(x=f): pass
print([type(x).__name__ for x in gc.get_referents(plain)])
print([type(x).__name__ for x in gc.get_referents(lambda: 0)])
class C:
    def m(self): pass
print([type(x).__name__ for x in gc.get_referents(C().m)])
