import gc
class Node:
    def __init__(self, value, prev=None):
        self.value = value
        self.prev = prev
        self.next = None
        if prev is not None:
            prev.next = self
    def __del__(self):
        deleted.append(self.value)
deleted = []
head = Node(0)
tail = head
for i in range(1, 6):
    tail = Node(i, tail)
del head, tail
n = 0
trash = []
while len(deleted) < 6:
    trash.append([n, n])
    n += 1
print(n, deleted)
