"""How long from the start of the process to the five articles on screen with their marks.

    python -m tests.bench.bench_start [RUNS]

Beside it, in turn, a bare PySide6 window that shows one label: the ratio is what counts, since
machines differ. Each run is a process of its own with an empty folder for the person's files,
once for the first start (which makes the project) and once for every later one. Peak memory is
the largest resident set of the process.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable

BARE = "bare window"
FIRST = "first start"
LATER = "later start"


def bare() -> None:
    """One label in a window, then out."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QLabel

    app = QApplication([])
    label = QLabel("A bare window")
    label.show()
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, app.quit))
    app.exec()
    tell()


def reader() -> None:
    """The reader itself; out after the first paint that follows the comparison."""
    from PySide6.QtCore import QTimer

    from reader import app as composition
    from reader.ui.session import Session

    built = Session.__init__

    def watched(self: Session, *given: object, **named: object) -> None:
        built(self, *given, **named)  # pyright: ignore[reportArgumentType]
        self.comparing.comparison_changed.connect(lambda: shown(self))

    def shown(session: Session) -> None:
        if session.comparing.comparison is not None:
            # The marks are painted by the events that this answer has queued.
            QTimer.singleShot(0, lambda: QTimer.singleShot(0, finish))

    def finish() -> None:
        tell()
        os._exit(0)

    Session.__init__ = watched  # pyright: ignore[reportAttributeAccessIssue]
    composition.main([])


def tell() -> None:
    started = float(os.environ["BENCH_STARTED"])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{time.time() - started} {peak}\n")
    sys.stdout.flush()


def measure(what: str, home: str) -> tuple[float, float]:
    """Seconds and peak MiB of one process."""
    environment = os.environ | {
        "BENCH_STARTED": str(time.time()),
        "SOURCE_READER_HOME": home,
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
    }
    child = "bare" if what == BARE else "reader"
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.bench_start", "--child", child],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    seconds, peak = done.stdout.split()[-2:]
    return float(seconds), float(peak)


def main() -> None:
    children: dict[str, Callable[[], None]] = {"bare": bare, "reader": reader}
    if sys.argv[1:2] == ["--child"]:
        children[sys.argv[2]]()
        return
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    found: dict[str, list[tuple[float, float]]] = {BARE: [], FIRST: [], LATER: []}
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as home:
            for what in found:
                found[what].append(measure(what, home))
    base = statistics.median(s for s, _ in found[BARE])
    for what, figures in found.items():
        seconds = statistics.median(s for s, _ in figures)
        peak = statistics.median(p for _, p in figures)
        print(f"{what:12} {seconds:6.2f} s  x{seconds / base:4.1f}  {peak:5.0f} MiB")


if __name__ == "__main__":
    main()
