def mt(x):
    match x:
        case 1 | -2 | 3+4j: return 1
        case [a, b, *c] if a: return c
        case [a, *_, b]: return b
        case {"k": v, A.b: w, **rest}: return rest
        case {}: return 0
        case P(a, b=c, d=_): return a
        case (1, x, _) as y: return y
        case None | True: return 2
        case "s" "t" | b"x": return 3
        case [P(a) | Q(a, 1), {"x": a2}]: pass
        case [[x, y] | (y, x, 1)] : pass
        case _: return 5
def mt2(x):
    match x, y:
        case a, b: pass
    match x:
        case str() | None: pass
        case []: pass
        case [_, *_]: pass
        case q if q > 1: pass
