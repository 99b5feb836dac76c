"""A weak-key dictionary whose keys die while it is iterated: len() counts each once, whatever else is taken out."""
import weakref


class Key:
    pass


keys = [Key() for _ in range(6)]
table = weakref.WeakKeyDictionary((k, i) for i, k in enumerate(keys))
walk = iter(table.items())
next(walk)
keys.pop()
print("one died:", len(table))
k, value = table.popitem()
print("popped", value, len(table))
del k, keys[-1]
print("another:", len(table))
del table[keys[2]]
print("deleted:", len(table))
print(table.pop(keys[1]), len(table))
walk = None
print("not iterated:", len(table), sorted(table.values()))
