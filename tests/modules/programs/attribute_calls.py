# Attributes that run methods in Python, by a statement and by getattr() and setattr(): counts within, errors, depth.
import sys
from sys import getrefcount as count


class Name:
    def __set__(self, instance, value):
        print("set", count(self), count(instance), count(value))
        instance.__dict__["stored"] = value

    def __get__(self, instance, owner):
        if instance is None:
            return self
        print("get", count(self), count(instance))
        return instance.__dict__["stored"]


class Field:
    name = Name()


class Watched:
    def __setattr__(self, name, value):
        print("setattr", name, count(self), count(name) < 1000, count(value))
        object.__setattr__(self, name, value)

    def __getattr__(self, name):
        print("getattr", name, count(self))
        if name == "gone":
            raise AttributeError(name)
        return [name]


class Everything:
    def __getattribute__(self, name):
        print("getattribute", name, count(self))
        if name == "gone":
            raise AttributeError("no " + name)
        return object.__getattribute__(self, name)

    kind = "class"


class Temperature:
    @property
    def degrees(self):
        return count(self)

    @degrees.setter
    def degrees(self, value):
        print("degrees", count(self), count(value))


value = object()
field, watched, everything, temperature = Field(), Watched(), Everything(), Temperature()

field.name = value
setattr(field, "name", value)
print(field.name is value, getattr(field, "name") is value, count(Field.__dict__["name"]), count(value))

watched.a = value
setattr(watched, "b", value)
print(watched.missing, getattr(watched, "missing"), getattr(watched, "a") is value)
print(getattr(watched, "gone", "default"), hasattr(watched, "gone"))
dynamic = "".join(["dyn", "amic"])
setattr(watched, dynamic, value)
print(getattr(watched, dynamic) is value, count(value))

print(everything.kind, getattr(everything, "kind"), getattr(everything, "gone", 0))
for read in (lambda: everything.gone, lambda: getattr(everything, "gone"), lambda: getattr(watched, "gone")):
    try:
        read()
    except AttributeError as error:
        print(error, error.name, error.__traceback__.tb_next is not None)

temperature.degrees = value
setattr(temperature, "degrees", value)
print(temperature.degrees, getattr(temperature, "degrees"))
for call in (lambda: setattr(temperature, 3, value), lambda: getattr(temperature, None), lambda: setattr(temperature, "x"), lambda: getattr(watched)):
    try:
        call()
    except TypeError as error:
        print(error)
print(setattr(watched, "c", value), count(value), count(watched), count(everything))


class Forever:
    def __set__(self, instance, value):
        global depth
        depth += 1
        setattr(instance, "forever", value)


class Recursive:
    forever = Forever()

    def __setattr__(self, name, value):
        global depth
        depth += 1
        setattr(self, name, value)


class Plain:
    forever = Forever()


class Always:
    def __getattribute__(self, name):
        global depth
        depth += 1
        return self.other


for attempt in (lambda: setattr(Recursive(), "x", 1), lambda: setattr(Plain(), "forever", 1), lambda: Always().x):
    depth = 0
    try:
        attempt()
    except RecursionError as error:
        print("RecursionError", depth > 900)
print(count(value))
