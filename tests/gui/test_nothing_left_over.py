"""The check on what tests leave behind finds every kind of leftover, and warnings fail a test."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

UNTIDY = """
import threading
from PySide6.QtCore import QThread, QTimer, qWarning
from PySide6.QtWidgets import QWidget

KEPT = []
released = threading.Event()

def test_window():
    KEPT.append(QWidget())
    KEPT[-1].show()

def test_timer():
    KEPT.append(QTimer())
    KEPT[-1].start(60_000)

def test_thread():
    KEPT.append(threading.Thread(target=released.wait, daemon=True))
    KEPT[-1].start()

def test_qt_thread():
    KEPT.append(QThread())
    KEPT[-1].start()

def test_warning():
    qWarning("something is wrong")

def test_tidy():
    QWidget().show()
    for thing in KEPT:
        if isinstance(thing, QThread):
            thing.quit()
            thing.wait()
    released.set()
"""


def test_every_kind_of_leftover_is_found(tmp_path: Path) -> None:
    untidy = tmp_path / "test_untidy.py"
    untidy.write_text(UNTIDY, "utf-8")
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml")),
            *("--rootdir", str(ROOT), "-p", "tests.gui.conftest", "-p", "no:cacheprovider"),
            *("-q", "-rA", str(untidy)),
        ],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    told = done.stdout + done.stderr
    failed = {
        line.split("::")[1].split()[0]
        for line in told.splitlines()
        if line.startswith(("ERROR ", "FAILED ")) and "::" in line
    }
    assert failed == {
        "test_window",
        "test_timer",
        "test_thread",
        "test_qt_thread",
        "test_warning",
    }, told
