"""The command as a process: what the shell sees."""
import pathlib
import signal
import subprocess
import sys
import time

import pytest

COMMAND = ["node", str(pathlib.Path(__file__).parents[2] / "dist" / "memory-sim.cjs"), "run"]


def run(program, *words):
    return subprocess.run([*COMMAND, str(program), *words], capture_output=True, text=True)


@pytest.fixture
def program(tmp_path):
    def write(text):
        path = tmp_path / "program.py"
        path.write_text(text)
        return path
    return write


def test_output_traceback_and_status(program):
    path = program("print('hello')\n1 / 0\n")
    ran = run(path)
    assert (ran.returncode, ran.stdout) == (1, "hello\n")
    assert ran.stderr == (
        "Traceback (most recent call last):\n"
        f'  File "{path}", line 2, in <module>\n'
        "    1 / 0\n"
        "    ~~^~~\n"
        "ZeroDivisionError: division by zero\n"
    )


def test_syntax_error(program):
    ran = run(program("print('never')\nx = = 1\n"))
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.endswith("    x = = 1\n        ^\nSyntaxError: invalid syntax\n")


def test_quiet_when_the_reader_stops(program):
    path = program("for i in range(200000):\n    print(i)\n")
    pipe = subprocess.run(f'{" ".join(COMMAND)} "{path}" | head -n 1', shell=True, capture_output=True, text=True)
    assert (pipe.stdout, pipe.stderr) == ("0\n", "")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
def test_control_c(program):
    path = program("print('begun')\ni = 0\nwhile True:\n    i = i + 1\n")
    process = subprocess.Popen([*COMMAND, str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "begun\n"
    process.send_signal(signal.SIGINT)
    started = time.monotonic()
    _, stderr = process.communicate(timeout=10)
    assert time.monotonic() - started < 1
    assert stderr.startswith("Traceback (most recent call last):\n")
    assert stderr.endswith("\nKeyboardInterrupt\n")
    assert process.returncode == -signal.SIGINT
