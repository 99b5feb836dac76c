# The lecture's demo: at which allocation the collection comes.
class Friend:
    def __init__(self, name):
        self.name = name
        self.friend = None

    def __repr__(self):
        return f"Friend({self.name!r})"

    def __del__(self):
        print(f"{self.name} collected at {step}")

pairs = []
for i in range(3):
    a = Friend(f"a{i}"); b = Friend(f"b{i}")
    a.friend = b
    b.friend = a
a = b = None
data = []
for step in range(6000):
    data.append([])
print("done")
