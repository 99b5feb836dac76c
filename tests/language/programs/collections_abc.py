import collections
from collections import *
from collections import UserDict, UserList, UserString, ChainMap, Counter
from collections.abc import *
import collections.abc as abc
class D(UserDict):
    def __setitem__(self, k, v): super().__setitem__(str(k), v)
d = D({1: 2}, x=3); print(d, D.__mro__, type(UserDict), d.get(1), d.get('1'), d.setdefault(5, 6), d.pop('x'), d.pop('q', 0), d.popitem(), d, len(d), d.copy(), type(d.copy()))
print(list(d.items()), d.keys(), d.values(), d == {'1': 2}, d != {}, d | {'z': 1}, {'z': 1} | d, D.fromkeys('ab', 0), isinstance(d, abc.MutableMapping), issubclass(UserDict, dict))
d.update(a=1); d.update([(7, 8)]); d |= {'m': 1}; print(d); d.clear(); print(d, bool(d))
try: d['nope']
except KeyError as e: print(repr(e))
try: d.popitem()
except KeyError as e: print(repr(e))
try: reversed(d)
except TypeError as e: print(e)
try: hash(d)
except TypeError as e: print(e)
try: d | 5
except TypeError as e: print(e)
class L(UserList): pass
l = L([1, 2, 3]); l += [4]; l.extend((5,)); l.insert(0, 0); print(l, l[1], l[1:3], type(l[1:3]), list(reversed(l)), [*l], 3 in l, l.index(3), l.count(3), l.pop(), l == [0,1,2,3,4], l + [1], [9] + l, l * 2, L.__mro__)
l[0] = 9; del l[1]; l.remove(3); l.reverse(); l.sort(key=lambda x: -x); print(l, l.data, l < [99], len(l), bool(L()), l.copy(), isinstance(l, list), isinstance(l, abc.Sequence))
s = UserString("abc"); print(s, s[0], s[::-1], s.upper(), s + "d", "x" + s, s * 2, s == "abc", hash(s) == hash("abc"), list(s), "b" in s, len(s), s.replace("a", "z"), sorted(s), s.encode(), s % (), UserString.__mro__, s.count("a"), s.startswith("a"), s.split("b"), s < "b", int(UserString("5")))
c = ChainMap({"a": 1}, {"b": 2, "a": 0}); print(c, ChainMap.__mro__, list(c), c["b"], len(c), c == {"a": 1, "b": 2}, c.keys(), c.values(), c.items(), c.get("zz", 5), c | {"q": 1}, c.parents, c.new_child(), c.setdefault("k", 3), c.pop("a"), c)
try: c["zz"]
except KeyError as e: print(repr(e))
try: c.pop("zz")
except KeyError as e: print(repr(e))
class MyMap(abc.Mapping):
    def __init__(self, **k): self.d = k
    def __getitem__(self, k): return self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = MyMap(a=1, b=2); print(dict(m), m.get("z"), list(m.items()), m == {"a": 1, "b": 2}, m.keys() & {"a"}, m.values(), {**m}, "a" in m)
try: reversed(m)
except TypeError as e: print(e)
try: hash(m)
except TypeError as e: print(e)
try: abc.Mapping()
except TypeError as e: print(e)
class S(abc.Sequence):
    def __getitem__(self, i): return [10, 20, 30][i]
    def __len__(self): return 3
print(list(S()), list(reversed(S())), S().index(20), S().count(10), 30 in S())
class MS(abc.MutableSet):
    def __init__(self, it=()): self.s = list(dict.fromkeys(it))
    def __contains__(self, x): return x in self.s
    def __iter__(self): return iter(self.s)
    def __len__(self): return len(self.s)
    def add(self, x): self.s.append(x) if x not in self.s else None
    def discard(self, x): self.s.remove(x) if x in self.s else None
a = MS("abc"); b = MS("bcd"); print(sorted(a & b), sorted(a | b), sorted(a - b), sorted(a ^ b), a <= b, a == MS("cba"), a.isdisjoint(b), a.pop()); a |= b; a -= MS("b"); print(sorted(a)); a.remove("c")
try: a.remove("zz")
except KeyError as e: print(repr(e))
class G(abc.Generator):
    def send(self, v): return v
    def throw(self, t, v=None, tb=None): return super().throw(t, v, tb)
g = G(); print(next(g), g.send(4), iter(g) is g, isinstance(g, abc.Iterator)); g.close()
try: g.throw(ValueError("x"))
except ValueError as e: print(repr(e))
print(Counter({"a": 1, "b": None}), Counter({1: 2, "x": 2}))
for x in (D(), L(), UserString("a"), c, {}, [], (), "s", b"", range(3), deque(), OrderedDict(), set(), frozenset(), {}.keys(), iter([]), (i for i in ()), 5, print, memoryview(b"")):
    print(type(x).__name__, *[k.__name__ for k in (Sized, Iterable, Iterator, Container, Hashable, Callable, Collection, Reversible, Sequence, MutableSequence, Mapping, MutableMapping, Set, MutableSet, Generator, KeysView) if isinstance(x, k)])
def kind(x):
    match x:
        case {}: return "map"
        case [*_]: return "seq"
        case _: return "-"
class MM(UserDict, abc.Sequence): pass
class SM(abc.Sequence, UserDict): pass
print([kind(x) for x in (D(), L(), UserString("a"), c, m, S(), a, "s", deque())], kind(MM()), MM.__mro__[1])
collections.UserDictt
