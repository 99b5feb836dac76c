"""Records recorded.json from real CPythons: python3 record.py PYTHON3.11 PYTHON3.13 PYTHON3.14"""
import gc
import json
import pathlib
import subprocess
import sys
import weakref


class N:
    def __init__(self, name, log):
        self.name = name
        self.log = log

    def __del__(self):
        self.log.append("del " + self.name)


def order():
    log = []
    a, b, c, d, e = [N(n, log) for n in "abcde"]
    a.r, e.r, c.r, b.r, d.r = e, c, a, d, b
    k = N("k", log)
    x, y, z = [N(n, log) for n in "xyz"]
    x.r, y.r, z.r = y, z, x
    l = N("l", log)
    l.r = z
    f, g = [N(n, log) for n in "fg"]
    f.r, g.r, f.k = g, f, a
    names = lambda generation: [o.name for o in gc.get_objects(generation) if isinstance(o, N)]
    result = {"young": names(0), "collected": [], "dels": []}
    del a, b, c, d, e, x, y, z, f, g
    result["collected"].append(gc.collect(0))
    result["dels"].append(log[:])
    result["middle"] = names(1)
    l.r = None
    log.clear()
    result["collected"].append(gc.collect(1))
    result["dels"].append(log[:])
    result["old"] = names(2)
    return result


def weakrefs():
    said = []
    kept = []

    class A:
        def __init__(self, name):
            self.name = name

        def __del__(self):
            said.append("del " + self.name + " " + ",".join(str(w() is not None).lower() for w in refs))
            if self.name == "a":
                kept.append(weakref.ref(self.x, lambda w: said.append("late cb")))

    def say(text):
        return lambda w: said.append(text + " " + str(w() is not None).lower())

    a, b = A("a"), A("b")
    a.x, b.x = b, a
    refs = [weakref.ref(a), weakref.ref(b), weakref.ref(b, say("cb b"))]
    refs += [weakref.ref(a, say("cb a")), weakref.ref(a, say("cb a2"))]
    a.own = weakref.ref(b, say("own cb"))
    del a, b
    gc.collect()
    return said


def automatic(thresholds, lists):
    """Keeps new lists and notes when the counts fall. Starts with no old objects but those frozen.

    Nothing else that counts is allocated meanwhile: what is noted goes into lists made before."""
    gc.collect()
    gc.freeze()
    gc.collect()
    gc.set_threshold(*thresholds)
    keep = [None] * lists
    at = [0] * lists
    generations = [0] * lists
    n = 0
    last = gc.get_count()
    gc.enable()
    for i in range(lists):
        keep[i] = []
        count = gc.get_count()
        if count[0] < last[0]:
            at[n] = i
            generations[n] = 0 if count[1] == last[1] + 1 else 1 if count[2] == last[2] + 1 else 2
            n += 1
        last = count
    gc.disable()
    return {
        "thresholds": thresholds,
        "lists": lists,
        "full": [at[k] - at[0] for k in range(n) if generations[k] == 2],
        "generations": "".join(map(str, generations[:n])),
    }


if __name__ == "__main__":
    gc.disable()
    gc.collect()
    if sys.argv[1:] == ["--one"]:
        runs = [automatic((100, 5, 5), 120050), automatic((2000, 10, 10), 300000)]
        print(json.dumps({"order": order(), "weakrefs": weakrefs(), "automatic": runs}))
    else:
        merged = {}
        for python in sys.argv[1:]:
            version = subprocess.check_output([python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"], text=True).strip()
            for key, value in json.loads(subprocess.check_output([python, __file__, "--one"])).items():
                merged.setdefault(key, {})[version] = value
        pathlib.Path(__file__).with_name("recorded.json").write_text(json.dumps(merged, indent=1) + "\n")
