"""A generator closes an iterator whose attributes cannot be asked for."""
import sys
class Broken:
    def __iter__(self): return self
    def __next__(self): return 1
    def __getattr__(self, attr): 1/0
def g(): yield from Broken()
gi = g(); next(gi)
print(gi.close())
gi = g(); next(gi); del gi
print("x")
