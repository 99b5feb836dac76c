# How much garbage the library's class makers leave when what they made is dropped.
import gc
from collections import namedtuple
from dataclasses import dataclass
from functools import singledispatch
from typing import Generic, TypeVar
T = TypeVar('T')
def make_namedtuple(): namedtuple('Point', 'x y')._make([1, 2])
def make_dataclass():
    @dataclass
    class Point: x: int; y: int = 0
    repr(Point(1))
def make_dispatcher():
    @singledispatch
    def show(value): return 'other'
    show.register(int, lambda value: 'int')
    return show('a'), show(1)
def make_generic():
    class Box(Generic[T]): pass
for make in (make_namedtuple, make_dataclass, make_dispatcher, make_generic):
    make()
    gc.collect()
    made = []
    for _ in range(2):
        make()
        made.append(gc.collect())
    print(make.__name__, made)
