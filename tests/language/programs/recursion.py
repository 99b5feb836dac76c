# Special methods nest as deep as calls do, and fail with RecursionError past the limit.
class Node:
    def __init__(self, below=None): self.below = below
    def __repr__(self): return f'N({self.below!r})' if self.below is not None else 'N'
    def __str__(self): return 'S' + str(self.below) if self.below is not None else 'S'
    def __eq__(self, other): return self.below == other.below if self.below is not None and other.below is not None else self.below is other.below
    def __hash__(self): return hash(self.below) + 1 if self.below is not None else 0
    def __len__(self): return 1 + len(self.below) if self.below is not None else 1
    def __bool__(self): return bool(self.below) if self.below is not None else True
    def __call__(self, n): return self.below(n + 1) if self.below is not None else n
    def __add__(self, n): return self.below + n if self.below is not None else n
    def __radd__(self, n): return NotImplemented
    def __getitem__(self, i): return self.below[i] if self.below is not None else i
    def __setitem__(self, i, v):
        if self.below is not None: self.below[i] = v
    def __contains__(self, i): return i in self.below if self.below is not None else i == 5
    def __lt__(self, other): return self.below < other.below if self.below is not None else False
    @property
    def depth(self): return 1 + self.below.depth if self.below is not None else 1
    @depth.setter
    def depth(self, value):
        if self.below is not None: self.below.depth = value
class Fallback(Node):
    def __getattr__(self, name):
        if name == 'deepest': return self.below.deepest if self.below is not None else 'found'
        raise AttributeError(name)
class Tree:
    def __init__(self, n): self.below = Tree(n - 1) if n else None
def chain(n, cls=Node):
    node = cls()
    for _ in range(n): node = cls(node)
    return node
def store(node): node[1] = 2
def assign(node): node.depth = 3
tests = dict(repr=lambda n: len(repr(n)), fstring=lambda n: len(f'{n}'), str=lambda n: len(str(n)), eq=lambda n: n == chain(n.n), hash=hash, len=len, bool=bool, call=lambda n: n(0),
             add=lambda n: n + 1, getitem=lambda n: n[7], setitem=store, contains=lambda n: 5 in n, lt=lambda n: n < n, getattr=lambda n: chain(n.n, Fallback).deepest, property=lambda n: n.depth, setter=assign,
             construct=lambda n: Tree(n.n).below is not None)
for n in 120, 2000:
    for name, test in tests.items():
        node = chain(n)
        node.n = n
        try: print(n, name, test(node))
        except RecursionError as e: print(n, name, type(e).__name__)
class Bad:
    def __repr__(self): return 5
    def __hash__(self): return 'x'
    def __len__(self): return -1
    def __bool__(self): return 2
    def __eq__(self, other): raise ValueError('eq')
    def __init__(self, *a): return a or None
    def __add__(self, other): return NotImplemented
    def __contains__(self, x): return [x]
    def __call__(self): raise KeyError('call')
bad = Bad()
for f in (lambda: repr(bad), lambda: f'{bad!r}', lambda: str(bad), lambda: hash(bad), lambda: len(bad), lambda: not bad, lambda: bad == 1, lambda: Bad(1), lambda: bad + 1, lambda: 1 in bad, lambda: bad(), lambda: bad.x, lambda: bad < 1):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
