"""`python -m reader`: the commands, and the window where none is given."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Final

from reader import __version__, places
from reader.cli.terminal import FAILED, print_answer, print_problem
from reader.core.errors import ReaderError

USAGE = """\
usage: python -m reader [PROJECT.reader | FILE...]
       python -m reader compare [--json | --text | --html] [options] FILE FILE...

Without a command the window opens: on the last project, on the project that is named, or on texts
that are named, as a new story. `compare` prints what the texts share and where they part, and
needs no window; `python -m reader compare --help` lists its options.

options:
  -h, --help  show this and exit
  --version   show the version and exit
"""


ONE_THREAD = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
"""What numpy's products read when it is loaded: how many threads they run on. Threads that wait for
the next product take turns from the window and make a comparison of some articles longer."""


class NoWindow(ReaderError):
    """Qt is missing or cannot be loaded."""

    def __init__(self, error: ImportError) -> None:
        if isinstance(error, ModuleNotFoundError):
            title = "The window needs Qt for Python, which is not installed."
            advice = "Install it with: pip install PySide6-Essentials"
        else:
            title = f"Qt cannot be loaded: {error}."
            packages = places.find().resources / "debian-packages.txt"
            wanted = " ".join(packages.read_text("utf-8").split())
            advice = (
                "A library of the system is missing. On Debian or Ubuntu: sudo apt-get install "
                f"{wanted}"
            )
        super().__init__(title, f"{advice}\n`python -m reader compare` works without it.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the arguments ask for and return the exit status."""
    for variable in ONE_THREAD:
        os.environ.setdefault(variable, "1")
    given = list(sys.argv[1:] if arguments is None else arguments)
    match given:
        case ["compare", *rest]:
            # Only here: the window compares when its texts are on screen.
            from reader.cli import compare

            return compare.main(rest)
        case ["-h" | "--help", *_]:
            print_answer(USAGE)
            return 0
        case ["--version", *_]:
            print_answer(f"Source Reader {__version__}\n")
            return 0
        case _:
            return _open_window(given)


_WITHOUT_QT: Final = (
    "reader.core.comparison",
    "reader.importers.registry",
    "reader.store.project",
)
"""What the window needs at once and what needs no Qt itself."""


def load_window() -> Callable[[Sequence[str]], int]:
    """`reader.app.main`, loaded in the order that takes least; raises ImportError without Qt.

    What needs no Qt comes first: once Qt for Python is there, it reads the source of every module
    that is loaded after it, and keeps it. Meanwhile Python looks for no reference cycles: it would
    walk again and again over what only grows.
    """
    collected = gc.isenabled()
    gc.disable()
    try:
        for module in _WITHOUT_QT:
            import_module(module)
        # Only here: every command must run where Qt is not installed.
        from reader.app import main as open_window
    finally:
        if collected:
            gc.enable()
    return open_window


def _open_window(arguments: list[str]) -> int:
    try:
        open_window = load_window()
    except ImportError as error:
        if not (error.name or "").startswith(("PySide6", "shiboken6")):
            raise
        print_problem(NoWindow(error))
        return FAILED
    return open_window(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
