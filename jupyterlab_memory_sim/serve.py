"""`memory-sim serve` as a child process. What is said on its pipes stands in src/cli/serve.ts."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import re
import shutil
import subprocess
import threading
import time
from pathlib import Path
from typing import Any, Iterator

PROGRAM = Path(__file__).parent / "command" / "memory-sim.cjs"

#: Seconds after which a child that has not taken up an interrupt is ended.
UNANSWERED = 5.0

#: Seconds between two looks for a signal: a wait for a lock hears of none on Windows.
POLL = 0.2

ADVICE = "Install a current Node from https://nodejs.org/ or with your package manager, so that `node` is on the PATH, then restart the kernel."


class CommandError(Exception):
    """Why there is no heap, or no more, in words for the learner."""


def new_enough(version: str) -> bool:
    """Whether this Node runs the command: package.json, engines."""
    match = re.match(r"v?(\d+)\.(\d+)", version)
    major, minor = map(int, match.groups()) if match else (0, 0)
    return major > 22 or (major, minor) >= (22, 12) or major == 20 and minor >= 19


def find_node() -> str:
    node = shutil.which("node")
    if node is None:
        raise CommandError(f"memory-sim runs on Node, and there is none. {ADVICE}")
    try:
        version = subprocess.run([node, "--version"], stdin=subprocess.DEVNULL, capture_output=True, text=True).stdout.strip()
    except OSError as error:
        raise CommandError(f"memory-sim runs on Node, but {node} does not start ({error}). {ADVICE}") from None
    if not new_enough(version):
        raise CommandError(f"memory-sim needs Node 20.19 or newer (of Node 22: 22.12); {node} is {version or 'of no known version'}. {ADVICE}")
    return node


class Command:
    """One heap, in a process that ends with this one: its standard input ends then."""

    def __init__(self) -> None:
        # Jupyter interrupts the kernel's whole process group; the child is interrupted by a request instead.
        own_group = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP} if os.name == "nt" else {"start_new_session": True}
        self._process = subprocess.Popen([find_node(), str(PROGRAM), "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, **own_group)
        self._replies: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self._interrupted_at: float | None = None
        threading.Thread(target=self._read, name="memory-sim", daemon=True).start()

    def _read(self) -> None:
        with self._process.stdout as lines:
            for line in lines:
                self._replies.put(json.loads(line))
        self._replies.put(None)

    def _send(self, **request: Any) -> None:
        with contextlib.suppress(OSError):  # If it has ended, its replies tell.
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            self._process.stdin.flush()

    def run(self, cell: str, count: int) -> Iterator[dict[str, Any]]:
        """Yields the replies, up to `done`. Raises a CommandError if the heap is lost."""
        self._interrupted_at = None
        self._send(run=cell, count=count)
        while True:
            reply = self._next()
            if "interrupting" in reply:
                self._interrupted_at = None
            elif not ("ask" in reply and self._interrupted_at is not None):  # what was asked before an interrupt is void
                yield reply
            if "done" in reply:
                return

    def _next(self) -> dict[str, Any]:
        while True:
            try:
                reply = self._replies.get(timeout=POLL)
            except queue.Empty:
                if self._interrupted_at is not None and time.monotonic() - self._interrupted_at > UNANSWERED:
                    raise self._lost("did not answer an interrupt and was stopped") from None
                continue
            if reply is None:
                raise self._lost(f"has ended (exit status {self._process.wait()})")
            if "refused" in reply:
                raise self._lost(f"refused a request: {reply['refused']}")
            return reply

    def _lost(self, what: str) -> CommandError:
        self.close()
        return CommandError(f"the simulated Python {what}. The heap of this notebook is lost: run its cells again from the top.")

    def answer(self, line: str | None) -> None:
        self._send(answer=line)

    def interrupt(self) -> None:
        if self._interrupted_at is None:
            self._interrupted_at = time.monotonic()
            self._send(interrupt=True)

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        with contextlib.suppress(OSError):
            self._process.stdin.close()
