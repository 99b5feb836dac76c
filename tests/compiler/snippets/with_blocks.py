def w():
    with a() as (b, c), d as e.f:
        return g
    with a: pass
    with a:
        return 1

def with_loop():
    for x in y:
        with a(x) as b:
            if b: break
            continue
    with c: raise d
