"""One-character strings: where 3.11 has two of a letter."""
x = "a"
print(x is chr(97), "abc"[0] is x, "e" is "hello"[1], [c is "l" for c in "hello"], "a b".split()[0] is "a", next(iter("a")) is "a", "".join(["a"]) is "a", str(b"a","ascii") is "a", "A".lower() is "a", "%c" % 97 is "a", f"{x}" is x, "a"*1 is x, list("abc")[0] is "a", "1" is str(1), {"a":1}.popitem()[0] is x, "zz"[0] is "z", "Q" is "QQ"[0])
