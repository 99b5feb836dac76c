# The attributes name and value are the members', not the class's.
import enum
class E(enum.Enum):
    p = 1
    q = 2
    @property
    def twice(self): return self.value * 2
    @enum.property
    def thrice(self): return self.value * 3
class F(enum.Enum):
    name = 1
    other = 2
print(hasattr(E, 'name'), hasattr(E, 'value'), E.p.name, E.q.value, E.p.twice, type(E.twice).__name__, E.p.thrice, hasattr(E, 'thrice'))
try: E.name
except AttributeError as e: print(e)
try: E.p.name = 3
except AttributeError as e: print(e)
try: E.p.value = 3
except AttributeError as e: print(e)
print(F.name, F.other.name)
print([x for x in dir(E) if not x.startswith('__')])
