# A list stays where it is however it grows.
a = []
before = id(a)
for i in range(5000):
    a.append(i)
print(id(a) == before)
a.clear()
print(id(a) == before)
