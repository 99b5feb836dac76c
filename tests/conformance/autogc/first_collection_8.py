# Two friends in a cycle: at which allocation the first automatic collection finds them.
N = [-1]
log = []
class Doomed:
    def __init__(self, name):
        self.name = name
        self.friend = None

    def __del__(self):
        log.append((self.name, N[0]))

class Item:
    def __init__(self, value):
        self.value = value


friends_a = Doomed("a")
friends_b = Doomed("b")
friends_a.friend = friends_b
friends_b.friend = friends_a
friends_a = friends_b = None
data = []
keep = []
for n in range(6000):
    N[0] = n
    x = [n]; data.append(x)
print(log)
