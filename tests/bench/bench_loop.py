"""The longest times in which the window cannot answer, by what a person does, and frame times.

Run by hand: `python -m tests.bench.bench_loop [--texts five long] [--runs N]`. Drives the whole
window offscreen over the five bundled articles and over two texts of 100,000 words, and prints for
each act the longest turn of the event loop in milliseconds, median and worst of all runs, by three
clocks: `worked`, the processor time of the GUI thread; `alone`, the time on the clock but for what
the thread waited for a processor that other programs had, as on a machine that does nothing else
(it counts waiting for the comparison, which runs in the same interpreter); and `clock`. On a busy
machine the last says little about the program.

Then come the longest of all, and frames while scrolling: a step of the text and painting what is on
the board, beside plain QTextBrowsers of the same texts, in processor time and as a ratio. Last is
what those browsers take to be filled and shown: the least that Qt asks for.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reader import places
from reader.app import SWITCH_INTERVAL, build
from reader.core.text.source import Source
from reader.core.text.span import Span
from reader.importers.bundled import read_bundled
from reader.store.project import Project
from reader.ui.collecting import Collector
from reader.ui.session import Session
from reader.ui.window import Window
from tests.bench.bench_board import frames, long_text, plain

WITHIN_S = 300.0
SIZE = (1920, 1080)
SCROLLED_AFTER = "open, compare, mark"
QUIET_S = 0.4
"""How long nothing is under way before an act counts as over: details come after the columns."""


@dataclass(frozen=True, slots=True)
class Turn:
    """How long one turn, or the longest of several by each clock, took in milliseconds."""

    worked: float = 0.0
    alone: float = 0.0
    clock: float = 0.0

    def or_longer(self, other: Turn) -> Turn:
        return Turn(
            max(self.worked, other.worked),
            max(self.alone, other.alone),
            max(self.clock, other.clock),
        )


class Gauge:
    """Tells how long something took this thread, by every clock.

    How long a thread waited for a processor is told by Linux alone; elsewhere it counts as none.
    """

    def __init__(self) -> None:
        told = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
        self._waits = told.open("rb", buffering=0) if told.exists() else None
        self._from = self._now()

    def restart(self) -> None:
        self._from = self._now()

    def taken(self) -> Turn:
        """Since the last `restart`."""
        worked, waited, clock = (b - a for a, b in zip(self._from, self._now(), strict=True))
        return Turn(worked, clock - waited, clock)

    def close(self) -> None:
        if self._waits is not None:
            self._waits.close()

    def _now(self) -> tuple[float, float, float]:
        """Processor time, waiting for a processor and the clock, in milliseconds."""
        waited = 0.0
        if self._waits is not None:
            self._waits.seek(0)
            waited = int(self._waits.read().split()[1]) / 1e6
        return time.thread_time() * 1000, waited, time.perf_counter() * 1000


class Watch:
    """Measures turns of the event loop until nothing is under way."""

    def __init__(self, busy: Callable[[], bool]) -> None:
        self._busy = busy

    def longest(self, act: Callable[[], object]) -> Turn:
        """Carry out an act in a turn of its own; the longest turn until all it brought is over."""
        loop, tick, gauge = QEventLoop(), QTimer(), Gauge()
        tick.setInterval(0)
        begun = quiet = time.perf_counter()
        longest = Turn()

        def turn() -> None:
            nonlocal quiet, longest
            longest = longest.or_longer(gauge.taken())
            now = time.perf_counter()
            quiet = now if self._busy() else quiet
            if now - quiet > QUIET_S or now - begun > WITHIN_S:
                loop.quit()
            gauge.restart()

        tick.timeout.connect(turn)
        QTimer.singleShot(0, act)
        gauge.restart()
        tick.start()
        loop.exec()
        tick.stop()
        gauge.close()
        return longest


def acts(window: Window, session: Session, path: Path) -> list[tuple[str, Callable[[], object]]]:
    """What is done, in this order."""
    board, passages = session.board, session.passages

    def first() -> QWidget:
        return next(iter(window.board.frames.values())).column

    def look_for(words: str) -> Callable[[], object]:
        return lambda: window.board.find_bar.line.setText(words)

    def to_the_middle() -> None:
        frame = next(iter(window.board.frames.values()))
        frame.overview.height_wanted.emit(frame.column.height_of_text * 0.6)

    def note() -> None:
        frame = next(iter(window.board.frames.values()))
        frame.column.select(Span(600, 660))
        session.notes.annotate([(board.columns[0], Span(600, 660))])

    def press(key: Qt.Key) -> Callable[[], object]:
        return lambda: QTest.keyClick(first(), key, Qt.KeyboardModifier.ControlModifier)

    return [
        ("open, compare, mark", lambda: window.projects.open(path)),
        ("next passage", passages.next),
        ("next passage again", passages.next),
        ("next in the text", lambda: passages.next_in_text(1)),
        ("open find", window.board.open_find),
        ("find 'the'", look_for("the")),
        ("next hit", window.board.find_next),
        ("close find", window.board.close_find),
        ("overview, to the middle", to_the_middle),
        ("zoom in", lambda: board.zoom_by(1)),
        ("zoom out", lambda: board.zoom_by(-1)),
        ("narrower window", lambda: window.resize(1500, 1000)),
        ("wider window", lambda: window.resize(1920, 1080)),
        ("shorter lines", lambda: board.set_measure(60)),
        ("paragraph numbers", lambda: board.set_numbers(not board.numbers)),
        ("fold furniture", lambda: board.set_folded(not board.folded)),
        ("to the end", press(Qt.Key.Key_End)),
        ("to the beginning", press(Qt.Key.Key_Home)),
        ("possible links too", window.actions_by_id["view.possible"].trigger),
        ("another base", lambda: board.set_base(board.columns[1])),
        ("move a column", lambda: board.move(board.columns[0], 1)),
        ("note on a selection", note),
        ("undo", session.undoing.undo),
        ("dark theme", lambda: window.appearance.choose("dark")),
        ("light theme", lambda: window.appearance.choose("light")),
        ("compare again", session.comparing.again),
        ("take a column off", lambda: board.hide(board.columns[0])),
    ]


def run(texts: Sequence[Source], found: dict[str, list[Turn]]) -> list[float]:
    """One run through all acts with an empty folder for the person's files; frame times."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["SOURCE_READER_HOME"] = home
        path = Path(home) / "bench.reader"
        project = Project.create(path)
        project.articles.add(project.stories.add("bench").id, texts)
        project.close()
        window, session = build(places.find())
        collector = Collector()
        collector.watch(session.comparing)

        def busy() -> bool:
            opening = window.projects.opening.running or session.changing.running
            finding = window.board.finding.busy
            return session.comparing.running or opening or finding or not window.board.is_settled

        window.resize(*SIZE)
        window.show()
        window.docks["details"].show()
        watch = Watch(busy)
        watch.longest(lambda: None)
        scrolled: list[float] = []
        for name, act in acts(window, session, path):
            found.setdefault(name, []).append(watch.longest(act))
            if name == SCROLLED_AFTER:
                first = next(iter(window.board.frames.values())).column
                scrolled = frames(window.board.desk, first.scroll_to)
        window.close()
        collector.stop()
        window.deleteLater()
    return scrolled


