# The lecture's demo: at which allocation the collection comes.
class Friend:
    def __init__(self, name):
        self.name = name
        self.friend = None

    def __repr__(self):
        return f"Friend({self.name!r})"

    def __del__(self):
        print(f"{self.name} collected at {where[0]}")

where = [0]
def main():
    ann = Friend("Ann")
    bob = Friend("Bob")
    ann.friend, bob.friend = bob, ann
    ann = bob = None
    data = []
    for step in range(6000):
        data.append([])
        where[0] = step
    print("end of main")

if __name__ == "__main__":
    main()
    print("done")
