"""Which parts of split() and rsplit() are the text itself."""
import sys
for s in ["a b", "", " ", "  a  b ", "abc", "é b", "\u2003a\u2003b", "日本 語", "😀 x", "a\x1cb", "a\tb\nc", "x" * 20 + " " + "y", "a b c d e f g h i j k l m n o p"]:
    for a in [(), (None,), (None, 0), (None, 1), (None, 2), (None, -1), (" ",), (" ", 1)]:
        r = s.split(*a)
        print(r, s.rsplit(*a), sys.getsizeof(r), len(r) == 1 and r[0] is s, len(s.rsplit(*a)) == 1 and s.rsplit(*a)[0] is s)
class S(str): pass
x = S("abc"); print(x.split()[0] is x, type(x.split()[0]).__name__, "a b".split(maxsplit=0), "a b".split(sep=None, maxsplit=True))
for a in [(1,), ("",), (None, "x"), (1, 2, 3)]:
    try: "a b".split(*a)
    except Exception as e: print(type(e).__name__, e)
