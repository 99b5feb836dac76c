# dir(): what is in the object's __dict__, wherever that is, then what is in the class and the bases.
import enum
import functools
import types


def named():
    pass


class Code(int):
    pass


class Row(tuple):
    pass


class Failure(Exception):
    pass


made = [Code(7), Code(0), Row((1, 2)), Failure("x"), ValueError(1), named, types.ModuleType("m"), types.SimpleNamespace(a=1),
        functools.partial(named), functools.lru_cache(named), staticmethod(named), classmethod(named)]
for thing in made:
    before = len(dir(thing))
    thing.label = "here"
    names = dir(thing)
    print(type(thing).__name__, "label" in names, len(names) - before, names == sorted(names), len(set(names)) == len(names))
    del thing.label
    print("label" in dir(thing), len(dir(thing)) == before)


class Told:
    """Says itself what its __dict__ and its class are."""

    def __init__(self):
        self.own = 1

    @property
    def __dict__(self):
        return {"told": 1}

    @property
    def __class__(self):
        return bytes


told = Told()
print("own" in dir(told), "told" in dir(told), "hex" in dir(told), "__init__" in dir(told))


class Odd:
    __dict__ = 5


odd = Odd()
odd.kept = 1
print("__dict__" in dir(odd), "kept" in dir(odd), odd.kept, odd.__dict__, Odd.__dict__["__dict__"])

error = Failure("noted")
error.add_note("a note")
print([name for name in dir(error) if name[:1] != "_" or "note" in name])


class Size(enum.IntEnum):
    SMALL = 1


class Word(enum.StrEnum):
    ONE = enum.auto()


flags = {"_boundary_", "_flag_mask_", "_singles_mask_", "_all_bits_", "_inverted_"}
for member in Size.SMALL, Word.ONE:
    names = dir(member)
    print(type(member).__name__, [name for name in names if name in vars(member)], flags & set(names))
print(hasattr(enum.Enum, "_flag_mask_"), hasattr(enum.Flag, "_flag_mask_"), hasattr(Size, "_inverted_"))
