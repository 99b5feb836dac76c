import gc
found = []
class X:
    def __init__(self):
        self.s = {self}
    def __del__(self):
        found.append(k)
X()
k = 0
rest = []
for k in range(5000):
    if k in {4, 5, 6}:
        continue
    if k in (7, 8):
        continue
    if k in [9, 10]:
        continue
    rest.append([k])
print(found, len(rest))
