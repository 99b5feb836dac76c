"""The Python side of memory-sim: it brings the JupyterLab extension along and holds no simulator logic."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("jupyterlab-memory-sim")
except PackageNotFoundError:  # imported from a checkout that is not installed
    __version__ = "0+unknown"


def _jupyter_labextension_paths() -> list[dict[str, str]]:
    """Where `jupyter labextension develop` finds the built extension."""
    return [{"src": "labextension", "dest": "jupyterlab-memory-sim"}]
