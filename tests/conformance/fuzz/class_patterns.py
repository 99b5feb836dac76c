# A class pattern asks as isinstance() does: proxies and what abstract classes accept match too.
import collections.abc
import weakref


class Node:
    __match_args__ = ('value',)

    def __init__(self, value):
        self.value = value


class Odd(type):
    def __instancecheck__(cls, other):
        return other == 5


class Five(metaclass=Odd):
    pass


def kind(subject):
    match subject:
        case Node(value):
            return 'Node', value
        case Five():
            return 'Five'
        case collections.abc.Sized():
            return 'Sized'
        case collections.abc.Callable():
            return 'Callable'
        case _:
            return 'other'


node = Node([1])
proxy = weakref.proxy(node)
for subject in (node, proxy, 5, 6, 'text', {}, len, None):
    print(kind(subject))
