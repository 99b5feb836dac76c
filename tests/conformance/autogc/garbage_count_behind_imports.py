import gc
import functools

print(gc.get_count())
from collections import Counter, deque

print(gc.get_count())
import random

print(gc.get_count())
