"""Notebooks as Jupyter's own tools see them: the lessons, and what the command writes into one."""
import pathlib
import shutil
import subprocess

import nbformat
import pytest
from nbconvert import HTMLExporter

ROOT = pathlib.Path(__file__).parents[2]
LESSONS = sorted((ROOT / "lessons").glob("*.ipynb"))
COMMAND = ROOT / "dist" / "memory-sim.cjs"


def run(*words):
    return subprocess.run(["node", str(COMMAND), *map(str, words)], capture_output=True, text=True)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.name)
def test_lesson_is_valid(lesson):
    notebook = nbformat.read(lesson, as_version=4)
    nbformat.validate(notebook, relax_add_props=False)
    assert nbformat.writes(notebook) + "\n" == lesson.read_text(encoding="utf-8")


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.name)
def test_written_outputs_are_valid_and_readable_without_the_extension(lesson, tmp_path):
    copy = tmp_path / lesson.name
    shutil.copy(lesson, copy)
    ran = run("run", copy, "--write")
    assert ran.returncode == 1, "the exercise is not answered yet: its check fails"
    assert "AssertionError" in ran.stderr
    notebook = nbformat.read(copy, as_version=4)
    nbformat.validate(notebook, relax_add_props=False)
    assert nbformat.writes(notebook) + "\n" == copy.read_text(encoding="utf-8")
    html, _ = HTMLExporter().from_notebook_node(notebook)
    assert "<svg" in html
    assert "step 4: 0" in html


def test_command_on_a_program(tmp_path):
    program = tmp_path / "hello.py"
    program.write_text("print('hello')\n1 / 0\n")
    ran = run("run", program)
    assert (ran.returncode, ran.stdout) == (1, "hello\n")
    assert ran.stderr.splitlines()[-1] == "ZeroDivisionError: division by zero"
    assert f'File "{program}", line 2, in <module>' in ran.stderr


def test_command_stops_quietly_when_its_reader_does(tmp_path):
    program = tmp_path / "many.py"
    program.write_text("for i in range(200000):\n    print(i)\n")
    pipe = subprocess.run(["sh", "-c", f'node "{COMMAND}" run "{program}" | head -n 1'], capture_output=True, text=True)
    assert (pipe.stdout, pipe.stderr) == ("0\n", "")
