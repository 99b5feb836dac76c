"""Containers whose items compare and write themselves in Python, nested deep: what goes wrong within is raised, and all is put right."""
import sys


class Node:
    def __init__(self, value, next):
        self.value = value
        self.next = next

    def __repr__(self):
        if self.value == bad:
            return 1 // 0
        return f"N({self.value}, {self.next})"


class Pair:
    def __init__(self, value, next):
        self.value = value
        self.next = next

    def __eq__(self, other):
        if self.value == bad:
            raise ValueError(bad)
        return (self.value, [self.next]) == (other.value, [other.next])

    def __lt__(self, other):
        return (self.next, self.value) < (other.next, other.value)


def nodes(kind, n, wrap):
    node = None
    for i in range(n):
        node = wrap(kind(i, node))
    return node


def tried(call):
    try:
        result = call()
        return result if len(str(result)) < 60 else (len(result), result[:40], result[-40:])
    except Exception as error:
        return type(error).__name__, str(error)


bad = None
N = 150
for wrap in (lambda node: [node], lambda node: (node,), lambda node: {"k": node}, lambda node: [(node, 1), {2: [node]}][:1]):
    chain = nodes(Node, N, wrap)
    print(tried(lambda: repr(chain)))
    for bad in (0, 100, N - 1, None):
        print(bad, tried(lambda: str(chain)))
    before = sys.getrefcount(chain)
    repr(chain)
    print(sys.getrefcount(chain) - before)

a, b, c = (nodes(Pair, N, lambda node: node) for i in range(3))
deepest = c
while deepest.next is not None:
    deepest = deepest.next
deepest.value = -1
print(a == b, b == a, a == c, a != b, a != c)
for bad in (0, 60, N - 1, None):
    print(bad, tried(lambda: a == b))
print(tried(lambda: a < b))

# A container that comes again within itself.
chain = nodes(Node, N, lambda node: [node])
inner = chain
while inner[0].next is not None:
    inner = inner[0].next
inner[0].next = chain
print(tried(lambda: repr(chain)))
inner[0].next = None


class Changes:
    """Takes away what holds it while it is compared or written out."""

    def __init__(self, holder):
        self.holder = holder

    def __eq__(self, other):
        self.holder.clear()
        return True

    def __repr__(self):
        self.holder.clear()
        return "gone"


def deep(n, call):
    """Calls at a depth of n comparisons of lists."""

    class Step:
        def __init__(self, n):
            self.n = n

        def __eq__(self, other):
            if self.n == 0:
                print(call())
                return True
            return [Step(self.n - 1)] == [Step(0)]

    return [Step(n)] == [Step(0)]


def changing(write):
    holder = []
    holder.append([Changes(holder), 7, [8]])
    holder.append(9)
    other = [[1, 7, [8]], 9]
    return repr(holder) if write else (holder == other, holder)


print(deep(150, lambda: changing(True)))
print(deep(150, lambda: changing(False)))
