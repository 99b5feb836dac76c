# Attributes that vanish while they are looked up, `__dict__` of classes, and slots named like the compiler's own names.
import gc


class Evil:
    def __hash__(self):
        return hash("attr")

    def __eq__(self, other):
        if "attr" in C.__dict__:
            del C.attr
        return False


class Descriptor:
    def __get__(self, instance, owner=None):
        return "from the descriptor"

    def __del__(self):
        print("descriptor gone")


class C:
    attr = Descriptor()


c = C()
c.__dict__[Evil()] = 0
print(c.attr)
gc.collect()
print(hasattr(c, "attr"))


class D:
    def attr(self):
        return "method"


C = D
d = D()
d.__dict__[Evil()] = 0
print(d.attr(), hasattr(d, "attr"))


class Base:
    pass


class Meta(type, Base):
    pass


class E(metaclass=Meta):
    pass


class OtherMeta(Base, type):
    pass


class G(metaclass=OtherMeta):
    inside = 1


print(type(G.__dict__).__name__, G.__dict__["inside"])
descriptor = Base.__dict__["__dict__"]
for action in (lambda: setattr(E, "__dict__", {}), lambda: descriptor.__set__(E, {}), lambda: delattr(E, "__dict__"),
               lambda: setattr(Base(), "__dict__", None)):
    try:
        action()
        print("allowed")
    except (AttributeError, TypeError) as error:
        print(type(error).__name__)
plain = Base()
plain.__dict__ = {"b": 1}
print(plain.b)
del plain.__dict__
print(plain.__dict__)


class F(Base):
    __slots__ = ["__classcell__"]

    def __init__(self):
        super().__init__()


f = F()
f.__classcell__ = 42
print(f.__classcell__, type(F.__dict__["__classcell__"]).__name__)
