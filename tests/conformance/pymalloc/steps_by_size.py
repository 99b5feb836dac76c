# How far neighbours lie from each other, by the bytes of an object: the size class, up to 512.
import sys
head = sys.getsizeof(b"")
for total in (100, 128, 129, 144, 256, 257, 300, 400, 496, 497, 511, 512):
    many = [bytes(total - head) for _ in range(1500)]
    steps = [abs(id(b) - id(a)) for a, b in zip(many, many[1:])]
    print(total, max(set(steps), key=steps.count))
    del many
many = [bytes(513 - head) for _ in range(1500)]
steps = [abs(id(b) - id(a)) for a, b in zip(many, many[1:])]
print(513, max(set(steps), key=steps.count))
