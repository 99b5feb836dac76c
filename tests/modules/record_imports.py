"""Records what importing a module does to CPython's collector, as programs that vm/importcost.ts plays:

    python3 record_imports.py python3.11 python3.13 python3.14 > ../../src/core/profile/imports.ts

It needs a C compiler (cc): record_imports.c, preloaded, writes down each change of the collector's count and of the free
lists, and where the eval breaker is looked at. Changes are then put together to steps as long as nobody can tell which of
them came first: count and free lists go up at most once and down at most once, by QUIET and less not counted.
"""
import array, os, pathlib, subprocess, sys, tempfile

# Rows in the imports of each version: *begin* and *end* are around an import of a module that comes with CPython, *skip*
# is instead of one on the way that is there already, *folder* the first search in the script's folder and *known* later ones, and *source*,
# *compiled* and *ran* around the compilation and the run of a module of source text.
MODULES = """gc abc atexit bisect collections contextlib copy ctypes dataclasses enum functools heapq io itertools math operator
random string string.templatelib time traceback types typing warnings weakref os __future__ annotationlib""".split()
# The free lists of few objects and their limits; tuples of each size follow.
FEW = {"dict": 80, "list": 80, "list_iterator": 10, "tuple_iterator": 10, "method": 20, "builtin_function_or_method": 16}
FEW_311 = {"dict": 80, "list": 80}
TUPLES = 2000
# As many of each as no import takes.
FILL = 6000
LETTERS = "DLITMB"
# Each object made may be the one that is collected at.
QUIET = 0
# While native code runs, and nobody looks.
QUIET_NATIVE = 24
# A module from the script's folder, and one of the library that nothing imports. The library's folders are known: site looked
# through them for sitecustomize.
FIRST = "memsim_first"
ELSEWHERE = "colorsys"
HERE = pathlib.Path(__file__).parent
ORDER = {"LOCATE": 0, "HOOK": 1, "STOP": 2, "MARK": 3, "START": 4, "SNAPSHOT": 100, "GROWN": 200, "PRINT": 300}

PRELUDE = r'''
import os
def order(name, n=0): os.getpgid(1000000 + ORDER[name] + n)
class A:
    def m(self): pass
a = A(); L = []; T = (1,)
make = {"dict": lambda: {}, "list": lambda: [], "list_iterator": lambda: iter(L), "tuple_iterator": lambda: iter(T),
        "method": lambda: a.m, "builtin_function_or_method": lambda: L.append}
for n in range(1, 21): make["tuple%d" % n] = (lambda f: lambda: f(L))(eval("lambda x: (" + "x," * n + ")"))
hold = [None] * 6000
def fill(kind, n):
    i = 0
    while i < n: hold[i] = make[kind](); i += 1
    return n
def empty(n):
    i = 0
    while i < n: hold[i] = None; i += 1
order("LOCATE")
'''
FIND_LISTS = PRELUDE + r'''
import gc
gc.disable()
for kind in KINDS:
    empty(fill(kind, 8))
    for k in (5, 3, 4, 1):
        fill(kind, k)
        order("SNAPSHOT", k == 5)
        empty(k)
        order("GROWN", k)
    order("PRINT")
'''
RECORD = PRELUDE + r'''
import sys
order("HOOK")
for kind in KINDS: empty(fill(kind, FILL))
there = list(sys.modules)
order("START")
import NAME
order("STOP")
print(*[m for m in sys.modules if m not in there])
'''
MARKS = "import os\nos.getpgid(1000003)\nos.getpgid(1000003)\n"


class Import:
    """An import: changes, and imports on the way. `changes`: (breaker, count, taken from each list, marks)."""
    def __init__(self):
        self.name, self.parts, self.filled = None, [], 0


