# Where max() of several arguments makes an iterator, it may be what a collection comes at.
class Leak:
    alive = 0

    def __init__(self):
        Leak.alive += 1
        self.loop = self

    def __del__(self):
        Leak.alive -= 1


k = peak = 0
while k < 9000:
    Leak()
    k += 1
    if Leak.alive < peak:
        print("dropped at", k, peak, Leak.alive)
        peak = 0
    peak = max(peak, Leak.alive)
