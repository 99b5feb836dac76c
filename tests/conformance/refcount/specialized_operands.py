"""Counts that special methods see: an instruction that is specialized moves its operands into the call."""
import sys
rc = sys.getrefcount
class Q:
    def __getitem__(self, k): print('get', rc(self), end=' '); return k
    def __setitem__(self, k, v): print('set', rc(self), end=' ')
    def __delitem__(self, k): print('del', rc(self), end=' ')
    def __contains__(self, k): print('in', rc(self), end=' ')
    def __iter__(self): print('iter', rc(self), end=' '); return iter([1])
    def __len__(self): print('len', rc(self), end=' '); return 1
    def __bool__(self): print('bool', rc(self), end=' '); return True
    def __add__(self, o): print('add', rc(self), end=' '); return self
    def __eq__(self, o): print('eq', rc(self), end=' '); return True
    def __call__(self, *a): print('call', rc(self), end=' ')
    def __getattr__(self, n): print('ga', n, rc(self), end=' '); return 1
    def __setattr__(self, n, v): print('sa', n, rc(self), end=' ')
    def __delattr__(self, n): print('da', n, rc(self), end=' ')
    def __hash__(self): print('hash', rc(self), end=' '); return 1
    def __repr__(self): print('repr', rc(self), end=' '); return ''
    def __neg__(self): print('neg', rc(self), end=' ')
    def __enter__(self): print('enter', rc(self), end=' ')
    def __exit__(self, *a): print('exit', rc(self), end=' ')
    def __format__(self, s): print('format', rc(self), end=' '); return ''
    def __iadd__(self, o): print('iadd', rc(self), end=' '); return self
    def __lt__(self, o): print('lt', rc(self), end=' '); return False
    def __next__(self): print('next', rc(self), end=' '); raise StopIteration
q = Q()
for i in range(4):
    w = q[0]; q[0] = 1; del q[0]; 1 in q; print()
    for j in q: pass
    [*q]; a, = q; (*q,); {*q}; print()
    if q: pass
    q + q; q == q; q(1); q.x; q.x = 1; del q.x; {q: 1}; {q}; -q; print()
    with q: pass
    f'{q}'; f'{q!r}'; f'{q:>5}'; q += 1; q < q; not q; q[0:1]; q[:]; q[i] += 1; print()
def f(q):
    for i in range(4):
        w = q[0]; q[0] = 1; del q[0]; 1 in q; print()
        for j in q: pass
        [*q]; a, = q; (*q,); {*q}; print()
        if q: pass
        q + q; q == q; q(1); q.x; q.x = 1; del q.x; {q: 1}; {q}; -q; print()
        with q: pass
        f'{q}'; f'{q!r}'; f'{q:>5}'; q += 1; q < q; not q; q[0:1]; q[:]; q[i] += 1; print()
        yield q[i]
for _ in f(q): pass
for i in range(4):
    print(len(q), bool(q), hash(q), repr(q), str(q), list(q), tuple(q), next(q, 0), sorted([q, q]), max(q, q), isinstance(q, Q), getattr(q, 'x'), setattr(q, 'x', 1), hasattr(q, 'y'), iter(q) is q, format(q), q.__len__(), Q.__len__(q), q.__class__)
for i in range(3):
    with q as z, q: pass
    try:
        with q: raise ValueError
    except ValueError: print('VE')
    print()
