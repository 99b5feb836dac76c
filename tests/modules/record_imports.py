"""Records what importing a module leaves in CPython's free lists and in the collector's count:

    python3 record_imports.py python3.11 python3.13 python3.14 > ../../src/core/profile/imports.ts

How an import uses a free list follows from two numbers: how many objects it takes from it at most at one time, and how
many of them it keeps. Both show in two runs, one from empty free lists and one from filled ones. What is left of the
count is the import's own: containers that no free list has. Modules that are loaded on the way are measured apart.
"""
import json, os, pathlib, subprocess, sys, tempfile

MODULES = """gc abc atexit bisect collections contextlib copy ctypes dataclasses enum functools heapq io itertools math operator
random string string.templatelib time traceback types typing warnings weakref os __future__ annotationlib""".split()
TUPLES = [f"tuple{i}" for i in range(1, 21)]
KEPT_314 = ["list_iterator", "tuple_iterator", "method", "builtin_function_or_method", "slice"]
FILLED = {"list_iterator": 5, "tuple_iterator": 5, "method": 10, "builtin_function_or_method": 8, "slice": 1}
LIMITS = {"list_iterator": 10, "tuple_iterator": 10, "method": 20, "builtin_function_or_method": 16, "slice": 1, "dict": 80, "list": 80}
# More than any import leaves in a free list of tuples that it has used up.
MANY = 200
ENV = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}

PROGRAM = r'''
import sys, gc
for name in LOADED: __import__(name)
class A:
    def m(self): pass
    def __getitem__(self, key): return key
a = A()
L = []
T = (1,)
TUPLES = {"tuple%d" % n: eval("lambda x: (" + "x," * n + ")") for n in range(1, 21)}
def make(kind):
    if kind == "dict": return {}
    if kind == "list": return []
    if kind == "list_iterator": return iter(L)
    if kind == "tuple_iterator": return iter(T)
    if kind == "method": return a.m
    if kind == "builtin_function_or_method": return L.append
    if kind == "slice": return a[L:]
    return TUPLES[kind](L)
def fill(kind):
    i = 0
    while i < FILLED.get(kind, 40):
        made[i] = make(kind)
        i += 1
    while i:
        i -= 1
        made[i] = None
def population(kind, kept):
    before = gc.get_count()[0]
    n = 0
    while n < MANY:
        kept[n] = make(kind)
        if gc.get_count()[0] > before: break
        n += 1
    return n
def measure():
    before = get_count()[0]
    __import__(NAME)
    return get_count()[0] - before
made = [None] * 400
kept = [[None] * 400 for _ in KINDS]
out = {}
gc.collect()
gc.disable()
get_count = gc.get_count
if not EMPTY:
    for kind in KINDS: fill(kind)
if NAME == "gc": del sys.modules["gc"]
if EMPTY: gc.collect()
out["count"] = measure()
for kind in KINDS: out[kind] = population(kind, kept[KINDS.index(kind)])
out["path"] = getattr(getattr(sys.modules[NAME], "__spec__", None), "has_location", False)
import json
print(json.dumps(out))
'''


def kinds_of(version):
    # 3.11 never gets a tuple of 20 items out of its free list.
    return ["dict", "list", *(TUPLES[:-1] if version == "3.11" else TUPLES), *(KEPT_314 if version == "3.14" else [])]


def output(interpreter, program):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("script.py", program), ("memsim_first.py", ""), ("memsim_module.py", "")):
            pathlib.Path(folder, name).write_text(text)
        return subprocess.run([interpreter, folder + "/script.py"], capture_output=True, text=True, env=ENV, check=True).stdout


def run(interpreter, version, name, loaded, empty):
    values = dict(NAME=name, LOADED=loaded, EMPTY=empty, KINDS=kinds_of(version), FILLED=FILLED, MANY=MANY)
    return json.loads(output(interpreter, "".join(f"{k} = {v!r}\n" for k, v in values.items()) + PROGRAM))


def loads(interpreter, name):
    """The modules that an import loads, in their order; parts of a package belong to it."""
    program = f"import sys\nbefore = set(sys.modules)\ntry: __import__({name!r})\nexcept ImportError: pass\nprint(*[m for m in sys.modules if m not in before])"
    found = output(interpreter, program).split()
    return [m for m in found if m == name or not any(m.startswith(other + ".") for other in found)]


