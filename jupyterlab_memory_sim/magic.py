"""The cell magic `%%memory-sim`: cells go to the command, and what comes back is shown as a kernel shows it."""

from __future__ import annotations

import contextlib
import re
import signal
import sys
import threading
from typing import Any, Callable, Iterator

from IPython.core.error import StdinNotImplementedError
from IPython.core.magic import no_var_expand
from IPython.display import publish_display_data

from .serve import Command, CommandError

MAGIC = "memory-sim"

#: The beginning of a cell as src/lessons/magic.ts has it.
FIRST_LINE = re.compile(rf"(?:[ \t]*\r?\n)*%%{MAGIC}(?:[ \t\r\n]|$)")


class CellError(Exception):
    """What a cell failed with. It is shown as the simulated Python shows it; nothing of this process is of interest."""

    def _render_traceback_(self) -> list[str]:
        return self.args[1]

    def __str__(self) -> str:
        return self.args[0]


def cell_error(ename: str, evalue: str, traceback: list[str] | None = None) -> CellError:
    """An exception whose type is called as the guest's: Jupyter tells a type by its name."""
    return type(ename, (CellError,), {})(evalue, traceback or [f"{ename}: {evalue}"])


@contextlib.contextmanager
def on_interrupt(handler: Callable[..., Any]) -> Iterator[None]:
    """Ctrl-C and a kernel's Interrupt do this instead; only the main thread hears of them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


class MemorySimMagic:
    """One heap for one IPython."""

    def __init__(self, ipython: Any) -> None:
        self._ipython = ipython
        self._command: Command | None = None
        self._raw_cell = ""
        self._turn = threading.Lock()
        ipython.register_magic_function(self.run, "cell", MAGIC)
        ipython.events.register("pre_run_cell", self._remember)
        ipython.input_transformers_cleanup.insert(0, keep_whole)

    def unload(self) -> None:
        self._ipython.events.unregister("pre_run_cell", self._remember)
        self._ipython.input_transformers_cleanup.remove(keep_whole)
        self._ipython.magics_manager.magics["cell"].pop(MAGIC, None)
        self._close()

    @no_var_expand
    def run(self, line: str, cell: str) -> None:
        """Run a cell on a simulated CPython heap, and show what becomes of it.

        %%memory-sim [--python VERSION] [--module NAME]
        """
        with self._turn:
            try:
                error = self._run(self._source(line, cell))
            except CommandError as lost:
                self._command = None
                error = cell_error("MemorySimError", str(lost))
            except BaseException:
                # Half of a conversation is left: nothing that comes could be understood.
                self._close()
                raise
        if error is not None:
            raise error

    def _run(self, source: str) -> CellError | None:
        if self._command is None:
            self._command = Command()
        command = self._command
        error = None
        # IPython before 9 counts a cell when it has run; this is the number in its prompt either way.
        count = max(1, self._ipython.displayhook.prompt_count)
        with on_interrupt(lambda *_: command.interrupt()):
            for reply in command.run(source, count):
                if "ask" in reply:
                    self._ask(command, reply["ask"])
                elif "output" not in reply:
                    continue
                elif reply["output"]["output_type"] == "error":
                    output = reply["output"]
                    error = cell_error(output["ename"], output["evalue"], output["traceback"])
                else:
                    self._show(reply["output"], error)
        return error

    def _ask(self, command: Command, prompt: str) -> None:
        try:
            with on_interrupt(signal.default_int_handler):
                line = input(prompt)
        except KeyboardInterrupt:
            command.interrupt()
        except (EOFError, StdinNotImplementedError):
            # Nobody can be asked: the prompt is output, as where standard input is no terminal.
            write("stdout", prompt)
            command.answer(None)
        else:
            command.answer(line)

    def _show(self, output: dict[str, Any], error: CellError | None) -> None:
        if output["output_type"] == "stream":
            write(output["name"], output["text"])
        elif output["output_type"] == "execute_result":
            # All that a value goes through but `_` and `Out`.
            hook = self._ipython.displayhook
            hook.start_displayhook()
            hook.write_output_prompt()
            hook.write_format_data(output["data"], output["metadata"])
            hook.finish_displayhook()
        elif error is None:
            publish_display_data(output["data"], output["metadata"])
        else:
            # IPython shows the error when the magic has raised it; the picture stands behind it.
            self._when_shown(lambda: publish_display_data(output["data"], output["metadata"]))

    def _when_shown(self, show: Callable[[], None]) -> None:
        def once() -> None:
            self._ipython.events.unregister("post_execute", once)
            show()

        self._ipython.events.register("post_execute", once)

    def _remember(self, info: Any) -> None:
        self._raw_cell = info.raw_cell

    def _source(self, line: str, cell: str) -> str:
        """The cell as it stands in the notebook."""
        if not FIRST_LINE.match(cell):  # a call of run_cell_magic()
            return f"%%{MAGIC} {line}\n{cell}"
        # IPython ends a last line that has no end.
        return self._raw_cell if cell == f"{self._raw_cell}\n" else cell

    def _close(self) -> None:
        if self._command is not None:
            self._command.close()
            self._command = None


def write(name: str, text: str) -> None:
    """To one of the two streams, after what the other one holds: each is sent when it likes."""
    this, other = (sys.stdout, sys.stderr) if name == "stdout" else (sys.stderr, sys.stdout)
    other.flush()
    this.write(text)


def keep_whole(lines: list[str]) -> list[str]:
    """Calls the magic with all of a memory-sim cell: IPython leaves out blank lines, prompts and magics without a body."""
    cell = "".join(lines)
    return [f"get_ipython().run_cell_magic({MAGIC!r}, '', {cell!r})\n"] if FIRST_LINE.match(cell) else lines


_magics: dict[Any, MemorySimMagic] = {}


def load(ipython: Any) -> None:
    if ipython not in _magics:
        _magics[ipython] = MemorySimMagic(ipython)


def unload(ipython: Any) -> None:
    if ipython in _magics:
        _magics.pop(ipython).unload()
