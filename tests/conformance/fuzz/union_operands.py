# What may stand beside a class at `|`.
def work():
    pass


class Node:
    pass


for other in (work, lambda: 1, 5, 'text', None, Node(), [1], len, Node().__init__, list[int], int | str, ..., type, property()):
    for operation in (lambda: Node | other, lambda: other | Node):
        try:
            print(type(other).__name__, operation())
        except TypeError as error:
            print(type(other).__name__, error)
print(hasattr(work, '__annotate__'), hasattr(work, '__builtins__'))
