"""The longest times in which the window cannot answer, by what a person does in it.

Run by hand: `python -m tests.bench.bench_loop [--texts five long] [--runs N]`. Drives the whole
window offscreen over the five bundled articles and over two texts of 100,000 words, and prints for
each act the longest turn of the event loop: median and worst of all runs in milliseconds of
processor time of the GUI thread, beside milliseconds on the clock. On a busy machine only the first
say something about the program. Last comes what one `setPlainText` of the same texts takes in plain
text views that are then shown: the least that Qt asks for.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QTextEdit, QWidget

from reader import places
from reader.app import SWITCH_INTERVAL, build
from reader.core.text.source import Source
from reader.core.text.span import Span
from reader.importers.bundled import read_bundled
from reader.store.project import Project
from reader.ui.collecting import Collector
from reader.ui.session import Session
from reader.ui.window import Window
from tests.bench.bench_board import long_text

WITHIN_S = 300.0
QUIET_S = 0.4
"""How long nothing is under way before an act counts as over: details come after the columns."""


@dataclass(slots=True)
class Turns:
    """Longest turn of each run of one act, in milliseconds."""

    worked: list[float] = field(default_factory=list[float])
    waited: list[float] = field(default_factory=list[float])


class Watch:
    """Measures turns of the event loop until nothing is under way."""

    def __init__(self, busy: Callable[[], bool]) -> None:
        self._busy = busy

    def longest(self, act: Callable[[], object]) -> tuple[float, float]:
        """Carry out an act in a turn of its own; processor and clock time of the longest turn."""
        loop, tick = QEventLoop(), QTimer()
        tick.setInterval(0)
        begun = last = time.perf_counter()
        spent = time.thread_time()
        quiet = begun
        worked = waited = 0.0

        def turn() -> None:
            nonlocal last, spent, quiet, worked, waited
            now = time.perf_counter()
            worked = max(worked, (time.thread_time() - spent) * 1000)
            waited = max(waited, (now - last) * 1000)
            quiet = now if self._busy() else quiet
            if now - quiet > QUIET_S or now - begun > WITHIN_S:
                loop.quit()
            last, spent = time.perf_counter(), time.thread_time()

        tick.timeout.connect(turn)
        QTimer.singleShot(0, act)
        tick.start()
        loop.exec()
        tick.stop()
        return worked, waited


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


def run(texts: Sequence[Source], found: dict[str, Turns]) -> None:
    """One run through all acts with an empty folder for the person's files."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["SOURCE_READER_HOME"] = home
        path = Path(home) / "bench.reader"
        project = Project.create(path)
        project.articles.add(project.stories.add("bench").id, texts)
        project.close()
        window, session = build(places.find())
        collector = Collector(session)

        def busy() -> bool:
            finding = window.board.finding.busy
            return session.comparing.running or finding or not window.board.is_settled

        window.resize(1920, 1080)
        window.show()
        window.docks["details"].show()
        watch = Watch(busy)
        watch.longest(lambda: None)
        for name, act in acts(window, session, path):
            worked, waited = watch.longest(act)
            turns = found.setdefault(name, Turns())
            turns.worked.append(worked)
            turns.waited.append(waited)
        window.close()
        collector.stop()
        window.deleteLater()


def plain(texts: Sequence[Source]) -> float:
    """Milliseconds of processor time that plain views of the texts take to be filled and shown."""
    desk = QWidget()
    across = QHBoxLayout(desk)
    views = [QTextEdit(desk) for _ in texts]
    for view in views:
        across.addWidget(view)
    desk.resize(1920, 1080)
    begun = time.thread_time()
    for view, source in zip(views, texts, strict=True):
        view.setPlainText(source.article.text)
    desk.show()
    QApplication.processEvents()
    for view in views:
        view.document().size()
    taken = (time.thread_time() - begun) * 1000
    desk.close()
    desk.deleteLater()
    return taken


def measure(title: str, texts: Sequence[Source], runs: int) -> None:
    found: dict[str, Turns] = {}
    for _ in range(runs):
        run(texts, found)
    print(f"{title}, {runs} runs: longest turn of the event loop, ms")
    print(f"  {'':26}{'worked p50':>11}{'max':>6}{'clock p50':>11}{'max':>6}")
    for name, turns in found.items():
        told = (
            statistics.median(turns.worked),
            max(turns.worked),
            statistics.median(turns.waited),
            max(turns.waited),
        )
        print(f"  {name:26}{told[0]:11.0f}{told[1]:6.0f}{told[2]:11.0f}{told[3]:6.0f}")
    print(f"  {'setPlainText, for scale':26}{plain(texts):11.0f}")


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
