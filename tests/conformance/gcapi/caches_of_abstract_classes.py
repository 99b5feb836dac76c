# What isinstance() and issubclass() leave at abstract classes: sets of weak references.
from abc import ABC, abstractmethod
import gc

gc.disable()


class Filler:
    def method(self): ...


def fill():
    """So that no free list runs out."""
    lists, dicts = [[] for _ in range(40)], [{} for _ in range(40)]
    of_lists, of_tuples = [iter([]) for _ in range(20)], [iter((1,)) for _ in range(20)]
    methods, natives = [Filler().method for _ in range(20)], [lists.append for _ in range(20)]
    tuples = [[function(i) for i in range(300)] for function in makers]


makers = [eval("lambda x: (" + "x," * size + ")") for size in range(1, 21)]


class Shape(ABC):
    @abstractmethod
    def area(self): ...


class Circle(Shape):
    def area(self):
        return 3


class Square(Shape):
    def area(self):
        return 4


class Other:
    pass


def grown(what, n=[0]):
    print(what, gc.get_count()[0] - n[0])
    n[0] = gc.get_count()[0]


circle, other = Circle(), Other()
fill()
grown.__defaults__[0][0] = gc.get_count()[0]
isinstance(circle, Shape)
grown("an instance")
isinstance(circle, Shape)
grown("again")
issubclass(Square, Shape)
grown("a class")
isinstance(3, Shape)
grown("no instance")
isinstance(3, Shape)
grown("again")
isinstance(other, Shape)
grown("another class")
Shape.register(Other)
grown("registered")
print(isinstance(other, Shape))
grown("by its registration")
isinstance(3, Shape)
grown("asked anew")
del Circle, Other, circle, other
gc.collect()
print(isinstance(Square(), Shape))
