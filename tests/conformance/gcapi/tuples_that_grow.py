# tuple() of an iterable guesses a size, grows and is cut: which free lists it takes from shows in the counts.
import gc
def numbers(n):
    for i in range(n): yield [i]
class Hint:
    def __init__(self, hint): self.hint = hint
    def __length_hint__(self): return self.hint
    def __iter__(self): return iter([1, 2, 3])
print(tuple(numbers(3)), len(tuple(numbers(25))), tuple(map(str, range(12))), [tuple(Hint(n)) for n in (0, 1, 3, 9, 50)])
gc.collect()
gc.disable()
def measure(make):
    counts = []
    for _ in range(4):
        before = gc.get_count()[0]
        made = make()
        counts.append(gc.get_count()[0] - before)
        made = None
    print(counts)
for make in (lambda: tuple(numbers(3)), lambda: tuple(numbers(9)), lambda: tuple(numbers(30)), lambda: tuple('ab'), lambda: tuple(map(str, [1])), lambda: (lambda *a: a)(*map(str, [1, 2]))): measure(make)
def broken():
    yield [1]
    raise KeyError('x')
try: tuple(broken())
except KeyError as error: print(repr(error))
