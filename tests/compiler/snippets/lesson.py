import gc, sys

class Node:
    def __init__(self, name):
        self.name = name
        self.next = None

    def __del__(self):
        print("del", self.name)

def ring(n):
    first = node = Node(0)
    for i in range(1, n):
        node.next = Node(i)
        node = node.next
    node.next = first
    return sys.getrefcount(first), first

a = Node("a")
b = a
print(sys.getrefcount(a))
del a
b = None
print(gc.collect())
items = [Node(i) for i in range(3)]
items.clear()
