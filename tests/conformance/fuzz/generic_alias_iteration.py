import sys, copy, types, gc, weakref
a = tuple[int, str]
i = iter(a)
print(type(i).__name__, type(i).__module__, type(i).__qualname__, sys.getsizeof(i), gc.is_tracked(i), sys.getrefcount(a))
print(sys.getrefcount(i))
s = next(i)
print(s, repr(s), s == a, s != a, hash(s) == hash(a), s.__unpacked__, a.__unpacked__, type(s) is types.GenericAlias, s.__origin__, s.__args__)
print(sys.getrefcount(a), sys.getrefcount(s))
print(next(i, 'end'), list(i))
print([*tuple[int]], (*a,), *a)
print(list(a), list(dict[str, int]), tuple(list[int]))
class U:
    def __class_getitem__(cls, item):
        return types.GenericAlias(cls, item)
print([*U[int]][0] == [*U[int]][0], [*U[int]][0] == U[int], U[int] == [*U[int]][0], len({U[int], *U[int]}))
print(s.__parameters__, s == next(iter(a)), s is next(iter(a)))
print(list[(*a,)], tuple[int, *a], tuple[*a, *list[int]])
try: print(*list)
except TypeError as e: print(e)
x, = a
print(x)
try: x, y = a
except ValueError as e: print(e)
print(dict.fromkeys(a))
print(a.__iter__, iter(a)) if False else None
print(hasattr(a, '__iter__'), hasattr(a, '__next__'), '__iter__' in dir(types.GenericAlias), '__iter__' in types.GenericAlias.__dict__)
def f(*args: *tuple[int]): pass
print(f.__annotations__ if sys.version_info < (3, 14) else '')
print(sum(1 for _ in a), next(zip(a, a)), list(enumerate(a)), list(map(repr, a)), sorted(a, key=id), max(a, key=id), any(a), all(a))
it = iter(a)
print(iter(it) is it, it.__reduce__()[1], copy.copy(it) is it) if False else print(iter(it) is it)
try: copy.copy(it)
except TypeError as e: print(e)
print(s.__reduce__()) if False else None
print(s[int] if s.__parameters__ else 'none', int in a, s in a, a in a)
r = weakref.ref(a)
it = iter(a)
del a, s, x, r
next(it)
next(it, None)
try: next(it)
except StopIteration as e: print('end', e)
for q in list[int]: print(q, sys.getrefcount(q))
try: type(it)()
except TypeError as e: print(e)
try:
    class Sub(type(it)): pass
except TypeError as e: print(e)
print(isinstance(*[3], int)) if False else None
b = list[int]
print(sys.getrefcount(b)); it = iter(b); print(sys.getrefcount(b)); next(it); print(sys.getrefcount(b)); del it; print(sys.getrefcount(b))
print(gc.get_referents(iter(b)) == [b])
