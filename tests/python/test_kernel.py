"""The kernel memory-sim and %load_ext: memory-sim cells where no JupyterLab runs them."""
import os
import pathlib
import subprocess
import sys
import time

import nbformat
import psutil
import pytest
from jupyter_client.manager import start_new_kernel
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat.v4 import new_code_cell, new_notebook

from jupyterlab_memory_sim.serve import new_enough

ROOT = pathlib.Path(__file__).parents[2]
COMMAND = ROOT / "dist" / "memory-sim.cjs"
TRACE = "application/vnd.memory-sim.trace.v1+json"
SECONDS = 60
KERNELSPEC = {"name": "memory-sim", "display_name": "Memory sim (Python 3)", "language": "python"}


def cell(*lines, **metadata):
    return new_code_cell("\n".join(["%%memory-sim", *lines]), metadata=metadata)


def notebook(*cells):
    return new_notebook(cells=list(cells), metadata={"kernelspec": KERNELSPEC})


def execute(book, folder, **options):
    NotebookClient(book, timeout=SECONDS, resources={"metadata": {"path": str(folder)}}, **options).execute()


class Kernel:
    """A kernel, and what its messages come to."""

    def __init__(self, folder, name="memory-sim", **options):
        self.manager, self.client = start_new_kernel(kernel_name=name, cwd=str(folder), startup_timeout=SECONDS, **options)

    def begin(self, code, allow_stdin=False):
        return self.client.execute(code, allow_stdin=allow_stdin)

    def end(self, request):
        """The outputs, in order, and the reply."""
        outputs = []
        while True:
            message = self.client.get_iopub_msg(timeout=SECONDS)
            if message["parent_header"].get("msg_id") != request:
                continue
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                break
            if message["msg_type"] in ("stream", "error", "display_data", "execute_result"):
                outputs.append((message["msg_type"], message["content"]))
        while (reply := self.client.get_shell_msg(timeout=SECONDS))["parent_header"].get("msg_id") != request:
            pass
        return outputs, reply["content"]

    def run(self, code):
        return self.end(self.begin(code))

    def text(self, code):
        outputs, _ = self.run(code)
        return "".join(content["text"] for kind, content in outputs if kind == "stream")

    def asked(self):
        return self.client.get_stdin_msg(timeout=SECONDS)["content"]["prompt"]

    def wait_for(self, kind):
        while self.client.get_iopub_msg(timeout=SECONDS)["msg_type"] != kind:
            pass

    def children(self):
        return [child for child in psutil.Process(self.manager.provisioner.pid).children() if "node" in child.name()]

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


@pytest.fixture(scope="module")
def kernel(tmp_path_factory):
    kernel = Kernel(tmp_path_factory.mktemp("kernel"))
    yield kernel
    kernel.close()


def wait_until(condition):
    end = time.monotonic() + SECONDS
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    return condition()


BOOK = notebook(
    new_code_cell("%%memory-sim --python 3.13 --module memutil\nimport sys\n\ndef count(x):\n    return sys.getrefcount(x)\n"),
    new_code_cell("\n\n%%memory-sim\nimport beside, memutil, sys\nprint('out')\nprint('err', file=sys.stderr)\nprint('ö\u2028😀')\nmemutil.count(beside)\n\n"),
    new_code_cell("%%memory-sim"),
    cell("class Doomed:", "    def __del__(self):", "        print('deleted')", "d = Doomed()", "d"),
    cell("d = None"),
    cell(">>> x", tags=["raises-exception"]),
    cell("text = '''", ">>> %d {d} $d !ls", "'''", "text"),
    cell("def f():", "    print('before')", "    1 / 0", "f()", tags=["raises-exception"]),
    cell("x = = 1", tags=["raises-exception"]),
    cell("import sys", "sys.exit(3)", tags=["raises-exception"]),
    cell("print('on')"),
)


def test_outputs_are_those_of_memory_sim_run_write(tmp_path):
    (tmp_path / "beside.py").write_text("")
    ours = tmp_path / "ours.ipynb"
    nbformat.write(BOOK, ours)
    subprocess.run(["node", str(COMMAND), "run", str(ours), "--write"], stdin=subprocess.DEVNULL, capture_output=True, check=True)
    executed = nbformat.from_dict(BOOK)
    execute(executed, tmp_path)
    nbformat.validate(executed)
    written = nbformat.read(ours, as_version=4)
    for one, other in zip(executed.cells, written.cells, strict=True):
        assert (one.source, one.execution_count, one.outputs) == (other.source, other.execution_count, other.outputs)
    values = [output.data["text/plain"] for each in executed.cells for output in each.outputs if output.output_type == "execute_result"]
    assert len(values) == 3
    assert sum(TRACE in output.get("data", {}) for each in executed.cells for output in each.outputs) >= 7


