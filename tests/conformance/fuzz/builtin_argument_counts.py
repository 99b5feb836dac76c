import sys, gc
import functools
class Q:
    def __hash__(self):
        sys.stdout.write(f'{tag} hash {sys.getrefcount(self)}\n')
        return 1
    def __iter__(self):
        sys.stdout.write(f'{tag} iter {sys.getrefcount(self)}\n')
        return iter([])
    def __dir__(self):
        sys.stdout.write(f'{tag} dir {sys.getrefcount(self)}\n')
        return []
    def __sizeof__(self):
        sys.stdout.write(f'{tag} sizeof {sys.getrefcount(self)}\n')
        return 10
    def __getattr__(self, x):
        sys.stdout.write(f'{tag} {x} {sys.getrefcount(self)}\n')
        raise AttributeError
    def __lt__(self, x):
        sys.stdout.write(f'{tag} lt {sys.getrefcount(self)}\n')
        return False
    __gt__ = __lt__
    def __len__(self):
        sys.stdout.write(f'{tag} len {sys.getrefcount(self)}\n')
        return 0
    def __format__(self, x):
        sys.stdout.write(f'{tag} format {sys.getrefcount(self)}\n')
        return ''
    def __str__(self):
        sys.stdout.write(f'{tag} str {sys.getrefcount(self)}\n')
        return ''
    def __bool__(self):
        sys.stdout.write(f'{tag} bool {sys.getrefcount(self)}\n')
        return False
    def __index__(self):
        sys.stdout.write(f'{tag} index {sys.getrefcount(self)}\n')
        return 1
    def __call__(self, *a):
        sys.stdout.write(f'{tag} call {sys.getrefcount(self)}\n')
        return 1
    def __round__(self, n=None):
        sys.stdout.write(f'{tag} round {sys.getrefcount(self)}\n')
        return 1
    def __abs__(self):
        sys.stdout.write(f'{tag} abs {sys.getrefcount(self)}\n')
        return 1
    def __eq__(self, o):
        sys.stdout.write(f'{tag} eq {sys.getrefcount(self)}\n')
        return False
def do(name, f, *rest):
    global tag
    c = Q()
    t = (c, *rest)
    try:
        tag = name + ' plain'
        f(c, *rest) if rest else f(c)
        tag = name + ' two'
        if rest: f(c, rest[0])
        tag = name + ' list'
        f(*[c, *rest])
        tag = name + ' tuple'
        f(*t)
        if not rest:
            tag = name + ' call'
            f.__call__(c)
        tag = name + ' empty'
        f(*t, **{})
        tag = name + ' map'
        list(map(f, *([x] for x in t)))
        tag = name + ' partial'
        functools.partial(f)(*t)
        functools.partial(f, c)(*rest)
        functools.partial(f, *t)()
    except (TypeError, ValueError, AttributeError, LookupError) as e: print(name, type(e).__name__)
import operator
for f in [dir, vars, sys.getsizeof, gc.get_referrers, gc.get_referents, {}.update, '{}'.format, print, max, min, sum, sorted, any, all, len, iter, next, round, abs, bool, callable, hash, id, repr, format, hex, chr, divmod,
          set().union, set().difference, set().intersection, set().update, set().difference_update, set().intersection_update, set().symmetric_difference, set().issubset, set().add, set().discard, set().isdisjoint,
          [].extend, [].append, [].count, [].index, [].remove, [].sort, {}.get, {}.pop, {}.setdefault, {}.fromkeys, dict.fromkeys, ''.join, b''.join, ''.find, ''.count, ''.startswith, bytearray().extend,
          zip, map, filter, list, tuple, dict, set, int, float, enumerate, reversed, functools.reduce, operator.index, operator.itemgetter, operator.itemgetter(1), operator.attrgetter('x'), operator.add, operator.length_hint,
          object.__str__, list.__init__, list().__init__, dict().__init__, set().__init__, zip.__new__, ValueError, isinstance]:
    name = getattr(f, '__qualname__', 'x')
    do(name, f)
    do(name + '/2', f, [])
    do(name + '/3', f, 1)
    do(name + '/4', f, zip)
    if name in ('max', 'min', 'sum', 'print', 'reduce', 'zip', 'map', 'sorted'): do(name + '/5', f, 1, [])
for f in [functools.reduce, map, filter, sorted, max, min, iter]:
    do(f.__name__ + '/f', lambda c, f=f: f(c, [1, 2, 3]))
    do(f.__name__ + '/g', lambda c, f=f: f(c, c))
    do(f.__name__ + '/h', lambda c, f=f: f([1, 2, 3], c))
    do(f.__name__ + '/i', lambda c, f=f: f([1, 2, 3], key=c))
    do(f.__name__ + '/j', lambda c, f=f: f([c, c], key=c))
    do(f.__name__ + '/k', lambda c, f=f: f(*[[c, c]], **{'key': c}))
