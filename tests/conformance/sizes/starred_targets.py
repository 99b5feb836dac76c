import sys
def main():
    def g0(x=None):
        for q in range(20):
            x = yield x
    e, *f = g0(2)
    print(sys.getsizeof(f))
    f.sort(key=lambda q: 1); print(sys.getsizeof(f))
    [].extend(tuple(q for q in f)); print(sys.getsizeof(f))
    e,*f,g=range(20); print(sys.getsizeof(f))
    e,*f,g=[1]*20; print(sys.getsizeof(f))
    e,*f,g=(1,)*20; print(sys.getsizeof(f))
    e,*f=iter(range(20)); print(sys.getsizeof(f))
    e,*f=(x for x in range(20)); print(sys.getsizeof(f))
    f=[*(x for x in range(20))]; print(sys.getsizeof(f))
    f=list((x for x in range(20))); print(sys.getsizeof(f))
    f=[x for x in range(20)]; print(sys.getsizeof(f))
main()
