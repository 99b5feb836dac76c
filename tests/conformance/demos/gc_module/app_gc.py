import gc

import memutil


class Doomed:
    def __init__(self, *friends):
        self.friends = list(friends)
        print(f"Created Doomed at {id(self)}")

    def __del__(self):
        print(f"Deleted Doomed at {id(self)}")


def main():
    gc.enable()
    v1 = Doomed()
    v2 = Doomed()
    print("Step 1, counts are", memutil.refs(id(v1)), memutil.refs(id(v2)))
    v1.friends.append(v2)
    v2.friends.append(v1)
    id1, id2 = id(v1), id(v2)
    print("friends, counts are", memutil.refs(id1), memutil.refs(id2))
    v1 = None
    v2 = None
    print("Step 2, counts are", memutil.refs(id1), memutil.refs(id2))
    for n in range(1000):
        rows = [[n], [n, n], [n, n, n]]
    print("Step 3")
    print("End of method")


if __name__ == '__main__':
    main()