class Interpreter:
    def __init__(self, path, library):
        self.path, self.library = path, library
        self.version = self.output("import sys; print('%d.%d' % sys.version_info[:2], end='')")
        self.few = FEW if self.version == "3.14" else FEW_311
        self.kinds = [*self.few, *(f"tuple{n}" for n in range(1, 21))]
        found = self.output(self.head() + FIND_LISTS, LD_PRELOAD=library, errors=True).split()
        self.offsets = found

    def head(self):
        return f"ORDER = {ORDER!r}\nKINDS = {self.kinds!r}\nFILL = {FILL}\n"

    def output(self, program, errors=False, **env):
        env = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", **env}
        with tempfile.TemporaryDirectory() as folder:
            for name, text in (("script.py", program), (FIRST + ".py", ""), ("memsim_module.py", MARKS)):
                pathlib.Path(folder, name).write_text(text)
            done = subprocess.run([self.path, folder + "/script.py"], capture_output=True, text=True, env=env, check=True)
            return done.stderr if errors else done.stdout

    def rows(self, program, limits):
        """What the program prints, and the rows that it had written down."""
        with tempfile.TemporaryDirectory() as folder:
            events = folder + "/events"
            limits = ",".join(map(str, limits))
            printed = self.output(program, LD_PRELOAD=self.library, FREE_LISTS=",".join(self.offsets), LIMITS=limits, EVENTS=events).split()
            numbers = array.array("i", pathlib.Path(events).read_bytes())
        columns = numbers[0]
        return printed, [numbers[i:i + columns].tolist() for i in range(1, len(numbers), columns)]

    def record(self, name, before):
        """The import of a module after others."""
        program = "".join(f"import {m}\n" for m in before) + self.head() + RECORD.replace("NAME", name)
        # 3.11 never gets a tuple of 20 items out of its free list.
        names, rows = self.rows(program, [*self.few.values(), *[TUPLES] * 19, 0 if self.version == "3.11" else TUPLES])
        return tree(rows, names)


def tree(rows, names):
    """Imports inside imports. A module's name is known from its place in sys.modules: modules are put there again when
    they are done, and names that a module puts there itself stay where they are."""
    root = Import()
    stack, done, there_most = [root], [], rows[0][-3]
    for before, row in zip(rows, rows[1:]):
        there, depth = row[-3], row[-2]
        while depth > len(stack) - 1:
            inner, outer = Import(), stack[-1].parts
            # Code that has warmed up looks at the eval breaker once more between the call for the module's lock, which gives a tuple
            # of 2 back, and where the lock is listed: it begins at that call everywhere.
            at = next((i for i in (-1, -2) if outer[i:] and not isinstance(outer[i], Import) and outer[i][2][-19] == -1), 0)
            if at: inner.parts, outer[at:] = outer[at:], []
            outer.append(inner)
            stack.append(inner)
        top = stack[-1]
        lists = (len(row) - 5) // 3
        start, end, least, most = before[2:2 + lists], *(row[i:i + lists] for i in range(2, 2 + 3 * lists, lists))
        # The way there, as far as the free lists show it: down, up, and down.
        ways = [(start, least), (least, most), (most, end)]
        taken = [way for way in ([a - b for a, b in zip(*way)] for way in ways) if any(way)] or [[0] * lists]
        for one in taken[:-1]: top.parts.append((0, 0, one, 0))
        top.parts.append((row[0], row[1] - before[1], taken[-1], row[-1] - before[-1]))
        for _ in range(there - there_most):
            if top.filled: done.append((top, False))
            top.filled = top.filled or len(top.parts)
        there_most = max(there_most, there)
        while depth < len(stack) - 1:
            inner = stack.pop()
            if inner.filled: done.append((inner, True))
    assert len(done) == len(names), (len(done), names)
    for (one, own), name in zip(done, names):
        if own: one.name = name
    inline(root)
    return root


def inline(one):
    """What looks like an import and brings no module belongs to who asked."""
    parts = []
    for part in one.parts:
        if isinstance(part, Import):
            inline(part)
            parts += [part] if part.name else part.parts
        else: parts.append(part)
    one.parts = parts


