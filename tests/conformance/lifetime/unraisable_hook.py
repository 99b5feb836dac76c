# Exceptions that nobody can catch go to sys.unraisablehook; values at a prompt to sys.displayhook.
import io
import sys


class Bad:
    def __del__(self):
        raise RuntimeError("in __del__")

    def __repr__(self):
        return "<Bad>"


def show(info):
    message = info.err_msg and info.err_msg.split(" <")[0]
    print(type(info).__name__, info.exc_type.__name__, info.exc_value, info.exc_traceback.tb_lineno, message, info.object and info.object.__name__)


sys.unraisablehook = show
Bad()


def failing(info):
    1 / 0


def reported(hook):
    real, sys.stderr = sys.stderr, io.StringIO()
    sys.unraisablehook = hook
    Bad()
    text, sys.stderr = sys.stderr.getvalue(), real
    print([line.split(" at 0x")[0].split(" <")[0] for line in text.splitlines() if "^" not in line and "File" not in line])


reported(failing)
reported(None)
reported(sys.__unraisablehook__)
try:
    sys.unraisablehook("no such thing")
except TypeError as error:
    print(error)


def gen():
    try:
        yield
    finally:
        raise ValueError("closing")


sys.unraisablehook = show
waiting = gen()
next(waiting)
del waiting

line = compile("6 * 7", "<line>", "single")
sys.displayhook = lambda value: print("shown:", value)
exec(line)
sys.displayhook = sys.__displayhook__
exec(line)
sys.stdout = io.StringIO()
exec(line)
text, sys.stdout = sys.stdout.getvalue(), sys.__stdout__
print(repr(text))
