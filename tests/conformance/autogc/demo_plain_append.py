# The lecture's demo: at which allocation the collection comes.
class Friend:
    def __init__(self, name):
        self.name = name
        self.friend = None

    def __repr__(self):
        return f"Friend({self.name!r})"

    def __del__(self):
        print(f"{self.name} collected at {step}")

ann = Friend("Ann")
bob = Friend("Bob")
ann.friend = bob
bob.friend = ann
print(ann, bob.friend)
del ann, bob
data = []
for step in range(6000):
    data.append([])
print("done")
