"""Records how the containers of the running CPython behave, as JSON on stdout.

    PYTHONHASHSEED=0 python3.14 record_containers.py > containers-3.14.json
"""
import functools
import json
import random
import sys

rng = random.Random(20250727)


def words(n):
    return ["".join(rng.choice("abcdefghij") for _ in range(rng.randint(0, 6))) for _ in range(n)]


def set_cases():
    pools = [list(range(12)), [rng.randint(-50, 50) for _ in range(60)], [8 * i for i in range(40)],
             [rng.randint(-2**62, 2**62) for _ in range(50)], words(60), ["é", "ab", "", "€uro", "😀", "x" * 20]]
    for pool in pools:
        for steps in (5, 30, 120):
            s, ops = set(), []
            for _ in range(steps):
                op = rng.choice(["add", "add", "add", "discard", "pop"])
                if op == "pop":
                    ops.append(["pop", s.pop() if s else None])
                else:
                    key = rng.choice(pool)
                    getattr(s, op)(key)
                    ops.append([op, key])
            yield {"ops": ops, "order": list(s), "size": sys.getsizeof(s),
                   "copy": list(s.copy()), "hash": str(hash(frozenset(s)))}


def set_operations():
    for n, m in ((3, 5), (20, 4), (100, 9), (9, 100), (60, 60)):
        a, b = [rng.randint(0, 90) for _ in range(n)], [rng.randint(0, 90) for _ in range(m)]
        s, t = set(a), set(b)
        updated = set(a)
        updated.difference_update(t)
        toggled = set(a)
        toggled.symmetric_difference_update(t)
        yield {"a": a, "b": b, "union": list(s | t), "intersection": list(s & t), "difference": list(s - t),
               "symmetric": list(s ^ t), "difference_update": list(updated), "symmetric_update": list(toggled)}


def sort_cases():
    shapes = {
        "random": lambda n: [rng.randint(0, 10 * n) for _ in range(n)],
        "few": lambda n: [rng.randint(0, 3) for _ in range(n)],
        "ascending": lambda n: sorted(rng.randint(0, 9 * n) for _ in range(n)),
        "descending": lambda n: sorted((rng.randint(0, n) for _ in range(n)), reverse=True),
        "runs": lambda n: sorted(range(n // 2)) + sorted(range(n - n // 2), reverse=True),
        "blocks": lambda n: [i // 17 if i // 40 % 2 else -i // 9 for i in range(n)],
        "exchanged": lambda n: [i if i % 31 else n - i for i in range(n)],
    }
    for shape, make in shapes.items():
        for n in (2, 3, 9, 40, 63, 64, 65, 200, 700):
            values = make(n)
            log = []

            def compare(a, b):
                log.append((a[1], b[1]))
                return (a[0] > b[0]) - (a[0] < b[0])

            items = [(v, i) for i, v in enumerate(values)]
            order = [i for _, i in sorted(items, key=functools.cmp_to_key(compare))]
            digest = 0
            for a, b in log:
                digest = (digest * 31 + a * 1009 + b) % 1000003
            yield {"shape": shape, "values": values, "order": order, "comparisons": len(log), "digest": digest}


def sizes():
    def growth(make, step, n):
        container, out = make(), []
        for i in range(n):
            step(container, i)
            out.append(sys.getsizeof(container))
        return out

    def popped(n):
        data, out = list(range(n)), []
        while data:
            data.pop()
            out.append(sys.getsizeof(data))
        return out

    def deleted(n):
        data, out = list(range(n)), []
        while data:
            del data[-1]
            out.append(sys.getsizeof(data))
        return out

    mixed = {str(i): i for i in range(3)}
    mixed[1] = 1
    return {
        "dictInts": growth(dict, lambda d, i: d.__setitem__(i, i), 200),
        "dictStrs": growth(dict, lambda d, i: d.__setitem__(str(i), i), 200),
        "dictMixed": sys.getsizeof(mixed),
        "setInts": growth(set, lambda s, i: s.add(i), 200),
        "listAppend": growth(list, lambda x, i: x.append(i), 200),
        "listInsert": growth(list, lambda x, i: x.insert(0, i), 50),
        "listExtend": growth(list, lambda x, i: x.extend((i, i, i)), 40),
        "listPop": popped(100),
        "listDelete": deleted(100),
        "tuple": [sys.getsizeof((0,) * n) for n in range(5)],
        "list": [sys.getsizeof(list(range(n))) for n in range(20)],
        "listFromTuple": [sys.getsizeof(list((0,) * n)) for n in range(9)],
    }


def hashes():
    tuples = [[], [0], [1, 2], [-1, -2], ["a", "bc"], [2**61, -2**40, 5], list(range(50))]
    return [{"items": [str(x) if isinstance(x, int) else {"str": x} for x in t], "tuple": str(hash(tuple(t)))} for t in tuples]


def jsonable(x):
    if isinstance(x, int):
        return {"int": str(x)} if abs(x) >= 2**53 else x
    return [jsonable(y) for y in x] if isinstance(x, list) else x


cases = list(set_cases())
for case in cases:
    case.update(ops=jsonable(case["ops"]), order=jsonable(case["order"]), copy=jsonable(case["copy"]))
json.dump({"version": "%d.%d.%d" % sys.version_info[:3], "sets": cases, "setOperations": list(set_operations()),
           "sorts": list(sort_cases()), "sizes": sizes(), "hashes": hashes()}, sys.stdout)
print()
