"""What hot code calls is something else later: builtins, methods, classes and their __init__ are replaced."""
import builtins


class Thing:
    def __init__(self, x):
        self.x = x

    def get(self):
        return self.x


class Wordy(str):
    def upper(self):
        return "not upper"


class Sized:
    def __len__(self):
        return 77

    def __str__(self):
        return "sized"


def use(make, text, items):
    thing = make(1)
    items.append(thing.get())
    return len(items), text.upper(), str(items[-1]), text.startswith("a")


def shout(text):
    return str(text), len(text)


for i in range(200):
    items = [i]
    last = use(Thing, "abc", items)
    shout("abc")
print(last)

print(use(Thing, Wordy("abc"), [1]))
print(shout(Sized()))


class Keeper:
    def __init__(self):
        self.kept = []

    def append(self, value):
        self.kept.append(value)

    def __len__(self):
        return 1000

    def __getitem__(self, index):
        return self.kept[index]


keeper = Keeper()
print(use(Thing, "abc", keeper), keeper.kept)

# A global of the same name, then the builtin again.
len = lambda value: "my len"
print(use(Thing, "abc", [1]))
del len
print(use(Thing, "abc", [1]))

# The builtin itself.
real = builtins.len
builtins.len = lambda value: -real(value)
print(use(Thing, "abc", [1]))
builtins.len = real
print(use(Thing, "abc", [1]))


# Another __init__, another class, a factory, another code object.
def init(self, x):
    self.x = x * 10


old = Thing.__init__
Thing.__init__ = init
print(use(Thing, "abc", [1]))
Thing.__init__ = old
print(use(Thing, "abc", [1]))
Thing.__init__.__code__ = init.__code__
print(use(Thing, "abc", [1]))


class Other(Thing):
    def __new__(cls, x):
        self = super().__new__(cls)
        self.made = True
        return self


print(use(Other, "abc", [1]))
print(use(lambda x: Thing(x + 1), "abc", [1]))
Thing.get = lambda self: "replaced"
print(use(Thing, "abc", [1]))


class Bad:
    def __init__(self, x):
        return 5


for make in (Thing, Bad, int):
    try:
        print(use(make, "abc", [1]))
    except Exception as e:
        print(type(e).__name__, e)

# Wrong counts of arguments, and errors in native code, from hot code.
def wrong(f, *args):
    return f(*args)


def pop(items):
    return items.pop()


for i in range(100):
    pop([1])
for bad in ([], 5, "x"):
    try:
        pop(bad)
    except Exception as e:
        print(type(e).__name__, e)


# Closures, their cells, and tuples that die at the end of a frame.
class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def counter(start):
    count = start

    def step(*args):
        nonlocal count
        count += real(args)
        return count
    return step


step = counter(5)
for i in range(100):
    step(i, i)
print(step(), step(1))
loud = Loud("twice")
pair = (loud, loud)


def drop(*args):
    return real(args)


for i in range(100):
    drop(i, i)
print(drop(Loud("a"), Loud("b")))
del loud


def unpack(value):
    first, second = value
    return second, first


for i in range(100):
    unpack((i, "x"))
print(unpack([1, 2]), unpack("ab"), unpack(pair)[0] is pair[0])
del pair
try:
    unpack((1, 2, 3))
except ValueError as e:
    print(e)

# Stable sorts, of ints and by ints.
data = [(i * 7919) % 23 + 1000 for i in range(100)]
print(sorted(data) == sorted(data, key=lambda v: (v, 0)), sorted(data, reverse=True)[:5])
order = sorted(range(100), key=lambda i: data[i] % 5)
print(order[:12], sorted(range(100), key=lambda i: data[i] % 5, reverse=True)[:12])
print(sorted([3, 2.5, True, -1]), sorted([2**70, 5, -2**70]), sorted([True, 0, False, 1]))
data.sort(reverse=True)
print(data[0], data[-1], data == sorted(data)[::-1])

error = ValueError("text " + str(i))
print(str(error) is error.args[0], str(KeyError("k")), str(OSError(2, "no")), repr(str(Exception())), str(Exception(1, 2)))