class Step:
    def __init__(self, kind, few, quiet=QUIET_NATIVE):
        self.kind, self.quiet, self.peak, self.end = kind, quiet, 0, 0
        # With free lists that never run out, and with empty ones: where it is, the top, and the bottom since.
        self.now, self.top, self.bottom = [0, 0], [0, 0], [0, 0]
        self.most, self.net, self.least, self.tuples = [0] * few, [0] * few, [0] * few, {}

    def copy(self):
        other = Step(self.kind, 0)
        for key, value in vars(self).items(): setattr(other, key, value.copy() if hasattr(value, "copy") else value)
        return other

    def with_all(self, changes):
        step = self.copy()
        for deltas, taken, new in changes:
            if not step.fits(deltas, taken): return None
            step.add(deltas, taken, new)
        step.peak = max(step.peak, step.end)
        return step

    def fits(self, deltas, taken):
        for now, top, bottom, delta in zip(self.now, self.top, self.bottom, deltas):
            if top - bottom > self.quiet and now + delta - bottom > self.quiet: return False
        return all(not t or min(least, net + t) >= min(0, net + t) for least, net, t in zip(self.least, self.net, taken))

    def add(self, deltas, taken, new):
        self.end += deltas[0]
        for i, delta in enumerate(deltas):
            self.now[i] += delta
            if self.now[i] >= self.top[i]: self.top[i] = self.bottom[i] = self.now[i]
            self.bottom[i] = min(self.bottom[i], self.now[i])
        for k in range(len(self.net)):
            self.net[k] += taken[k]
            self.most[k] = max(self.most[k], self.net[k])
            self.least[k] = min(self.least[k], self.net[k])
        for k, n in new.items(): self.tuples[k] = self.tuples.get(k, 0) + n

    def text(self):
        of = lambda most, net: f"{net}" if most == max(0, net) else f"{most},{net}"
        few = "".join(LETTERS[k] + of(*pair) for k, pair in enumerate(zip(self.most, self.net)) if pair != (0, 0))
        if self.peak == self.end == 0 and not few and not self.tuples: return ""
        return self.kind + of(self.peak, self.end) + few + "".join(f"{k}{n if n > 1 else ''}" for k, n in sorted(self.tuples.items()))


class Steps:
    """Turns changes into text."""
    def __init__(self, quiet, few, kinds):
        self.quiet, self.few, self.most, self.net, self.steps, self.open = quiet, few, [0] * kinds, [0] * kinds, [], None

    def change(self, count, taken):
        """The objects that no free list can have, the same with those that empty free lists do not have, and by how
        much more tuples of each size are taken than ever before."""
        # The row's count rises by what the free lists do not have: nothing but these, as none of them ran out.
        other, new = count, {}
        made = other
        for k, t in enumerate(taken):
            self.net[k] += t
            more = self.net[k] - self.most[k]
            if more <= 0: continue
            self.most[k] += more
            made += more
            if k >= self.few: new[chr(97 + k - self.few)] = more
        return (other, made), taken, new

    def close(self):
        if self.open is not None: self.steps.append(self.open)
        self.open = None

    def stretch(self, changes, ends):
        """Changes up to where the eval breaker is looked at (`ends`), or to the end."""
        known = [self.change(*change) for change in changes]
        if ends and max(sum(deltas[i] for deltas, _, _ in known) for i in (0, 1)) <= self.quiet:
            longer = self.open and self.open.with_all(known)
            alone = longer or Step("~", self.few, self.quiet).with_all(known)
            if alone:
                if not longer: self.close()
                self.open = alone
                return
        self.close()
        step = Step("_", self.few)
        for change in known:
            if not step.fits(*change[:2]):
                self.steps.append(step)
                step = Step("_", self.few)
            step.add(*change)
            step.peak = max(step.peak, step.end)
        if ends: step.kind = "|"
        self.steps.append(step)

    def text(self):
        self.close()
        tuples = "".join(f"{chr(97 + k - self.few)}{n}" for k, n in enumerate(self.net) if k >= self.few and n)
        return "".join(step.text() for step in self.steps) + (";" + tuples if tuples else "")


def program(interpreter, parts):
    """The text of an import: steps, and the names of the imports on the way, which are recorded apart."""
    sizes = QUIET, len(interpreter.few), len(interpreter.kinds)
    texts, steps, changes = [], Steps(*sizes), []
    for part in [*parts, None]:
        inner = part is None or isinstance(part, Import)
        ends = False
        if not inner:
            breaker, count, taken, _ = part
            if count or any(taken): changes.append((count, taken))
            ends = breaker or interpreter.version == "3.11"
        if changes and (ends or inner):
            steps.stretch(changes, ends)
            changes = []
        if inner:
            texts.append(steps.text())
            steps = Steps(*sizes)
        if isinstance(part, Import): texts.append("{" + part.name + "}")
    return "".join(texts)


def search(root):
    """The import of a module up to where it is in sys.modules."""
    top = next(part for part in root.parts if isinstance(part, Import))
    return [(*part[:3], 0) for part in top.parts[:top.filled]]


def folder_search(first, known):
    """The search of a module that is elsewhere, in the script's folder: what is before it, the first one, and later ones."""
    same = lambda pairs: next(i for i, (a, b) in enumerate(pairs) if a[:3] != b[:3])
    at = same(zip(first, known))
    end = same(zip(first[:at:-1], known[:at:-1]))
    return known[:at], first[at:len(first) - end], known[at:len(known) - end]