def plainly(texts: Sequence[Source]) -> tuple[float, list[float]]:
    """Processor time that plain views of the texts take to be filled and shown, and their frames,
    in milliseconds.
    """
    begun = time.thread_time()
    desk, browsers = plain(texts, SIZE)
    for browser in browsers:
        browser.document().size()
    taken = (time.thread_time() - begun) * 1000

    def scroll(height: int) -> None:
        for browser in browsers:
            browser.verticalScrollBar().setValue(height)

    bare = frames(desk, scroll)
    desk.close()
    desk.deleteLater()
    return taken, bare


def measure(title: str, texts: Sequence[Source], runs: int) -> None:
    found: dict[str, list[Turn]] = {}
    scrolled: list[float] = []
    for _ in range(runs):
        scrolled += run(texts, found)
    print(f"{title}, {runs} runs: longest turn of the event loop, ms")
    heads = ("worked p50", "alone p50", "clock p50")
    print(f"  {'':26}" + "".join(f"{head:>11}{'max':>6}" for head in heads))
    longest = Turn()
    for name, turns in found.items():
        print(f"  {name:26}", end="")
        for told in zip(*((t.worked, t.alone, t.clock) for t in turns), strict=True):
            print(f"{statistics.median(told):11.0f}{max(told):6.0f}", end="")
        print()
        longest = reduce(Turn.or_longer, turns, longest)
    print(f"  {'the longest of all':26}", end="")
    print("".join(f"{at:17.0f}" for at in (longest.worked, longest.alone, longest.clock)))
    filled, bare = plainly(texts)
    for name, taken in (("board", scrolled), ("plain QTextBrowsers", bare)):
        print(f"  a frame while scrolling, {name}: {statistics.median(taken):.1f}", end="")
        print(f" ms, worst {max(taken):.1f}")
    ratio = statistics.median(scrolled) / max(statistics.median(bare), 1e-6)
    print(f"  board to plain, median to median: {ratio:.1f}")
    print(f"  plain QTextBrowsers filled and shown: {filled:.0f} ms worked")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--texts", nargs="+", choices=("five", "long"), default=["five", "long"])
    parser.add_argument("--runs", type=int, default=3)
    chosen = parser.parse_args()
    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    sys.setswitchinterval(SWITCH_INTERVAL)
    if "five" in chosen.texts:
        bundled = [article.source for article in read_bundled(places.find().corpus).articles]
        measure("five bundled articles", bundled, chosen.runs)
    if "long" in chosen.texts:
        measure("two texts of 100,000 words", [long_text(1), long_text(2)], chosen.runs)


if __name__ == "__main__":
    main()
