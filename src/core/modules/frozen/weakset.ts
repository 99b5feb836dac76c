/// `WeakSet`, which is in Python in CPython, too: Lib/_weakrefset.py.
import type { Iteration } from './weakiteration';

export const weakSet = ({ begin, commit, during, copy, isBusy, length, definition }: Iteration): string => `
from _weakref import ref
${definition}
class WeakSet:
    __module__ = "_weakrefset"

    def __init__(self, data=None):
        self.data = set()
        def _remove(wr, selfref=ref(self)):
            self = selfref()
            if self is not None:
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

    __or__ = union

    def difference(self, other):
        result = self.copy()
        result.difference_update(other)
        return result

    __sub__ = difference

    def difference_update(self, other):
        self.__isub__(other)

    def __isub__(self, other):
        ${commit}
        if self is other:
            self.data.clear()
        else:
            self.data.difference_update(ref(item) for item in other)
        return self

    def intersection(self, other):
        return self.__class__(item for item in other if item in self)

    __and__ = intersection

    def intersection_update(self, other):
        self.__iand__(other)

    def __iand__(self, other):
        ${commit}
        self.data.intersection_update(ref(item) for item in other)
        return self

    def symmetric_difference(self, other):
        result = self.copy()
        result.symmetric_difference_update(other)
        return result

    __xor__ = symmetric_difference

    def symmetric_difference_update(self, other):
        self.__ixor__(other)

    def __ixor__(self, other):
        ${commit}
        if self is other:
            self.data.clear()
        else:
            self.data.symmetric_difference_update(ref(item, self._remove) for item in other)
        return self

    def issubset(self, other):
        return self.data.issubset(ref(item) for item in other)

    __le__ = issubset

    def __lt__(self, other):
        return self.data < set(map(ref, other))

    def issuperset(self, other):
        return self.data.issuperset(ref(item) for item in other)

    __ge__ = issuperset

    def __gt__(self, other):
        return self.data > set(map(ref, other))

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.data == set(map(ref, other))

    __hash__ = None

    def isdisjoint(self, other):
        return len(self.intersection(other)) == 0
`;
