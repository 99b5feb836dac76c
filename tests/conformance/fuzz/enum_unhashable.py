# Members with values that cannot be hashed.
import enum
class E(enum.Enum):
    p = 1
    q = [2]
    r = [2]
    s = {'k': 1}
print(list(E), E['q'], E([2]), E.r is E.q, E.s.value, E({'k': 1}))
try: E([3])
except ValueError as e: print(e)

print(E.q in {E.q: 1}, hash(E.q) == hash('q'))
