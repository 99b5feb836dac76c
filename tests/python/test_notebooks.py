"""Notebooks as Jupyter's own tools see them: the lessons, and what the command writes into one."""
import pathlib
import shutil
import subprocess
from html import escape

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
    assert "data:image/svg+xml;base64," in html
    printed = [output["text"] for cell in notebook.cells for output in cell.get("outputs", []) if output.get("name") == "stdout"]
    assert printed, "a lesson's cells print"
    for text in printed:
        assert escape(text.splitlines()[0], quote=False) in html
