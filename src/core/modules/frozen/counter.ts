/// `collections.Counter`.

/// A comparison that must hold for the counts of all items of both.
const holdsForAll = (operator: string): string => `
    def ${{ '==': '__eq__', '<=': '__le__', '>=': '__ge__' }[operator]}(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[item] ${operator} other[item] for counter in (self, other) for item in counter)
`;

/// The body of an operator: `count` of the items here that is above 0, and of the other's items those with `condition` that are not here.
const merged = (count: string, condition = '', other = ''): string => `        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for item, n in self.items():
${count.includes('other_n') ? '            other_n = other[item]\n' : ''}            new = ${count}
            if new > 0:
                result[item] = new
${condition === '' ? '' : `        for item, n in other.items():
            if item not in self and ${condition}:
                result[item] = ${other}
`}        return result
`;

export const counterSource = `# What the classes below collections.abc.Mapping remember of others after CPython's start (3.11's site makes more of them): each has
# a set of those that it has nothing to do with, two of these with an entry that holds no longer. Measured.
# collections.abc itself is only made for who asks for it.
_strangers = [set(), set()] + [None] * (3 if _sys.version_info >= (3, 13) else 5)
_add_to_weak_set(_strangers[0], type(type.__dict__))
_add_to_weak_set(_strangers[1], dict)
_stale = _strangers[:2]
_mappings = [None, None]
_kinds = dict, type(type.__dict__)

def _is_mapping(obj):
    abc = _sys.modules.get("collections.abc")
    if abc is not None and isinstance(obj, abc.Mapping):
        return True
    # Bound methods are there meanwhile, here any: isinstance()'s, and __subclasscheck__ and __subclasshook__ of each class asked.
    instance_check = _getter.__get__
    cls = obj.__class__
    known = _mappings if isinstance(obj, _kinds) else _strangers
    if not (_stale and known is _strangers) and _in_weak_set(known[0], cls):
        return known is _mappings
    if len(_strangers) == 5 and "weakref" in _sys.modules:
        _strangers.extend((None, None))
    # Each class asked forgets what is old and has the list of its subclasses while they are asked.
    if _stale:
        _stale.pop(0).clear()
    subclasses = []
    check, check_next = _getter.__get__, _getter.__get__
    if _stale:
        _stale.pop(0).clear()
    if known is _strangers:
        subclasses = [subclasses, []]
        check_below = _getter.__get__
    hook = _getter.__get__
    # Of dict itself MutableMapping knows by its registration; the first two have told for themselves if they are here.
    for i in range(0 if abc is None else 2, 1 if cls is dict else len(known)):
        if known[i] is None:
            known[i] = set()
        _add_to_weak_set(known[i], cls)
    return known is _mappings

class Counter(dict):
    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        if n is None:
            return sorted(self.items(), key=_itemgetter(1), reverse=True)
        import heapq
        return heapq.nlargest(n, self.items(), key=_itemgetter(1))

    def elements(self):
        return _chain.from_iterable(_starmap(_repeat, self.items()))

    def update(self, iterable=None, /, **kwds):
        if iterable is not None:
            if not _is_mapping(iterable):
                _count_elements(self, iterable)
            elif self:
                get = self.get
                for item, n in iterable.items():
                    self[item] = n + get(item, 0)
            else:
                super().update(iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        if iterable is not None:
            get = self.get
            if _is_mapping(iterable):
                for item, n in iterable.items():
                    self[item] = get(item, 0) - n
            else:
                for item in iterable:
                    self[item] = get(item, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, item):
        if item in self:
            super().__delitem__(item)

${['==', '<=', '>='].map(holdsForAll).join('')}
    def __ne__(self, other):
        return not self == other if isinstance(other, Counter) else NotImplemented

    def __lt__(self, other):
        return self <= other and self != other if isinstance(other, Counter) else NotImplemented

    def __gt__(self, other):
        return self >= other and self != other if isinstance(other, Counter) else NotImplemented

    __hash__ = None

    def __add__(self, other):
${merged('n + other[item]', 'n > 0', 'n')}
    def __sub__(self, other):
${merged('n - other[item]', 'n < 0', '0 - n')}
    def __or__(self, other):
${merged('other_n if n < other_n else n', 'n > 0', 'n')}
    def __and__(self, other):
${merged('n if n < other_n else other_n')}
    def __pos__(self):
        result = Counter()
        for item, n in self.items():
            if n > 0:
                result[item] = n
        return result

    def __neg__(self):
        result = Counter()
        for item, n in self.items():
            if n < 0:
                result[item] = 0 - n
        return result

    def _keep_positive(self):
        unwanted = [item for item, n in self.items() if not n > 0]
        for item in unwanted:
            del self[item]
        return self

    def __iadd__(self, other):
        for item, n in other.items():
            self[item] += n
        return self._keep_positive()

    def __isub__(self, other):
        for item, n in other.items():
            self[item] -= n
        return self._keep_positive()

    def __ior__(self, other):
        for item, other_n in other.items():
            n = self[item]
            if other_n > n:
                self[item] = other_n
        return self._keep_positive()

    def __iand__(self, other):
        for item, n in self.items():
            other_n = other[item]
            if other_n < n:
                self[item] = other_n
        return self._keep_positive()

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def __repr__(self):
        if not self:
            return type(self).__name__ + "()"
        try:
            shown = dict(self.most_common())
        except TypeError:
            shown = dict(self)
        return type(self).__name__ + "(" + repr(shown) + ")"

`;
