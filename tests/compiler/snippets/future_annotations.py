from __future__ import annotations
"doc"
x: int = 3
class A:
    y: list[int] | None
    def f(self, a: 'str', *b: (1, 2), c: lambda q: 3 = 4) -> {1: 2}[0]: pass
def f():
    z: q.r = 3
    (z): int
