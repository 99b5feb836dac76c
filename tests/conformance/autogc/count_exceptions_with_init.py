"""Exceptions whose __init__ calls the one above keep the tuple that it got; a comprehension in a function before all else."""
import gc

print(gc.get_count())
gc.disable()


def squares(numbers):
    return [n * n for n in numbers]


class NotEnough(Exception):
    def __init__(self, need, have):
        super().__init__(f"need {need}, have {have}")
        self.need = need


class Pair(ValueError):
    def __init__(self, a, b):
        super().__init__(a, b)


def beyond(make):
    """How many more objects there are for the collector when a free list is empty."""
    counts = []
    for size in (1, 2, 3, 4):
        held = [tuple([i] * size) for i in range(2100)]
        before = gc.get_count()[0]
        make()
        counts.append(gc.get_count()[0] - before)
    return counts


error = NotEnough(1, 2)
for make in (lambda: NotEnough(1, 2), lambda: Pair(1, 2), lambda: error.__init__(3, 4), lambda: Exception.__init__(error, 3),
             lambda: Exception(3), lambda: super(Pair, Pair(1, 2)).__init__(3)):
    print(beyond(make))
kept = []
for i in range(6):
    try:
        raise NotEnough(i, squares([i]))
    except NotEnough as problem:
        kept.append(problem)
    print(gc.get_count()[0], problem.args if False else kept[-1].args)
