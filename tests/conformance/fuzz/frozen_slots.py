# A frozen dataclass with slots: copies, attributes that are no fields, and the class cell of the class that was replaced.
import copy
import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class Pair:
    a: object
    b: object = None


@dataclasses.dataclass(frozen=True, slots=True)
class Named:
    a: object

    def me(self):
        return __class__ is Named

    def text(self):
        return super().__repr__()[:9]


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


for obj in (Pair([1], 2), Named([1])):
    attempt(lambda: setattr(obj, 'a', 1))
    attempt(lambda: setattr(obj, 'other', 1))
    attempt(lambda: delattr(obj, 'other'))
    shallow, deep = copy.copy(obj), copy.deepcopy(obj)
    print(shallow == obj, shallow.a is obj.a, deep == obj, deep.a is obj.a)
attempt(obj.me)
attempt(obj.text)
