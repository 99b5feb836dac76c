# Attributes that cannot be set: members of a structure say it in other words than computed attributes.
import functools
import weakref


class Node:
    def me(self):
        return super()


def work():
    yield 1


try:
    1 / 0
except ZeroDivisionError as problem:
    error = problem

node = Node()
group = ExceptionGroup('two', [error])
for name, obj, attribute in [
    ('class', Node, '__mro__'), ('class', Node, '__base__'), ('class', Node, '__dict__'), ('class', Node, '__basicsize__'),
    ('class', Node, '__bases__'), ('class', Node, '__doc__'), ('class', Node, '__module__'), ('generator', work(), 'gi_code'),
    ('traceback', error.__traceback__, 'tb_frame'), ('traceback', error.__traceback__, 'tb_next'), ('super', node.me(), '__self__'),
    ('complex', 3j, 'real'), ('alias', list[int], '__args__'), ('reference', weakref.ref(node), '__callback__'), ('group', group, 'exceptions'),
    ('wrapper', node.__init__, '__self__'), ('method', node.me, '__func__'), ('descriptor', str.join, '__name__'), ('slot', str.__len__, '__objclass__'),
    ('error', error, 'args'), ('error', error, '__suppress_context__'), ('error', error, '__traceback__')
]:
    for action in (functools.partial(setattr, obj, attribute, 1.5), functools.partial(delattr, obj, attribute)):
        try:
            action()
            print(name, attribute, 'fine')
        except Exception as problem:
            print(name, attribute, type(problem).__name__, problem)

error.args = [1, [2]]
print(error.args, repr(error))
parts = (3, [4])
error.args = parts
print(error.args is parts, str(error))
try:
    error.__traceback__.tb_next = error.__traceback__
except ValueError as problem:
    print(problem)
