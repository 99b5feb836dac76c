t=(1,2,3,33,65,97)
print(frozenset(t)); print(set(t)); s=set(); s.update(frozenset(t)); print(s)
print({1, 2, 3, 33, 65, 97})
def f(): return {1, 2, 3, 33, 65, 97}
print(f(), [c for c in f.__code__.co_consts if c][-1])
print({2,1,3,33,65,97}, {97,65,33,3,2,1}, {0,8,16})
