# The count behind an import whose modules import each other, and the rest that comes by itself.
import dataclasses
import gc
gc.disable()
print(gc.get_count())
before = gc.get_count()[0]
import typing
print(gc.get_count()[0] - before)
