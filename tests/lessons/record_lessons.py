#!/usr/bin/env python3
"""Record what a real CPython prints for the cells of each lesson, its exercises solved.

    record_lessons.py PYTHON      the interpreter of the lessons' version, 3.14

Writes NAME.json for each lessons/NAME.ipynb: {"cell id": "stdout", ...}, `<address>` in place of addresses.
The exercises' answers are answers/EXERCISE.py. The observer module memory_sim, which only the simulator has,
is stood in for by observer.py.
"""
from __future__ import annotations
import json, pathlib, re, subprocess, sys, tempfile, textwrap

HERE = pathlib.Path(__file__).parent
LESSONS = HERE.parent.parent / "lessons"

RUNNER = """
import contextlib, ctypes, gc, io, json, sys
sys.path.insert(0, sys.argv[1])
namespace, printed = {"__name__": "__main__"}, {}
cells = json.load(sys.stdin)
gc.collect()
for cell, source in cells:
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(compile(source, cell, "exec"), namespace)
    printed[cell] = out.getvalue()
print(json.dumps(printed))
"""


def answered(cell: dict) -> str:
    source = "".join(cell["source"])
    part = cell["metadata"].get("memory-sim", {})
    if part.get("role") == "starter":
        answer = (HERE / "answers" / f"{part['exercise']}.py").read_text()
        source = re.sub(r"^( *)# YOUR CODE HERE$", lambda line: textwrap.indent(answer, line[1]), source, flags=re.M)
    return source


def record(lesson: pathlib.Path, python: str) -> None:
    cells = []
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "memory_sim.py").write_text((HERE / "observer.py").read_text())
        for cell in json.loads(lesson.read_text())["cells"]:
            magic, _, body = answered(cell).partition("\n")
            if cell["cell_type"] != "code" or not magic.startswith("%%memory-sim"):
                continue
            if "--module" in magic:
                pathlib.Path(folder, magic.split()[-1] + ".py").write_text(body)
                body = ""
            cells.append((cell["id"], body))
        run = subprocess.run([python, "-c", RUNNER, folder], input=json.dumps(cells), stdout=subprocess.PIPE, text=True, check=True)
    # What a dying program prints at the end of the process comes after the answer: one line only is ours.
    printed = json.loads(run.stdout.splitlines()[0])
    hidden = {cell: re.sub(r"\b\d{14,15}\b", "<address>", text) for cell, text in printed.items()}
    (HERE / f"{lesson.stem}.json").write_text(json.dumps(hidden, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for lesson in sorted(LESSONS.glob("*.ipynb")):
        record(lesson, sys.argv[1])
