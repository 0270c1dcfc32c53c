"""Nothing can be sent: all that works without a window does so where no socket can be opened."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

PARTS_OF_QT = {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport"}
"""None of them opens a connection; QtNetwork, QtWebSockets and the web engines do."""

WITHOUT_SOCKETS = """
import importlib, pkgutil, sys

def refuse(event, arguments):
    if event.partition(".")[0] in ("socket", "urllib", "http", "ftplib", "smtplib"):
        raise RuntimeError(f"{event} {arguments}")

sys.addaudithook(refuse)
"""

IMPORT_ALL = """
import reader
names = [m.name for m in pkgutil.walk_packages(reader.__path__, "reader.")]
wanted = [n for n in names if not n.startswith(("reader.ui", "reader.app"))]
for name in wanted:
    if name != "reader.__main__":
        importlib.import_module(name)
print(len(wanted))
"""

COMPARE = """
from reader.__main__ import main
raise SystemExit(main(["compare", *sys.argv[1:]]))
"""

OPEN_A_SOCKET = """
import socket
socket.socket()
"""


def run(code: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", WITHOUT_SOCKETS + code, *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_block_holds() -> None:
    assert "RuntimeError: socket" in run(OPEN_A_SOCKET).stderr


def test_every_module_without_a_window_loads_without_sockets() -> None:
    done = run(IMPORT_ALL)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 50


def test_the_bundled_story_is_compared_without_sockets() -> None:
    done = run(COMPARE, *sorted((ROOT / "corpus").glob("*.txt")))
    assert done.returncode == 0, done.stderr
    assert "5 articles compared" in done.stdout


def parts_of_qt(source: str) -> set[str]:
    """Which modules of PySide6 a file imports, in whatever way."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module == "PySide6":
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6."):
            found.add(str(node.module).split(".")[1])
        elif isinstance(node, ast.Import):
            found.update(a.name.split(".")[1] for a in node.names if a.name.startswith("PySide6."))
    return found


def test_only_parts_of_qt_without_a_network_are_used() -> None:
    used = {
        part
        for path in (ROOT / "reader").rglob("*.py")
        for part in parts_of_qt(path.read_text("utf-8"))
    }
    assert "QtWidgets" in used
    assert used <= PARTS_OF_QT
