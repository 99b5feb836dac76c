# Native code that calls Python code that calls native code, a hundred deep and more.
class Shown:
    def __init__(self, inner): self.inner = inner
    def __repr__(self): return 'Shown(%r)' % (self.inner,)

class Same:
    def __init__(self, inner): self.inner = inner
    def __eq__(self, other): return [self.inner] == [other.inner]
    def __hash__(self): return hash((self.inner,))

shown = left = right = None
for i in range(110):
    shown, left, right = [Shown(shown)], Same(left), Same(right)
print(len(repr(shown)))
print(left == right, hash(left) == hash(right))

def by_key(n):
    return 0 if n == 0 else sorted([n], key=lambda m: by_key(m - 1))[0]

print(by_key(145))

# One that never ends is stopped, and what was made can still be shown.
def forever(x):
    return max([x, x], key=forever)

try:
    forever(1)
except RecursionError:
    print('stopped')
print(len(repr(shown)), by_key(100))
