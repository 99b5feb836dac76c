# An instance's block goes to the next of its class; a class of another size does not get it.
class A:
    __slots__ = ("x",)
class B:
    __slots__ = ("x", "y", "z", "w", "v")
many = [A() for _ in range(50)]
a = many[25]
place = id(a)
del a
many[25] = None
b = B()
print(id(b) == place)
a2 = A()
print(id(a2) == place)
f = lambda: 0
place = id(f)
f = None
g = lambda: 1
print(id(g) == place)
