"""f_locals and locals(): a proxy that writes through, or a dict."""
import sys
def f():
    x = 1
    fr = sys._getframe()
    fr.f_locals["x"] = 5
    fr.f_locals["new"] = 7
    print(x, sorted(fr.f_locals), type(fr.f_locals).__name__)
    l = locals()
    l["x"] = 9
    print(x, locals() is l, fr.f_locals is fr.f_locals)
    y = 3
    print(sorted(l), sorted(locals()))
f()
def g():
    a = 1; b = 2
    fl = sys._getframe().f_locals
    print(fl, len(fl), list(fl), list(fl.items()), "a" in fl, fl.get("zz"), fl == {"a": 1, "b": 2})
    try: del fl["a"]
    except Exception as e: print(type(e).__name__, e)
    try: print(fl["nope"])
    except KeyError as e: print(e)
    fl.update({"a": 10})
    print(a, fl | {"q": 1})
    try: print(fl.pop("a"))
    except Exception as e: print(type(e).__name__, e)
    print(fl.setdefault("a", 4), fl.setdefault("w", 6), fl)
    def inner(): return b
    fl["b"] = 22
    print(b, inner())
    print(dict(fl) , {**fl}.keys())
g()
def outer():
    v = 1
    def inner():
        sys._getframe(1).f_locals["v"] = 2
        return v
    inner()
    print(v)
outer()
class K:
    z = 1
    sys._getframe().f_locals["k"] = 3
    print(k)
def h():
    exec("q = 1")
    print("q" in locals())
    try: eval("q")
    except NameError as e: print(e)
    print([locals() for i in range(1)])
    print([sorted(locals()) for i in range(1)])
h()
