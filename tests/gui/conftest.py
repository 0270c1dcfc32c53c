"""What GUI tests stand on: one QApplication without a screen, and nothing left over by any test.

Qt's warnings fail a test through pytest-qt (`qt_log_level_fail` in pyproject.toml).
"""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator
from typing import TypeVar

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget

_T = TypeVar("_T")

JOBS_END_WITHIN = 5_000
"""Milliseconds after which a job that runs on is a leftover: only waited for where one runs."""


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["source-reader-tests", "-style", "Fusion"]


@pytest.fixture(scope="session", autouse=True)
def loaded_modules_are_for_good() -> None:
    """Take what was imported out of the collector's sight: looking through it takes time.

    From here on only `nothing_left_over` collects, on the GUI thread between two tests: by itself
    the collector runs on a worker's thread too, and there it would destroy Qt's objects.
    """
    gc.collect()
    gc.freeze()
    gc.disable()


@pytest.fixture(autouse=True)
def nothing_left_over(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a window, a running timer, a job or a thread behind."""
    windows, timers, threads = _windows(), _timers(), set(threading.enumerate())
    yield
    pool = QThreadPool.globalInstance()
    pool.waitForDone(JOBS_END_WITHIN)
    _let_go()
    left = [
        *(f"window {w!r}" for w in _windows() - windows),
        *(f"timer {t!r} of {t.parent()!r}" for t in _timers() - timers),
        *(f"thread {t.name}" for t in set(threading.enumerate()) - threads if not _is_qts(t)),
        *(f"{pool.activeThreadCount()} jobs" for _ in range(1) if pool.activeThreadCount()),
        *(f"thread {t!r}" for t in _of_type(QThread) if t.isRunning() and t != qapp.thread()),
    ]
    # What is left is for good, as what was imported only now: no need to look through it again.
    gc.freeze()
    assert not left, f"left over: {left}"


def _let_go() -> None:
    """Let Qt and Python destroy what nobody holds any more; deletion may post further deletion."""
    for _ in range(2):
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _windows() -> set[QWidget]:
    return {w for w in QApplication.topLevelWidgets() if shiboken6.isValid(w)}


def _timers() -> set[QTimer]:
    return {t for t in _of_type(QTimer) if t.isActive()}


def _of_type(kind: type[_T]) -> list[_T]:
    return [o for o in gc.get_objects() if isinstance(o, kind) and shiboken6.isValid(o)]


def _is_qts(thread: threading.Thread) -> bool:
    """Whether Python made up a record for a thread that Qt's pool owns and keeps for later."""
    return isinstance(thread, threading._DummyThread)
