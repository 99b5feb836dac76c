# Counts behind what compiling and making classes takes: tuples equal to names, constants left unused, abstract classes.
import abc
import gc

start = gc.get_count()[0]


class Item:
    def __init__(self, v):
        self.v = v


class Slotted:
    __slots__ = ("v",)


class Other:
    def m(self):
        return self.v


print(gc.get_count()[0] - start)
unused = start if False else b"x" and 1.5
print(gc.get_count()[0] - start)


class Shape(metaclass=abc.ABCMeta):
    @abc.abstractmethod
    def area(self): ...


class Square(Shape):
    def area(self):
        return 4


print(gc.get_count()[0] - start, type(Shape._abc_impl).__name__)
