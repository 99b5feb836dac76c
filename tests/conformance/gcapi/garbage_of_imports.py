# What importing operator leaves: its classes in Python, replaced by those in C.
import operator
import gc
print(gc.collect(), gc.collect())
import enum
print(gc.collect() > 0, gc.collect())
