# `s += t` in a function grows the str where it lies, once the interpreter has specialized the instruction, if nobody
# else has the str, it is not hashed and not interned, and its block has room (unicode_modifiable, PyUnicode_Append).
import sys


def grow(start, piece, times):
    s = start
    pattern = ""
    for i in range(times):
        before = id(s)
        s += piece
        pattern += "=" if id(s) == before else "."
    return s, pattern


def show(title, value):
    print(title, value[0][-3:], len(value[0]), sys.getsizeof(value[0]), value[1])


show("cold     ", grow("ab" * 3, "x", 40))
show("warm     ", grow("ab" * 3, "x", 40))
show("wide     ", grow("\u0416" * 3, "x", 30))
show("widens   ", grow("ab" * 3, "\u0416", 20))
show("latin    ", grow("\xe9\xe8" * 3, "x", 30))
show("to latin ", grow("ab" * 3, "\xe9", 20))
show("empty    ", grow("", "abc", 12))
show("nothing  ", grow("ab" * 3, "", 8))
show("long     ", grow("ab" * 100, "0123456789", 20))


def shared(times):
    s = "ab" * 3
    pattern = ""
    keep = []
    for i in range(times):
        before = id(s)
        keep.append(s)
        s += "x"
        pattern += "=" if id(s) == before else "."
    return s, pattern


def hashed(times):
    s = "ab" * 3
    pattern = ""
    for i in range(times):
        before = id(s)
        hash(s)
        s += "x"
        pattern += "=" if id(s) == before else "."
    return s, pattern


def interned(times):
    s = sys.intern("ab" * 3)
    pattern = ""
    for i in range(times):
        before = id(s)
        s += "x"
        pattern += "=" if id(s) == before else "."
        s = sys.intern(s)
    return s, pattern


show("shared   ", shared(20))
show("hashed   ", hashed(20))
show("interned ", interned(20))


def plain_sum(times):
    s = "ab" * 3
    pattern = ""
    for i in range(times):
        before = id(s)
        s = s + "x"
        pattern += "=" if id(s) == before else "."
    return s, pattern


def other_target(times):
    s = "ab" * 3
    pattern = ""
    for i in range(times):
        before = id(s)
        t = s + "x"
        s = t
        t = None
        pattern += "=" if id(s) == before else "."
    return s, pattern


def same_line(times):
    s = "ab" * 3
    pattern = ""
    for i in range(times):
        before = id(s)
        s += "x"; u = s; u = None
        pattern += "=" if id(s) == before else "."
    return s, pattern


def cell(times):
    s = "ab" * 3
    pattern = ""
    for i in range(times):
        before = id(s)
        s += "x"
        pattern += "=" if id(s) == before else "."
    (lambda: s)
    return s, pattern


def twice(times):
    s = "ab" * 3
    pattern = ""
    for i in range(times):
        before = id(s)
        s += s
        pattern += "=" if id(s) == before else "."
    return s, pattern


show("s = s + x", plain_sum(20))
show("t = s + x", other_target(20))
show("same line", same_line(20))
show("cell     ", cell(20))
show("s += s   ", twice(8))


def once(s):
    before = id(s)
    s += "x"
    return id(s) == before


print("calls", "".join("=" if once("ab" * 3) else "." for i in range(20)))


def second_loop():
    pattern = ""
    for i in range(30):
        pass
    s = "ab" * 3
    for i in range(12):
        before = id(s)
        s += "x"
        pattern += "=" if id(s) == before else "."
    return s, pattern


show("2nd loop ", second_loop())


def generator():
    s = "ab" * 3
    while True:
        before = id(s)
        s += "x"
        yield id(s) == before


g = generator()
print("generator", "".join("=" if next(g) else "." for i in range(20)))

s = "ab" * 3
pattern = ""
for i in range(20):
    before = id(s)
    s += "x"
    pattern += "=" if id(s) == before else "."
print("module   ", pattern)


def mixed(values):
    pattern = ""
    for v in values:
        s = v
        before = id(s)
        s += v
        pattern += "=" if id(s) == before else "."
    return pattern


print("mixed    ", mixed([1000, 2000, 3000] + ["ab" * n for n in range(3, 9)]))


class Text(str):
    pass


print("subclass ", grow(Text("ab" * 3), "x", 12)[1])
print("blocks   ", [sys.getsizeof(grow("ab" * 3, "x", n)[0]) for n in (1, 5, 9, 17)])
