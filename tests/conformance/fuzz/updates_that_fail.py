"""dict.update() while its elements fail, or while the other dict changes."""


def fails(kind):
    yield 'key'
    raise kind('oops')


for kind in (TypeError, ValueError):
    for f in (lambda: dict([fails(kind)]), lambda: {}.update([(1, 2), fails(kind)]), lambda: {}.update([5])):
        try:
            f()
        except Exception as e:
            print(type(e).__name__, e, getattr(e, '__notes__', None), e.__context__)


class Key(str):
    def __hash__(self):
        return super().__hash__()

    def __eq__(self, other):
        change()
        return super().__eq__(other)


def add():
    o.c = 1


def replace():
    o.__dict__.pop('b', 0)
    o.__dict__['q'] = 1


def remove():
    o.__dict__.pop('b', 0)


def make_another():
    other = C()
    other.a = other.b = other.c = 1


def nothing():
    pass


for action in (add, replace, remove, make_another):
    for space in ({}, {'a': 'a', 'b': 'b'}):
        class C:
            pass
        o = C()
        o.a, o.b = 'a', 'b'
        if space:
            o.__dict__ = space
        change = nothing
        x = {Key('a'): 1}
        change = action
        try:
            x.update(o.__dict__)
            change = nothing
            print(action.__name__, x)
        except RuntimeError as e:
            print(action.__name__, e)
lst = list(range(5))


def evil():
    yield from lst
    if len(lst) == 5:
        lst.append(5)


try:
    lst[::-1] = evil()
except ValueError as e:
    print(e)
