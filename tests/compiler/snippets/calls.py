def big(a):
    f(*a, 1, k=2, **b, c=3); f(**a); f(*a, *b); f(a, *b, c)
    g(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,x)
    return {**a, 'b': 1, **c, 'd': 2}, {1: 2, 3: 4}, {*a, 1}, [*a], (*a, 1), {1,2,3}, [1,2,3], a[1:2], a[b:c], a[::2], a[1:b:c], a[1, 2:3]

any(i for i in y), all(i for i in y), tuple(i for i in y), sum(i for i in y)
a.b(1, c=2).d()
(a
 .b(1)
 .c)
f(a)(b)(c=1)
lambda *a, **k: (yield)
@deco(1)
@deco2
def decorated(a, b=1, *c, d, e=2, **f): "doc"; return 1
