#!/usr/bin/env python3
"""Record what a real CPython prints for the cells of each lesson, its exercises solved.

    record_lessons.py PYTHON      the interpreter of the lessons' version, 3.14

Writes NAME.json for each lessons/NAME.ipynb: {"cell id": "stdout", ...}, `<address>` in place of addresses.
The exercises' answers are answers/EXERCISE.py. The observer module memory_sim, which only the simulator has,
is stood in for by what sys and gc can tell.
"""
from __future__ import annotations
import json, pathlib, re, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).parent
LESSONS = HERE.parent.parent / "lessons"

OBSERVER = """
import gc, sys
def refcount(obj): return sys.getrefcount(obj) - 1
def live(name): return sum(type(obj).__name__ == name for obj in gc.get_objects())
"""

RUNNER = """
import contextlib, io, json, sys
sys.path.insert(0, sys.argv[1])
namespace, printed = {"__name__": "__main__"}, {}
for cell, source in json.load(sys.stdin):
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(compile(source, cell, "exec"), namespace)
    printed[cell] = out.getvalue()
print(json.dumps(printed))
"""


def answered(cell: dict) -> str:
    source = "".join(cell["source"])
    part = cell["metadata"].get("memory-sim", {})
    if part.get("role") == "starter":
        source += "\n" + (HERE / "answers" / f"{part['exercise']}.py").read_text()
    return source


def record(lesson: pathlib.Path, python: str) -> None:
    cells = []
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "memory_sim.py").write_text(OBSERVER)
        for cell in json.loads(lesson.read_text())["cells"]:
            magic, _, body = answered(cell).partition("\n")
            if cell["cell_type"] != "code" or not magic.startswith("%%memory-sim"):
                continue
            if "--module" in magic:
                pathlib.Path(folder, magic.split()[-1] + ".py").write_text(body)
                body = ""
            cells.append((cell["id"], body))
        run = subprocess.run([python, "-c", RUNNER, folder], input=json.dumps(cells), capture_output=True, text=True, check=True)
    # What a dying program prints at the end of the process comes after the answer: one line only is ours.
    printed = json.loads(run.stdout.splitlines()[0])
    hidden = {cell: re.sub(r"\b\d{14,15}\b", "<address>", text) for cell, text in printed.items()}
    (HERE / f"{lesson.stem}.json").write_text(json.dumps(hidden, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for lesson in sorted(LESSONS.glob("*.ipynb")):
        record(lesson, sys.argv[1])
