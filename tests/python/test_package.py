"""The Python package as installed: it brings the built extension to where JupyterLab looks."""
import json
import pathlib
import subprocess
import sys

import jupyterlab_memory_sim

ROOT = pathlib.Path(__file__).parents[2]
PACKAGE = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
INSTALLED = pathlib.Path(sys.prefix, "share", "jupyter", "labextensions", "jupyterlab-memory-sim")


def test_version_is_that_of_the_npm_package():
    assert jupyterlab_memory_sim.__version__ == PACKAGE["version"]


def test_jupyterlab_finds_the_extension_enabled():
    command = [sys.executable, "-m", "jupyter", "labextension", "list"]
    listing = subprocess.run(command, capture_output=True, text=True, check=True)
    line = next(line for line in (listing.stdout + listing.stderr).splitlines() if "jupyterlab-memory-sim v" in line)
    assert "enabled" in line and "OK" in line


def test_installed_extension_is_the_built_one():
    built = ROOT / "jupyterlab_memory_sim" / "labextension"
    files = sorted(path.relative_to(built) for path in built.rglob("*") if path.is_file())
    assert pathlib.Path("package.json") in files
    for file in files:
        assert (INSTALLED / file).read_bytes() == (built / file).read_bytes(), file


def test_it_takes_the_place_of_the_cell_executor():
    installed = json.loads((INSTALLED / "package.json").read_text(encoding="utf-8"))
    assert installed["jupyterlab"]["disabledExtensions"] == ["@jupyterlab/notebook-extension:cell-executor"]


def test_pip_can_uninstall_it():
    # JupyterLab's extension manager reads this to say how.
    install = json.loads((INSTALLED / "install.json").read_text(encoding="utf-8"))
    assert install["packageManager"] == "python"
    assert install["packageName"] == "jupyterlab-memory-sim"


def test_no_simulator_logic_in_python():
    source = ROOT / "jupyterlab_memory_sim"
    python = [path for path in source.rglob("*.py") if "labextension" not in path.parts]
    assert sum(len(path.read_text(encoding="utf-8").splitlines()) for path in python) < 400
    assert not any(word in path.read_text(encoding="utf-8") for path in python for word in ("import ast", "import gc", "exec(", "eval("))
