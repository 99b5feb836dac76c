"""How often a comprehension asks what it goes through for an iterator, and what may be put into its place."""


class Iterator:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        print('iter')
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration
        return self.n


class Iterable:
    def __iter__(self):
        print('iterable')
        return Iterator()


g = (x for x in Iterator())
print('made')
print(list(g))
g = (x for x in Iterable())
print('made')
print(next(g))
print([x for x in Iterable()], {x for x in Iterator()}, sum(x for x in Iterator()), any(x > 1 for x in Iterable()))
print([(x, y) for x in Iterator() for y in Iterator()], {x: y for x in Iterable() for y in [x]})
print(list((x, y) for x in Iterable() for y in Iterable()))
