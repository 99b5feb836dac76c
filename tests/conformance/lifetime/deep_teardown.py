"""The order of finalizers in containers nested more deeply than deallocations nest anywhere, and in mixed ones."""
class A:
    def __init__(s, n, *r): s.n = n; s.r = r
    def __del__(s): print(s.n, end=' ')
class P:
    __slots__ = 'x', 'n'
    def __init__(s, x, n=0): s.x = x
def run(name, f, n):
    print(name, n); v = [A('end')]
    for i in range(n): v = f(v, i)
    v = None; print()
for n in (30, 51, 60, 130):
    run('dict-tuple', lambda v, i: [{'k': (v, A(i))}], n)
    run('list', lambda v, i: [v, A(i)], n)
    run('list2', lambda v, i: [A(i), v], n)
    run('tuple', lambda v, i: (v, A(i)), n)
    run('dict', lambda v, i: {'k': v, 'a': A(i)}, n)
    run('A', lambda v, i: A(i, v), n)
    run('A2', lambda v, i: A(i, v, A(-i)), n)
    run('P', lambda v, i: P([v, A(i)]), n)
    run('A7', lambda v, i: A(i, v) if i % 7 == 0 else [v], n)
    run('A20', lambda v, i: A(i, v) if i % 20 == 0 else {'k': v}, n)
    run('P20', lambda v, i: A(i, v) if i % 20 == 0 else P(v), n)
    run('set', lambda v, i: [frozenset([A(i)]), v], n)
