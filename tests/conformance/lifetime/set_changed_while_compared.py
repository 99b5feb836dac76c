# Sets whose items change them while they are compared: nothing dead may be looked at.
class Item:
    left = right = ()

    def __init__(self, countdown):
        self.countdown = countdown

    def __hash__(self):
        return 5

    def __eq__(self, other):
        Item.count -= 1
        if Item.count == 0:
            for s in Item.sets:
                s.clear()
        return False


operations = {
    "==": lambda a, b: a == b, "!=": lambda a, b: a != b, "<": lambda a, b: a < b, "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b, ">=": lambda a, b: a >= b, "&": lambda a, b: a & b, "-": lambda a, b: a - b,
    "^": lambda a, b: a ^ b, "|": lambda a, b: a | b, "isdisjoint": lambda a, b: a.isdisjoint(b),
    "issubset": lambda a, b: a.issubset(b), "issuperset": lambda a, b: a.issuperset(list(b)),
}
for name, operation in operations.items():
    for count in (1, 4, 9):
        Item.count = 10**6
        a = {Item(i) for i in range(12)}
        b = {Item(i) for i in range(12)}
        Item.sets = (a, b)
        Item.count = count
        operation(a, b)
        print(name, count, len(a), len(b))