def test_an_error_stops_the_notebook_with_the_guests_traceback(tmp_path):
    book = notebook(cell("class Own(Exception): pass", "raise Own('no')"), cell("print('never')"))
    with pytest.raises(CellExecutionError) as stopped:
        execute(book, tmp_path)
    assert (stopped.value.ename, stopped.value.evalue) == ("Own", "no")
    assert 'File "<cell 1>", line 3, in <module>' in str(stopped.value)
    assert ".py" not in str(stopped.value)
    assert book.cells[1].outputs == []
    execute(book, tmp_path, allow_errors=True)
    assert book.cells[1].outputs[0].text == "never\n"


def test_nobody_to_ask(tmp_path):
    book = notebook(cell("try:", "    input('name? ')", "except EOFError as error:", "    print(error)"))
    execute(book, tmp_path)
    assert book.cells[0].outputs[0].text == "name? EOF when reading a line\n"


@pytest.mark.parametrize("to, extension", [("html", "html"), ("markdown", "md")])
def test_nbconvert_runs_and_shows_it(tmp_path, to, extension):
    nbformat.write(notebook(cell("class Lantern: pass", "red = Lantern()", "print('lit')")), tmp_path / "book.ipynb")
    subprocess.run([sys.executable, "-m", "nbconvert", "--execute", "--to", to, "book.ipynb"], cwd=tmp_path, check=True, capture_output=True)
    text = (tmp_path / f"book.{extension}").read_text(encoding="utf-8")
    assert "lit" in text
    if to == "html":
        assert "data:image/svg+xml;base64," in text
    else:
        [picture] = (tmp_path / "book_files").glob("*.svg")
        assert f"](book_files/{picture.name})" in text and "Lantern" in picture.read_text(encoding="utf-8")


def test_the_kernel_keeps_no_reference_and_other_cells_are_its_own(kernel):
    assert kernel.text("v = 1; import os; print(os.getpid() > 0)") == "True\n"
    outputs, reply = kernel.run("%%memory-sim\nv = 'guest'\nv")
    assert [kind for kind, _ in outputs] == ["execute_result", "display_data"]
    assert outputs[0][1] == {"data": {"text/plain": "'guest'"}, "metadata": {}, "execution_count": reply["execution_count"]}
    assert kernel.text("print(Out, repr(_), v)") == "{} '' 1\n"


def test_a_wrong_option_is_named(kernel):
    [(kind, error)], reply = kernel.run("%%memory-sim --pyton 3.11\n1")
    assert (kind, error["ename"], reply["status"]) == ("error", "UsageError", "error")
    assert "unknown option '--pyton'" in error["evalue"]
    assert error["traceback"] == [f"UsageError: {error['evalue']}"]


def test_interrupt_stops_the_cell_and_keeps_the_heap(kernel):
    request = kernel.begin("%%memory-sim\ni = 0\nprint('begun')\nwhile True:\n    i += 1")
    kernel.wait_for("stream")
    child = kernel.children()
    kernel.manager.interrupt_kernel()
    outputs, reply = kernel.end(request)
    assert [kind for kind, _ in outputs] == ["error", "display_data"]
    assert outputs[0][1]["ename"] == reply["ename"] == "KeyboardInterrupt"
    assert outputs[0][1]["traceback"][-1] == "KeyboardInterrupt"
    assert kernel.text("%%memory-sim\nprint(i > 0)") == "True\n"
    assert kernel.children() == child != []
    # A cell of the kernel's own is interrupted as ever.
    request = kernel.begin("import time\nprint('begun')\ntime.sleep(60)")
    kernel.wait_for("stream")
    kernel.manager.interrupt_kernel()
    assert kernel.end(request)[1]["ename"] == "KeyboardInterrupt"


def test_input_asks_in_the_front_end(kernel):
    request = kernel.begin("%%memory-sim\nprint('hello', input('name? '))", allow_stdin=True)
    assert kernel.asked() == "name? "
    kernel.client.input("Guido")
    assert kernel.end(request)[0][0][1]["text"] == "hello Guido\n"
    request = kernel.begin("%%memory-sim\ninput('again? ')", allow_stdin=True)
    assert kernel.asked() == "again? "
    kernel.manager.interrupt_kernel()
    assert kernel.end(request)[1]["ename"] == "KeyboardInterrupt"
    assert kernel.text("%%memory-sim\nprint('on')") == "on\n"


