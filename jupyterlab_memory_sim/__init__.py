"""The Python side of memory-sim: it brings the JupyterLab extension and the command along, and holds no simulator logic.

`%load_ext jupyterlab_memory_sim` gives IPython the cell magic `%%memory-sim`; the kernel `memory-sim` has it from the start.
"""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("jupyterlab-memory-sim")
except PackageNotFoundError:  # imported from a checkout that is not installed
    __version__ = "0+unknown"


def _jupyter_labextension_paths() -> list[dict[str, str]]:
    """Where `jupyter labextension develop` finds the built extension."""
    return [{"src": "labextension", "dest": "jupyterlab-memory-sim"}]


def load_ipython_extension(ipython) -> None:
    """`%load_ext jupyterlab_memory_sim`. Only this needs IPython."""
    from .magic import load

    load(ipython)


def unload_ipython_extension(ipython) -> None:
    """`%unload_ext` and `%reload_ext`: the heap goes."""
    from .magic import unload

    unload(ipython)
