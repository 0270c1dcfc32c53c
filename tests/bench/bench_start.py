"""How long from the start of the process to the five articles on screen with their marks.

    python -m tests.bench.bench_start [RUNS]

Beside it, in turn, a bare PySide6 window that shows one label: the ratio is what counts, since
machines differ. Each run is a process of its own with an empty folder for the person's files: the
first start makes the project, later ones open it. All of them find the bytecode that an earlier run
has left, as an installed program does; 'not compiled' is a later start that finds none and leaves
none. Of the later start every phase is told, in seconds on the clock and of the processor: a busy
machine stretches the first alone. Peak memory is the largest resident set of the process.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from reader.places import Places
    from reader.ui.session import Session
    from reader.ui.window import Window

BARE = "bare window"
FIRST = "first start"
LATER = "later start"
UNCOMPILED = "not compiled"
SHOWN = "marks painted"
_ENDED = "ended"

_R = TypeVar("_R")


@dataclass(frozen=True, slots=True)
class Moment:
    """The end of a phase: seconds since the process was started, on the clock and of its own."""

    phase: str
    seconds: float
    worked: float
    peak: float
    """MiB held at most until then."""


def reached(phase: str) -> None:
    """Tell, in the child, that a phase has ended."""
    since = time.time() - float(os.environ["BENCH_STARTED"])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"moment\t{phase}\t{since}\t{time.process_time()}\t{peak}\n")
    sys.stdout.flush()


def then(phase: str, work: Callable[..., _R]) -> Callable[..., _R]:
    """The same work, which tells of its first end."""
    told: list[str] = []

    def working(*given: object, **named: object) -> _R:
        answer = work(*given, **named)
        if not told:
            told.append(phase)
            reached(phase)
        return answer

    return working


def bare() -> None:
    """One label in a window, then out."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QLabel

    app = QApplication([])
    label = QLabel("A bare window")
    label.show()
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, app.quit))
    app.exec()
    reached(_ENDED)


def reader() -> None:
    """The reader itself; out after the first paint that follows the comparison."""
    reached("interpreter up")
    from reader import __main__ as entry

    load = entry.load_window

    def load_watched() -> Callable[[Sequence[str]], int]:
        opening = load()
        reached("program loaded")
        watch()
        return opening

    entry.load_window = load_watched
    entry.main([])


def watch() -> None:
    """Have the loaded program tell of its phases."""
    from PySide6.QtCore import QTimer

    from reader import app as composition
    from reader.ui.columns.text.sheet import Sheet

    build = then("window built", composition.build)

    def build_watched(here: Places) -> tuple[Window, Session]:
        window, session = build(here)
        session.comparing.comparison_changed.connect(lambda: shown(session))
        return window, session

    def shown(session: Session) -> None:
        if session.comparing.comparison is not None:
            reached("compared")
            # The marks are painted by the events that this answer has queued.
            QTimer.singleShot(0, lambda: QTimer.singleShot(0, finish))

    def finish() -> None:
        reached(SHOWN)
        os._exit(0)

    composition.build = build_watched
    Sheet.paintEvent = then("a text painted", Sheet.paintEvent)


def measure(what: str, home: str, bytecode: str) -> list[Moment]:
    """The phases of one process."""
    environment = os.environ | {
        "SOURCE_READER_HOME": home,
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "PYTHONPYCACHEPREFIX": bytecode,
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if what == UNCOMPILED:
        environment |= {"PYTHONPYCACHEPREFIX": f"{home}/none", "PYTHONDONTWRITEBYTECODE": "1"}
    child = "bare" if what == BARE else "reader"
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.bench_start", "--child", child],
        env=environment | {"BENCH_STARTED": str(time.time())},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    told = [line.split("\t")[1:] for line in done.stdout.splitlines() if line.startswith("moment")]
    return [Moment(phase, *map(float, figures)) for phase, *figures in told]


def _median(moments: list[Moment]) -> Moment:
    return Moment(
        moments[0].phase,
        statistics.median(one.seconds for one in moments),
        statistics.median(one.worked for one in moments),
        statistics.median(one.peak for one in moments),
    )


def _print(name: str, found: Moment, base: Moment) -> None:
    print(
        f"{name:20} {found.seconds:6.2f} s  x{found.seconds / base.seconds:4.1f}"
        f"   processor {found.worked:5.2f} s  x{found.worked / base.worked:4.1f}"
        f" {found.peak:6.0f} MiB"
    )


def main() -> None:
    children: dict[str, Callable[[], None]] = {"bare": bare, "reader": reader}
    if sys.argv[1:2] == ["--child"]:
        children[sys.argv[2]]()
        return
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    found: dict[str, list[list[Moment]]] = {BARE: [], FIRST: [], LATER: [], UNCOMPILED: []}
    with tempfile.TemporaryDirectory() as bytecode:
        for what in (BARE, FIRST):
            with tempfile.TemporaryDirectory() as home:
                measure(what, home, bytecode)  # leaves the bytecode
        for _ in range(runs):
            with tempfile.TemporaryDirectory() as home:
                for what, processes in found.items():
                    processes.append(measure(what, home, bytecode))
    base = _median([process[-1] for process in found[BARE]])
    for what, processes in found.items():
        _print(what, _median([process[-1] for process in processes]), base)
    print(f"\n{LATER}, phase by phase")
    for one in found[LATER][0]:
        same = [m for process in found[LATER] for m in process if m.phase == one.phase]
        _print(f"  {one.phase}", _median(same), base)


if __name__ == "__main__":
    main()
