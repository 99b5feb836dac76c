# A table of str keys, asked for other keys that equal one of its own; and what update() does to a table of shared keys.
import sys


class Name(str):
    pass


class Same:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return hash(self.value)

    def __eq__(self, other):
        return self.value == other


class Point:
    pass


first = Point()
first.x = 1
for key in (Name("x"), Same("x")):
    table = Point().__dict__
    table[key] = 2
    print([type(k).__name__ for k in table], sys.getsizeof(table))
    table = {"x": 1}
    table[key] = 3
    print([type(k).__name__ for k in table], table["x"], sys.getsizeof(table))
    table = {"x": 1}
    print(table.setdefault(key, 4), sys.getsizeof(table))
    point = Point()
    point.x = 3
    point.__dict__[key] = 4
    print(point.x, [type(k).__name__ for k in point.__dict__], sys.getsizeof(point.__dict__))


class Plain:
    pass


table = Plain().__dict__
table.update(x=1, y=2)
print(table, sys.getsizeof(table))
table = Plain().__dict__
table |= {"x": 3, "k": 3}
print(table, sys.getsizeof(table))


class Meta(type):
    def __getattr__(cls, name):
        return "meta:" + name


class Getter:
    def __get__(self, instance, owner):
        return 5


class Owner(metaclass=Meta):
    got = Getter()


print(Owner.got, Owner.other)
for source in ("1 +", "1 +\n2", "a\\", "x = 1\n"):
    for mode in ("eval", "single"):
        try:
            compile(source, "<string>", mode)
        except SyntaxError as error:
            print(mode, error.args)
