/// `itertools` as generators and small classes. NOT-CPYTHON: its objects are native there, so their types and sizes differ.
export const itertoolsSource = `
class count:
    def __init__(self, start=0, step=1):
        self._next = start
        self._step = step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        if self._step == 1:
            return "count(%r)" % (self._next,)
        return "count(%r, %r)" % (self._next, self._step)

class repeat:
    def __init__(self, object, *times):
        self._object = object
        self._left = max(times[0], 0) if times else None

    def __iter__(self):
        return self

    def __next__(self):
        if self._left is not None:
            if self._left == 0:
                raise StopIteration
            self._left -= 1
        return self._object

    def __length_hint__(self):
        if self._left is None:
            raise TypeError("len() of unsized object")
        return self._left

    def __repr__(self):
        if self._left is None:
            return "repeat(%r)" % (self._object,)
        return "repeat(%r, %r)" % (self._object, self._left)

def cycle(iterable):
    saved = []
    for item in iterable:
        yield item
        saved.append(item)
    while saved:
        for item in saved:
            yield item

class chain:
    def __init__(self, *iterables):
        self._run = self._items(iterables)

    @classmethod
    def from_iterable(cls, iterables):
        self = cls()
        self._run = self._items(iterables)
        return self

    @staticmethod
    def _items(iterables):
        for iterable in iterables:
            yield from iterable

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._run)

def accumulate(iterable, func=None, *, initial=None):
    iterator = iter(iterable)
    total = initial
    if initial is None:
        try:
            total = next(iterator)
        except StopIteration:
            return
    yield total
    for item in iterator:
        total = total + item if func is None else func(total, item)
        yield total

def batched(iterable, n, *, strict=False):
    if n < 1:
        raise ValueError("n must be at least one")
    iterator = iter(iterable)
    while batch := tuple(islice(iterator, n)):
        if strict and len(batch) != n:
            raise ValueError("batched(): incomplete batch")
        yield batch

def compress(data, selectors):
    return (item for item, wanted in zip(data, selectors) if wanted)

def dropwhile(predicate, iterable):
    iterator = iter(iterable)
    for item in iterator:
        if not predicate(item):
            yield item
            break
    yield from iterator

def takewhile(predicate, iterable):
    for item in iterable:
        if not predicate(item):
            return
        yield item

def filterfalse(predicate, iterable):
    for item in iterable:
        if not (item if predicate is None else predicate(item)):
            yield item

def starmap(function, iterable):
    for args in iterable:
        yield function(*args)

def _bound(value, name):
    if value is None:
        return None
    if not isinstance(value, int) or value < 0:
        raise ValueError(name + " for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    return value

def islice(iterable, *args):
    if not 1 <= len(args) <= 3:
        raise TypeError("islice expected at least 2 arguments, got %d" % (1 + len(args)) if not args
                        else "islice expected at most 4 arguments, got %d" % (1 + len(args)))
    start, stop, step = 0, None, 1
    if len(args) == 1:
        stop = _bound(args[0], "Stop argument")
    else:
        start = _bound(args[0], "Indices") or 0
        stop = _bound(args[1], "Stop argument")
        if len(args) == 3 and args[2] is not None:
            step = args[2]
            if step < 1:
                raise ValueError("Step for islice() must be a positive integer or None.")
    return _islice(iter(iterable), start, stop, step)

def _islice(iterator, start, stop, step):
    position = 0
    wanted = start
    while stop is None or wanted < stop:
        while position < wanted:
            try:
                next(iterator)
            except StopIteration:
                return
            position += 1
        try:
            item = next(iterator)
        except StopIteration:
            return
        position += 1
        yield item
        wanted += step
    while position < stop:
        try:
            next(iterator)
        except StopIteration:
            return
        position += 1

def pairwise(iterable):
    iterator = iter(iterable)
    try:
        previous = next(iterator)
    except StopIteration:
        return
    for item in iterator:
        yield previous, item
        previous = item

def zip_longest(*iterables, fillvalue=None):
    iterators = [iter(iterable) for iterable in iterables]
    active = len(iterators)
    while active:
        values = []
        for i, iterator in enumerate(iterators):
            if iterator is None:
                values.append(fillvalue)
                continue
            try:
                values.append(next(iterator))
            except StopIteration:
                active -= 1
                if not active:
                    return
                iterators[i] = None
                values.append(fillvalue)
        yield tuple(values)

def product(*iterables, repeat=1):
    pools = [tuple(pool) for pool in iterables] * repeat
    indices = [0] * len(pools)
    if not all(pools):
        return
    while True:
        yield tuple([pool[i] for pool, i in zip(pools, indices)])
        for place in range(len(pools) - 1, -1, -1):
            indices[place] += 1
            if indices[place] < len(pools[place]):
                break
            indices[place] = 0
        else:
            return

def permutations(iterable, r=None):
    pool = tuple(iterable)
    length = len(pool) if r is None else r
    def extend(chosen):
        if len(chosen) == length:
            yield tuple([pool[i] for i in chosen])
            return
        for i in range(len(pool)):
            if i not in chosen:
                yield from extend(chosen + (i,))
    return extend(())

def _choose(pool, r, repeats):
    def extend(chosen, first):
        if len(chosen) == r:
            yield tuple([pool[i] for i in chosen])
            return
        for i in range(first, len(pool)):
            yield from extend(chosen + (i,), i if repeats else i + 1)
    return extend((), 0)

def combinations(iterable, r):
    return _choose(tuple(iterable), r, False)

def combinations_with_replacement(iterable, r):
    return _choose(tuple(iterable), r, True)

class groupby:
    def __init__(self, iterable, key=None):
        self._iterator = iter(iterable)
        self._key = key
        self._value = self._current = self._target = object()
        self._id = None

    def __iter__(self):
        return self

    def __next__(self):
        self._id = object()
        while self._current == self._target:
            self._advance()
        self._target = self._current
        return self._current, self._group(self._target, self._id)

    def _advance(self):
        self._value = next(self._iterator)
        self._current = self._value if self._key is None else self._key(self._value)

    def _group(self, target, group):
        while self._id is group and self._current == target:
            yield self._value
            try:
                self._advance()
            except StopIteration:
                return

def tee(iterable, n=2):
    iterator = iter(iterable)
    shared = [None, None]
    def branch(link):
        while True:
            if link[1] is None:
                try:
                    link[0] = next(iterator)
                except StopIteration:
                    return
                link[1] = [None, None]
            value, link = link
            yield value
    return tuple(branch(shared) for _ in range(n))
`;
