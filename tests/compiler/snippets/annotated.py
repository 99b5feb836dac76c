global_x: int = 1
(global_y): int
a.b: int = 3
a[1]: str

if x:
    conditional: str = 'a'
def f(a: int, /, *args: *Ts, b: str = 'x', **kw: dict) -> None:
    local: int = 1
class C:
    p: int
    def q(self, r: p) -> 'C': pass
