# What imports count when nothing is collected: modules that other modules have imported before, too.
import gc
gc.disable()
before = gc.get_count()[0]
import typing
print(gc.get_count()[0] - before)
before = gc.get_count()[0]
import dataclasses
print(gc.get_count()[0] - before)
before = gc.get_count()[0]
import enum, contextlib, copy, random
print(gc.get_count()[0] - before)
