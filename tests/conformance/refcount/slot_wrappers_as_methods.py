"""Calls through wrappers of slots, and formatting, hold what they are given once more."""
import sys
class P:
    def __bool__(self): print("bool", sys.getrefcount(self)); return True
    def __str__(self): return "s%d" % sys.getrefcount(self)
    def __len__(self): return sys.getrefcount(self)
p = P()
bool(p)
not p
if not p: pass
x = 1 if p else 0
while p: break
[q for q in [1] if p]
any([p]); all([p]);  list(filter(None, [p]))
print(f"{p}", f"{p:}", f"{p!s}", "%s" % p, "{}".format(p), format(p), format(p, ""), str(p), "".join([str(p)]), print(p))
print(len(p), p.__len__(), object.__str__(p)[:3], P.__str__(p), str.__str__("a"), p.__str__(), type(p).__str__(p), super(P, p).__str__()[:3])
class Q(P): pass
q = Q()
print(q.__len__(), len(q), str(q), f"{q}")
def f(a): return sys.getrefcount(a)
print(f.__call__(p), f(p), sys.getrefcount.__call__(p), type(f).__call__(f, p), len.__call__([p]), [p].__len__(), [p].__getitem__(0) is p, list.__contains__([p], p))
class R:
    def __eq__(self, o): return sys.getrefcount(self), sys.getrefcount(o)
    def __hash__(self): return 1
r, s = R(), R()
print(r.__eq__(s), R.__eq__(r, s), [r].index(s), [r].count(s), (r,).index(s), {r: 1}.get(s), s in [r], s in {r}, object.__ne__(r, s), r != s)