def row(interpreter, version, name, loaded):
    filled = run(interpreter, version, name, loaded, False)
    empty = run(interpreter, version, name, loaded, True)
    count, from_empty, lists = filled["count"], 0, {}
    for kind in kinds_of(version):
        full, limit = FILLED.get(kind, 40), LIMITS.get(kind, 2000)
        if empty[kind] >= min(limit, MANY) or (filled[kind] == empty[kind] and filled[kind] != full):
            most = min(limit, MANY)
            net = most - empty[kind]
        else:
            net = full - filled[kind]
            most = empty[kind] + net
        share = lambda there: max(0, most - there) - max(0, max(there, most) - net - limit)
        count -= share(full)
        from_empty += share(0)
        if most or net: lists[kind] = [most, net]
    # Within what free lists hold that nobody can count from outside.
    assert abs(count + from_empty - empty["count"]) <= 1, (name, count, from_empty, empty["count"])
    return {"count": count, "lists": lists, "path": filled["path"]}


def record(interpreter):
    version = output(interpreter, "import sys; print('%d.%d' % sys.version_info[:2], end='')")
    needs, rows = {}, {}
    first, second = (row(interpreter, version, name, loaded) for name, loaded in (("memsim_first", []), ("memsim_module", ["memsim_first"])))
    part = lambda r, kind: r["lists"].get(kind, [0, 0])
    finder = {kind: [part(first, kind)[0], part(first, kind)[1] - part(second, kind)[1]] for kind in first["lists"]}
    rows["*finder*"] = {"count": first["count"] - second["count"], "lists": finder, "path": False}
    # By how much more a large module leaves in emptied free lists when it is imported than when exec() runs it.
    # The machine makes the module object itself (and in 3.11 one more).
    rows["*source*"] = {**second, "count": second["count"] - (2 if version == "3.11" else 1), "lists_held": 0 if version == "3.11" else 2}
    pending = [m for name in MODULES for m in loads(interpreter, name)]
    for name in dict.fromkeys(pending):
        needs[name] = [m for m in loads(interpreter, name) if m != name]
        rows[name] = row(interpreter, version, name, ["memsim_first", *needs[name]])
    for name, all_needed in needs.items():
        # A module that another of them loads is not told.
        direct = [m for m in all_needed if not any(m in needs.get(other, []) for other in all_needed)]
        rows[name]["needs"] = direct
        # Together, where nothing of it is there: nested imports use what compiling the outer module left in the free lists.
        if all_needed and name in MODULES: rows[name]["whole"] = row(interpreter, version, name, ["memsim_first"])
    return version, rows


def pair(values):
    return "[" + ", ".join(map(str, values)) + "]"


def typescript(r, inner=False):
    lists = r["lists"]
    fields = [f"holds: {{ dicts: 3, lists: {r['lists_held']}, tuples: [1, 2, 3] }}"] if "lists_held" in r else []
    fields.append(f"count: {r['count']}")
    if r["path"] and not inner: fields.append("path: true")
    if r.get("needs"): fields.append("needs: " + pair(repr(m) for m in r["needs"]))
    for kind in ("dict", "list", *KEPT_314):
        if kind in lists: fields.append(f"{kind}: {pair(lists[kind])}")
    tuples = [[int(kind[5:]), *value] for kind, value in lists.items() if kind.startswith("tuple") and kind[5:].isdigit()]
    if tuples: fields.append("tuples: [" + ", ".join(map(pair, tuples)) + "]")
    if "whole" in r: fields.append("whole: " + typescript(r["whole"], True))
    return "{ " + ", ".join(fields) + " }"


recorded = [record(interpreter) for interpreter in sys.argv[1:]]
print("/// What importing a module leaves in the free lists and in the collector's count, by version. Recorded from real")
print("/// interpreters without bytecode caches of their own making (tests/modules/record_imports.py).")
print("import type { ImportCost } from './importcost';\n")
for version, rows in recorded:
    print(f"export const imports{version.replace('.', '')}: Readonly<Record<string, ImportCost>> = {{")
    print(",\n".join(f"  {name!r}: {typescript(r)}" for name, r in rows.items()))
    print("};\n" if version != recorded[-1][0] else "};")
