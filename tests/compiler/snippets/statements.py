def aug(o):
    o.a += 1; o[1] -= 2; o[a:b] *= 3; o **= 2; o[1:2] @= 3
    del o.a, o[1], o[1:2], o
    a = b = c, *d = 1, 2
    a, b = b, a
    a, b, c = c, b, a
    a < b < c; a is not None; a not in [1,2]; not a in {1,2,3}
    if a < b < c and not (d or e): pass
    while True:
        if x: break
    while x:
        y
    else: z
    for i in [1,2,a]: pass
    assert a, b
    assert 0
    x = y if a and b else z
    return (yield), (yield from x), (a or b and c)
def many(a0,a1,a2,a3,a4,a5,a6,a7,a8,a9,a10,a11,a12,a13,a14,a15,a16,a17):
    return a0+a17, a16+a17
def unset():
    if a: x = 1
    print(x); del x; print(x)
    try: import q
    except ImportError: q = None
    return q
if __debug__: print(__debug__)