def back(parts):
    """What takes changes back."""
    return 1, -sum(part[1] for part in parts), [-sum(taken) for taken in zip(*(part[2] for part in parts))], 0


def all_inside(one):
    for part in one.parts:
        if isinstance(part, Import):
            yield part
            yield from all_inside(part)


def source_parts(root):
    """The import of a module of source text: up to its compilation (which the machine does itself), to its first
    instruction, and from its last."""
    parts = [part for top in root.parts for part in (top.parts if isinstance(top, Import) else [top])]
    closed = next(i for i, part in enumerate(parts) if part[3] == 1)
    first, last = [i for i, part in enumerate(parts) if part[3] == 1000]
    # compile()'s keyword arguments, with a copy; the positional ones; their names.
    compiles = next(i for i in range(closed, first) if parts[i][2][0] == 2)
    compiles = next(i for i in range(compiles, first) if parts[i][2][-19] == 1) + 1
    compiled = next(i for i in range(compiles, first) if parts[i][2][0] == -2 and parts[i][2][-18] == -1)
    return parts[:compiles], parts[compiled:first], parts[last:]


def has_location(interpreter, names):
    """Which modules are looked for in folders."""
    shown = f"from importlib.util import find_spec\nfor name in {names!r}: print(find_spec(name).has_location)"
    return {name for name, has in zip(names, interpreter.output(shown).split()) if has == "True"}


def record(interpreter):
    rows = {}
    entry, looks, knows = folder_search(*(search(interpreter.record(ELSEWHERE, before)) for before in ([], [FIRST])))
    rows["*folder*"] = program(interpreter, looks)
    rows["*known*"] = program(interpreter, knows)

    def searched(parts):
        # Free lists aside: some tuples are there already.
        counted = lambda some: [i for i, part in enumerate(some) if isinstance(part, Import) or any(part[:2])]
        counts = lambda some: [None if isinstance(some[i], Import) else some[i][:2] for i in counted(some)]
        where, ours, before, both = counted(parts), counts(parts), len(counted(entry)), counts([*entry, *knows])
        at = next((i for i in range(len(ours)) if ours[i:i + len(both)] == both), None)
        # A part of a package is only looked for there.
        if at is None: return program(interpreter, parts)
        return program(interpreter, parts[:where[at + before - 1] + 1]) + "{*folder*}" + program(interpreter, parts[where[at + len(both) - 1] + 1:])
    for name, parts in zip(("*source*", "*compiled*", "*ran*"), source_parts(interpreter.record("memsim_module", [FIRST]))):
        rows[name] = (searched if name == "*source*" else lambda parts: program(interpreter, parts))(parts)
    # Each one by itself, as what is there already is not imported on the way; but parts of a package with it.
    imports, names = {}, MODULES.copy()
    for name in names:
        try: root = interpreter.record(name, [FIRST])
        except subprocess.CalledProcessError: continue
        at = next((i for i, part in enumerate(root.parts) if isinstance(part, Import)), None)
        if at is None: continue
        if name == "gc":
            begin, end = root.parts[:at], root.parts[at + 1:]
            rows.update({"*begin*": program(interpreter, begin), "*end*": program(interpreter, end), "*skip*": program(interpreter, [back(begin + end)])})
        imports[name] = root.parts[at].parts
        for one in all_inside(root):
            if "." in one.name: imports.setdefault(one.name, one.parts)
            elif one.name not in names: names.append(one.name)
    in_folders = has_location(interpreter, [*imports])
    for name, parts in imports.items(): rows[name] = searched(parts) if name in in_folders else program(interpreter, parts)
    return rows


if __name__ == "__main__":
    print("/// What importing a module does to the collector's count and to the free lists, by version, as programs for")
    print("/// vm/importcost.ts. Recorded from real interpreters without bytecode caches of their own making")
    print("/// (tests/modules/record_imports.py).")
    with tempfile.TemporaryDirectory() as folder:
        library = folder + "/record_imports.so"
        subprocess.run(["cc", "-O1", "-shared", "-fPIC", "-o", library, HERE / "record_imports.c", "-ldl"], check=True)
        for path in sys.argv[1:]:
            interpreter = Interpreter(path, library)
            print(f"\nexport const imports{interpreter.version.replace('.', '')}: Readonly<Record<string, string>> = {{")
            print(",\n".join(f"  {name!r}: {text!r}" for name, text in record(interpreter).items()))
            print("};")
