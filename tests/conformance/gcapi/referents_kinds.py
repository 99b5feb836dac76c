# What the collector is shown of objects of many kinds.
import collections
import functools
import gc
import itertools
import weakref


def tell(x):
    return type(x).__name__


class Node:
    __slots__ = ('mate', '__weakref__')

    def me(self):
        return self


def work():
    held = [1]
    yield held


def outer():
    kept = []
    return lambda more=[1], *, last=[2]: kept


node = Node()
node.mate = [1]
running = work()
next(running)
function = outer()
try:
    raise ValueError([1])
except ValueError as problem:
    error = problem

for name, obj in {
    'property': property(function), 'empty property': property(), 'class method': classmethod(function), 'generator': running, 'new generator': work(),
    'slots': node, 'bound method': node.me, 'error': error, 'traceback': error.__traceback__, 'super': super(Node, node),
    'reference': weakref.ref(node, tell), 'partial': functools.partial(function, [1], k=[2]), 'deque': collections.deque([[1]]),
    'chain': itertools.chain([1], [2]), 'zip': zip([1], [2]), 'view': {'a': [1]}.items(), 'cell': function.__closure__[0], 'slice': slice([1], [2]),
    'bound builtin': [].append, 'slot wrapper': node.__init__, 'alias': list[Node], 'group': ExceptionGroup('one', [error]),
    'method descriptor': list.append, 'member': Node.mate, 'getset': type.__dict__['__dict__'], 'islice': itertools.islice([1], 2), 'iterator': iter([1])
}.items():
    print(name, gc.is_tracked(obj), [tell(x) for x in gc.get_referents(obj)])
