import heapq
class N:
    count = 0
    def __init__(s, v): s.v = v
    def __lt__(s, o): N.count += 1; log.append((s.v, o.v)); return s.v < o.v
    def __eq__(s, o): log.append(('eq', s.v, o.v)); return s.v == o.v
    def __repr__(s): return f'N{s.v}'
vals = [5, 2, 8, 2, 9, 1, 7, 3, 3, 0]
for f in (heapq.nsmallest, heapq.nlargest):
    for n in (-1, 0, 1, 2, 3, 5, 10, 20):
        log = []
        print(f.__name__, n, f(n, [N(v) for v in vals]), log)
        log = []; print(f(n, (N(v) for v in vals)), log)
        log = []; print(f(n, iter(vals), key=N), log)
        log = []; print(f(n, vals, key=lambda v: -v), f(n, []), f(n, iter([])))
h = list(vals); heapq.heapify(h); print(h, heapq.heappushpop(h, 4), h, heapq.heapreplace(h, -1), h)
try: heapq.nsmallest(2, [1, 'a', 3])
except TypeError as e: print(e)
try: heapq.nsmallest('a', [1])
except TypeError as e: print(e)