def test_a_module_that_has_changed_says_so(kernel):
    assert kernel.text("%%memory-sim --module changing\na = 1") == "Module changing is ready: other cells can import it.\n"
    kernel.run("%%memory-sim\nimport changing")
    assert "restart the kernel" in kernel.text("%%memory-sim --module changing\na = 2")


def test_a_command_that_is_lost_is_told_and_begins_again(kernel):
    kernel.run("%%memory-sim\nkept = 1")
    [child] = kernel.children()
    child.kill()
    [(kind, error)], _ = kernel.run("%%memory-sim\nkept")
    assert (kind, error["ename"]) == ("error", "MemorySimError")
    assert "run its cells again" in error["evalue"]
    assert kernel.run("%%memory-sim\nkept")[1]["ename"] == "NameError"


def test_unload_ends_the_heap(kernel):
    kernel.run("%%memory-sim\nkept = 1")
    [child] = kernel.children()
    kernel.run("%unload_ext jupyterlab_memory_sim")
    assert not child.is_running()
    assert "not found" in kernel.text("%%memory-sim\nkept")
    kernel.run("%load_ext jupyterlab_memory_sim")
    assert kernel.run("%%memory-sim\nkept")[1]["ename"] == "NameError"


def test_restart_gives_a_fresh_heap_and_nothing_is_left_behind(tmp_path):
    kernel = Kernel(tmp_path)
    try:
        kernel.run("%%memory-sim\nkept = 1")
        [first] = kernel.children()
        kernel.manager.restart_kernel(now=True)
        kernel.client.wait_for_ready(timeout=SECONDS)
        assert kernel.run("%%memory-sim\nkept")[1]["ename"] == "NameError"
        assert wait_until(lambda: not first.is_running())
        kernel.begin("%%memory-sim\nprint('begun')\nwhile True: pass")
        kernel.wait_for("stream")
        [second] = kernel.children()
    finally:
        kernel.close()
    assert wait_until(lambda: not second.is_running()), "a busy heap ends with its kernel, too"


def test_load_ext_in_any_ipython(tmp_path):
    program = tmp_path / "program.ipy"
    program.write_text("%load_ext jupyterlab_memory_sim\nget_ipython().run_cell_magic('memory-sim', '', 'print(40)\\n40 + 2')\n")
    ran = subprocess.run([sys.executable, "-m", "IPython", "--no-banner", str(program)], cwd=tmp_path, capture_output=True, text=True)
    assert ran.stderr == ""
    assert ran.stdout.startswith("40\n") and "42" in ran.stdout and "memory-sim: the heap after cell" in ran.stdout


def fake_node(folder, text):
    folder.mkdir()
    node = folder / "node"
    node.write_text(f"#!/bin/sh\n{text}\n")
    node.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
@pytest.mark.parametrize("text, told", [(None, "there is none"), ("echo v18.19.1", "is v18.19.1"), ("exit 1", "of no known version")])
def test_without_a_node_that_is_new_enough_it_says_what_to_do(tmp_path, text, told):
    path = tmp_path / "bin"
    path.mkdir() if text is None else fake_node(path, text)
    kernel = Kernel(tmp_path, env={**os.environ, "PATH": str(path)})
    try:
        [(kind, error)], _ = kernel.run("%%memory-sim\n1")
    finally:
        kernel.close()
    assert (kind, error["ename"]) == ("error", "MemorySimError")
    assert told in error["evalue"] and "https://nodejs.org/" in error["evalue"] and "restart the kernel" in error["evalue"]


def test_which_nodes_are_new_enough():
    versions = ["v20.19.0", "v20.20.2", "v22.12.0", "v24.1.0", "v18.20.0", "v20.18.3", "v21.7.0", "v22.11.0", "v8.0.0", ""]
    assert [new_enough(version) for version in versions] == [True] * 4 + [False] * 6


def test_the_package_needs_no_ipython():
    program = "import sys; sys.modules['IPython'] = None; import jupyterlab_memory_sim; print(jupyterlab_memory_sim.__version__)"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip()


def test_the_installed_command_and_kernel_are_the_built_ones():
    installed = pathlib.Path(sys.prefix)
    packages = next(path for path in installed.glob("**/site-packages/jupyterlab_memory_sim"))
    for built, there in [(COMMAND.parent, packages / "command"), (ROOT / "jupyterlab_memory_sim" / "kernelspec", installed / "share" / "jupyter" / "kernels" / "memory-sim")]:
        names = sorted(path.name for path in built.iterdir())
        assert names
        for name in names:
            assert (there / name).read_bytes() == (built / name).read_bytes(), name
