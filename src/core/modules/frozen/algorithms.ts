/// `heapq` and `bisect`, which are in C in CPython: no frame of theirs is in a traceback.

/// The functions of a heap; `above`: how an item is before another one, `suffix`: of which heap.
const heapFunctions = (suffix: string, above: (a: string, b: string) => string): string => `
def _down${suffix}(heap, start, position):
    item = heap[position]
    while position > start:
        parent = (position - 1) >> 1
        if not ${above('item', 'heap[parent]')}:
            break
        heap[position] = heap[parent]
        position = parent
    heap[position] = item

def _up${suffix}(heap, position):
    end = len(heap)
    start = position
    item = heap[position]
    child = 2 * position + 1
    while child < end:
        right = child + 1
        if right < end and not ${above('heap[child]', 'heap[right]')}:
            child = right
        heap[position] = heap[child]
        position = child
        child = 2 * position + 1
    heap[position] = item
    _down${suffix}(heap, start, position)

def heappush${suffix}(heap, item, /):
    _check(heap, "heappush${suffix}() argument 1")
    heap.append(item)
    _down${suffix}(heap, 0, len(heap) - 1)

def heappop${suffix}(heap, /):
    _check(heap, "heappop${suffix}() argument")
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    item = heap[0]
    heap[0] = last
    _up${suffix}(heap, 0)
    return item

def heapreplace${suffix}(heap, item, /):
    _check(heap, "heapreplace${suffix}() argument 1")
    if not heap:
        raise IndexError("index out of range")
    result = heap[0]
    heap[0] = item
    _up${suffix}(heap, 0)
    return result

def heappushpop${suffix}(heap, item, /):
    _check(heap, "heappushpop${suffix}() argument 1")
    if heap and ${above('heap[0]', 'item')}:
        item, heap[0] = heap[0], item
        _up${suffix}(heap, 0)
    return item

def heapify${suffix}(heap, /):
    _check(heap, "heapify${suffix}() argument")
    for i in reversed(range(len(heap) // 2)):
        _up${suffix}(heap, i)
`;

export const heapqSource = `
import sys

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]

def _check(heap, what):
    if not isinstance(heap, list):
        raise TypeError(what + " must be list, not " + type(heap).__name__)
${heapFunctions('', (a, b) => `${a} < ${b}`)}
${heapFunctions('_max', (a, b) => `${b} < ${a}`)}
if sys.version_info >= (3, 14):
    __all__ += ["heappush_max", "heappop_max", "heapify_max", "heapreplace_max", "heappushpop_max"]
else:
    _heappop_max, _heapify_max, _heapreplace_max = heappop_max, heapify_max, heapreplace_max
    del heappush_max, heappop_max, heapify_max, heapreplace_max, heappushpop_max
del sys

def _best(n, iterable, key, reverse, up):
    # The n that come first, and how old they are, are a heap with the last of them on top: most of the others are
    # compared with that one only.
    if n == 1:
        missing = object()
        found = (max if reverse else min)(iterable, default=missing, key=key)
        return [] if found is missing else [found]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=reverse)[:n]
    items = iter(iterable)
    step = -1 if reverse else 1
    if key is None:
        heap = [(item, i) for i, item in zip(range(0, n * step, step), items)]
    else:
        heap = [(key(item), i, item) for i, item in zip(range(0, n * step, step), items)]
    if not heap:
        return heap
    for i in reversed(range(len(heap) // 2)):
        up(heap, i)
    top = heap[0][0]
    order = n * step
    for item in items:
        mark = item if key is None else key(item)
        if top < mark if reverse else mark < top:
            heap[0] = (mark, order) if key is None else (mark, order, item)
            up(heap, 0)
            top = heap[0][0]
            order += step
    heap.sort(reverse=reverse)
    return [entry[-2 if key is None else -1] for entry in heap]

def nsmallest(n, iterable, key=None):
    return _best(n, iterable, key, False, _up_max)

def nlargest(n, iterable, key=None):
    return _best(n, iterable, key, True, _up)

class _Run:
    "What is left of an iterable that merge() takes from, by its next item."

    __slots__ = "item", "order", "key", "rest", "sign"

    def __init__(self, item, order, key, rest, sign):
        self.item, self.order, self.key, self.rest, self.sign = item, order, key, rest, sign

    def __lt__(self, other):
        first, second = (self, other) if self.sign > 0 else (other, self)
        if first.key < second.key:
            return True
        return not second.key < first.key and self.order < other.order

def merge(*iterables, key=None, reverse=False):
    sign = -1 if reverse else 1
    runs = []
    for order, iterable in enumerate(iterables):
        rest = iter(iterable)
        for item in rest:
            runs.append(_Run(item, order, item if key is None else key(item), rest, sign))
            break
    heapify(runs)
    while runs:
        run = runs[0]
        yield run.item
        for item in run.rest:
            run.item, run.key = item, item if key is None else key(item)
            heapreplace(runs, run)
            break
        else:
            heappop(runs)
`;

export const bisectSource = `
def bisect_right(a, x, lo=0, hi=None, *, key=None):
    if lo < 0:
        raise ValueError("lo must be non-negative")
    hi = len(a) if hi is None else hi
    while lo < hi:
        middle = (lo + hi) // 2
        if x < (a[middle] if key is None else key(a[middle])):
            hi = middle
        else:
            lo = middle + 1
    return lo

def bisect_left(a, x, lo=0, hi=None, *, key=None):
    if lo < 0:
        raise ValueError("lo must be non-negative")
    hi = len(a) if hi is None else hi
    while lo < hi:
        middle = (lo + hi) // 2
        if (a[middle] if key is None else key(a[middle])) < x:
            lo = middle + 1
        else:
            hi = middle
    return lo

def insort_right(a, x, lo=0, hi=None, *, key=None):
    a.insert(bisect_right(a, x if key is None else key(x), lo, hi, key=key), x)

def insort_left(a, x, lo=0, hi=None, *, key=None):
    a.insert(bisect_left(a, x if key is None else key(x), lo, hi, key=key), x)

bisect = bisect_right
insort = insort_right
`;
