/// `WeakSet`, which is in Python in CPython, too: Lib/_weakrefset.py.
import type { Iteration } from './weakiteration';

/// What is in one of two sets only: the operator, the method, and what the references to the other's items have beside them.
/// Those that the set keeps need what takes them out again.
const DIFFERENCES = [['sub', 'difference', ''], ['xor', 'symmetric_difference', ', self._remove']] as const;

const COMPARISONS = [['issubset', '__le__', '__lt__', '<'], ['issuperset', '__ge__', '__gt__', '>']] as const;

export const weakSet = ({ begin, commit, during, copy, isBusy, length, definition }: Iteration): string => `
from _weakref import ref
${definition}
class WeakSet:
    __module__ = "_weakrefset"

    def __init__(self, data=None):
        self.data = set()
        def _remove(wr, selfref=ref(self)):
            if (self := selfref()) is not None:
                if ${isBusy}:
                    self._pending_removals.append(wr)
                else:
                    self.data.discard(wr)
        self._remove = _remove
        ${begin}
        if data is not None:
            self.update(data)

    def _commit_removals(self):
        while self._pending_removals:
            self.data.discard(self._pending_removals.pop())

    def __iter__(self):
        ${during}:
            for itemref in self.data${copy}:
                item = itemref()
                if item is not None:
                    yield item

    def __len__(self):
        return ${length}

    def __contains__(self, item):
        try:
            wr = ref(item)
        except TypeError:
            return False
        return wr in self.data

    def __repr__(self):
        return repr(self.data)

    def add(self, item):
        ${commit}
        self.data.add(ref(item, self._remove))

    def discard(self, item):
        ${commit}
        self.data.discard(ref(item))

    def remove(self, item):
        ${commit}
        self.data.remove(ref(item))

    def pop(self):
        ${commit}
        while True:
            try:
                itemref = self.data.pop()
            except KeyError:
                raise KeyError("pop from empty WeakSet") from None
            item = itemref()
            if item is not None:
                return item

    def clear(self):
        ${commit}
        self.data.clear()

    def update(self, other):
        ${commit}
        for element in other:
            self.add(element)

    def __ior__(self, other):
        self.update(other)
        return self

    def copy(self):
        return self.__class__(self)

    def union(self, other):
        return self.__class__(item for s in (self, other) for item in s)

    def intersection(self, other):
        return self.__class__(item for item in other if item in self)

    def intersection_update(self, other):
        self.__iand__(other)

    def __iand__(self, other):
        ${commit}
        self.data.intersection_update(ref(item) for item in other)
        return self
${DIFFERENCES.map(([operator, name, callback]) => `
    def ${name}(self, other):
        result = self.copy()
        result.${name}_update(other)
        return result

    def ${name}_update(self, other):
        self.__i${operator}__(other)

    def __i${operator}__(self, other):
        ${commit}
        if self is other:
            self.data.clear()
        else:
            self.data.${name}_update(ref(item${callback}) for item in other)
        return self
`).join('')}
    __or__, __and__, __sub__, __xor__ = union, intersection, difference, symmetric_difference
${COMPARISONS.map(([name, loose, strict, sign]) => `
    def ${name}(self, other):
        return self.data.${name}(ref(item) for item in other)

    ${loose} = ${name}

    def ${strict}(self, other):
        return self.data ${sign} set(map(ref, other))
`).join('')}
    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.data == set(map(ref, other))

    __hash__ = None

    def isdisjoint(self, other):
        return len(self.intersection(other)) == 0
`;
