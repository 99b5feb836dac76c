"""What is the same object after folding, interning, copying and operators that have nothing to do."""
import sys
a = 256; b = 256; print(a is b)
a = 257; b = 257; print(a is b)
def f(): return 257, 257
x, y = f(); print(x is y)
def g(): return 1.5
print(g() is g(), "ab" is "a" "b")
s = "hello world"; t = "hello world"; print(s is t)
s1 = "hello"; s2 = "".join(["hel", "lo"]); print(s1 is s2, sys.intern(s2) is s1)
print("a" * 20 is "a" * 20, "a" * 5000 is "a" * 5000)
n = 20; print("a" * n is "a" * n)
print(() is (), (1, 2) is (1, 2), [] is [], {} is {}, frozenset() is frozenset())
e = (); print(e is tuple([]), e is (1,)[1:])
print("" is str(), b"" is bytes(), b"a" is b"ab"[:1], "é" is chr(233), "ŵ" is chr(373))
print(int("5") is 5, int("300") is int("300"), -5 is int("-5"), -6 is int("-6"))
print(True is bool(1), ... is Ellipsis, NotImplemented is type(NotImplemented)())
c = (1, "a", None); d = (1, "a", None); print(c is d)
def h():
    return (1, 2, (3, 4))
print(h() is h(), h()[2] is h()[2])
k = 10 ** 5; l = 10 ** 5; print(k is l)
print(1000 + 0 is 1000, 500 + 500 is 1000, 2 ** 10 is 1024)
class A:
    def m(self): pass
o = A(); print(o.m is o.m, A.m is A.m, o.m == o.m, o.__dict__ is o.__dict__, A.__dict__ is A.__dict__)
print(type(o) is A, o.__class__ is type(o))
z = id([]) == id([]); print(z)
print(id(1) == id(1), id("x") == id("x"))
q = [[0] * 2] * 2; print(q[0] is q[1], q[0] is not q[1])
w = [[0] * 2 for _ in range(2)]; print(w[0] is w[1])
import copy
deep = [1, [2], (3, [4]), "s"]; sh = copy.copy(deep); dp = copy.deepcopy(deep)
print(sh[1] is deep[1], dp[1] is deep[1], dp[2] is deep[2], dp[3] is deep[3], copy.copy(c) is c, copy.deepcopy((1, 2)) is (1, 2))
print(s[:] is s, c[:] is c, deep[:] is deep, str(s) is s, tuple(c) is c, list(deep) is deep, bytes(b"xy") is b"xy", frozenset(frozenset([1])) is frozenset([1]))
fs = frozenset([1]); print(frozenset(fs) is fs, fs.copy() is fs, int(k) is k, float(1.5) is 1.5)
m = "abc"; print(m.upper().lower() is m, m.replace("z", "y") is m, m.strip() is m, m + "" is m, "" + m is m, m * 1 is m, f"{m}" is m, "%s" % m is m, "{}".format(m) is m, m.ljust(2) is m, m.lower() is m, m.encode().decode() is m)
for name in ("foo", "bar"): print(sys.intern(name) is name)
print([i for i in (1, 2)] is [1, 2], range(3) is range(3), slice(1) is slice(1))
def dflt(x=[]): return x
print(dflt() is dflt(), dflt() is dflt([]))
print(globals() is globals(), locals() is locals(), vars() is globals())
def loc(): return locals() is locals()
print(loc())
print(A().m.__func__ is A.m, A.__mro__ is A.__mro__, type.mro is type.mro, list.append is list.append, [].append is [].append)
print((1).real is 1, (5).numerator is (5).numerator, abs(7) is 7, +7 is 7, round(7) is 7, 7 // 1 is 7)
print(0.0 is -0.0, float("nan") is float("nan"), 1j is 1j, b"a" + b"" is b"a")
