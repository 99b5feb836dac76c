"""What holds the items of two tuples while they are compared."""
import sys


class Q:
    def __eq__(self, other):
        print('eq', sys.getrefcount(self), sys.getrefcount(other))
        return False

    def __lt__(self, other):
        print('lt', sys.getrefcount(self), sys.getrefcount(other))
        return True


def compare():
    q = Q()
    r = Q()
    (q,) < (r,)
    (1, q) > (1, r)
    sorted([(q, 1), (r, 1)])
    min((q,), (r,))
    max([(q,), (r,)])
    [(q,), (r,)].sort(reverse=True)
    sorted([(q,), (r,)], key=lambda pair: pair)
    sorted([q, r])
    ((q,),) < ((r,),)


compare()
compare()
