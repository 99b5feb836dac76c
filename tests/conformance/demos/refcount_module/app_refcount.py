import gc

import memutil


class Doomed:
    def __init__(self, *friends):
        self.friends = friends
        print(f"Created Doomed at {id(self)}")

    def __del__(self):
        print(f"Deleted Doomed at {id(self)}")

    def __repr__(self):
        friends = f" with {len(self.friends)} friends" if self.friends else ""
        return f"Doomed at {id(self)}{friends}"

    def __str__(self):
        return self.__repr__()


def main():
    gc.disable()
    v1 = Doomed()
    oid = id(v1)
    print(v1)
    print("1. ref count:", memutil.refs(oid))
    v2 = v1
    print("2. ref count:", memutil.refs(oid))
    v2 = None
    print("3. ref count:", memutil.refs(oid))
    v1 = None
    print("4. ref count:", memutil.refs(oid))
    print("End of method")


if __name__ == '__main__':
    main()
