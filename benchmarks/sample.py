# A small program of everything, for V8's code cache (engines.mjs): it is not timed.
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def moved(self, dx=1):
        return Point(self.x + dx, self.y)


def numbers(n):
    for i in range(n):
        yield i


def add_to(total):
    def add(n):
        return total + n
    return add


points = [Point(i, -i) for i in numbers(5)]
names = {}
for point in points:
    names[str(point.x)] = point.moved()
text = ", ".join(sorted(names)) + "%d %s" % (len(names), "names")
try:
    names["nobody"]
except KeyError as error:
    text += str(error)
while len(points) > 1:
    points.pop()
print(text, add_to(3)(4), max([1, 2]), {1, 2} | {3}, (1, 2)[0] // 2, 0.5 * 3)
