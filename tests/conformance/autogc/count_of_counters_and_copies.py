# What counting things and copying leave to the collector's count, from empty free lists: a Counter asks collections.abc's classes, which
# remember; a set copied tells its state.
import copy, gc
from collections import Counter
gc.disable()

def show(what, make, *args, **named):
    gc.collect()
    kept = make(*args, **named)
    count = gc.get_count()[0]
    print(what, count, kept)
    return kept

letters = show('of a list', Counter, ['a', 'b'])
show('of a list again', Counter, ['a'])
show('of a tuple', Counter, ('a',))
show('of a dict', Counter, {'a': 1})
show('of a dict again', Counter, {})
show('of names', Counter, a=1)
show('of a Counter', Counter, letters)
show('of a generator', Counter, (x for x in 'abc'))
show('copied', letters.copy)
show('updated', letters.update, ['b'])
show('updated with a dict', letters.update, {'b': 1})
for name in ('__add__', '__sub__', '__or__', '__and__', '__eq__', '__iadd__'):
    show(name, getattr(letters, name), Counter('abc'))
show('positive', letters.__pos__)
show('most common', letters.most_common)
show('shown', repr, letters)
gc.collect()
print(letters)
print(gc.get_count()[0])

class Plain:
    def __init__(self): self.a = [1]
    def __repr__(self): return 'Plain'

for one in (1, 'a', [1], {1: [2]}, (1, [2]), {3}, frozenset([1]), Plain(), Counter('ab'), [1, {2}]):
    show('deepcopy', copy.deepcopy, one)
    show('copy', copy.copy, one)
    if type(one) in (set, Plain):
        show('reduce', lambda: type(one.__reduce_ex__(4)).__name__)
