"""Frame times of the board while scrolling, and the longest block of the event loop when opening.

Run by hand: `python -m tests.bench.bench_board`. Prints ratios to a plain QTextBrowser that shows
the same texts, measured in the same process, since seconds say more about the machine.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QTextBrowser, QTextEdit, QWidget

from reader import places
from reader.app import SWITCH_INTERVAL
from reader.core.compare import compare
from reader.core.text.article import Article
from reader.core.text.source import Source
from reader.importers.bundled import read_bundled
from reader.store.project import Project
from reader.ui.appearance import Appearance
from reader.ui.collecting import Collector
from reader.ui.columns.board import BoardView
from reader.ui.session import Session
from reader.ui.settings import Settings

FRAMES = 120
STEP = 60
"""Pixels from one frame to the next."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A board that shows texts, with what has to be closed, and how opening went (milliseconds)."""

    session: Session
    view: BoardView
    at_once: float
    """How long the call that opens the project takes, store and all listeners."""
    longest_block: float
    """Between two turns of the event loop from then on, until all marks are there."""
    until_settled: float


def spin(done: Callable[[], bool], within: float = 600.0) -> float:
    """Run the event loop until `done`; the longest time between two turns of it, in ms."""
    longest = 0.0
    end = time.perf_counter() + within
    loop = QEventLoop()
    tick = QTimer()
    tick.setInterval(0)
    last = time.perf_counter()

    def turn() -> None:
        nonlocal longest, last
        now = time.perf_counter()
        longest = max(longest, (now - last) * 1000)
        if done() or now > end:
            loop.quit()
        last = time.perf_counter()

    tick.timeout.connect(turn)
    tick.start()
    loop.exec()
    return longest


def open_board(texts: Sequence[Source], folder: Path, size: tuple[int, int]) -> Opened:
    here = places.find()
    settings = Settings(folder / "settings.json")
    appearance = Appearance(here.resources, settings)
    appearance.apply()
    path = folder / "bench.reader"
    project = Project.create(path)
    project.articles.add(project.stories.add("bench").id, texts)
    project.close()
    session = Session(settings, compare)
    view = BoardView(session, appearance)
    Collector(view).watch(session.comparing)
    view.resize(*size)
    view.show()
    spin(lambda: True)
    begun = time.perf_counter()
    session.stories.open(Project.open(path))
    at_once = (time.perf_counter() - begun) * 1000

    def compared() -> bool:
        return session.comparing.comparison is not None and view.is_settled

    first = spin(lambda: view.is_settled)
    settled = (time.perf_counter() - begun) * 1000
    return Opened(session, view, at_once, max(first, spin(compared)), settled)


def frames(widget: QWidget, scroll: Callable[[int], None]) -> list[float]:
    """Each frame, in milliseconds of processor time: a step of scrolling, and painting it all."""
    taken: list[float] = []
    for number in range(FRAMES):
        begun = time.thread_time()
        scroll(number * STEP)
        widget.repaint()
        QApplication.processEvents()
        taken.append((time.thread_time() - begun) * 1000)
    return taken


def plain(texts: Sequence[Source], size: tuple[int, int]) -> tuple[QWidget, list[QTextBrowser]]:
    desk = QWidget()
    across = QHBoxLayout(desk)
    browsers = [QTextBrowser(desk) for _ in texts]
    for browser, source in zip(browsers, texts, strict=True):
        browser.setPlainText(source.article.text)
        browser.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)
        across.addWidget(browser)
    desk.resize(*size)
    desk.show()
    spin(lambda: True)
    return desk, browsers


def measure(title: str, texts: Sequence[Source], size: tuple[int, int]) -> None:
    with tempfile.TemporaryDirectory() as name:
        opened = open_board(texts, Path(name), size)
        first = next(iter(opened.view.frames.values())).column
        board = frames(opened.view.desk, first.scroll_to)
        passages = opened.session.passages
        begun = time.perf_counter()
        passages.next()
        stepped = (time.perf_counter() - begun) * 1000
        opened.view.stop()
        opened.session.close()
        opened.view.deleteLater()
    desk, browsers = plain(texts, size)

    def scroll(height: int) -> None:
        for browser in browsers:
            browser.verticalScrollBar().setValue(height)

    bare = frames(desk, scroll)
    desk.deleteLater()
    ratio = statistics.median(board) / max(statistics.median(bare), 1e-6)
    print(title)
    print(
        f"  frame, median and worst: board {statistics.median(board):.1f} {max(board):.1f} ms,",
        end="",
    )
    print(f" plain {statistics.median(bare):.1f} {max(bare):.1f} ms, ratio {ratio:.1f}")
    print(
        f"  opening: {opened.at_once:.0f} ms at once, then no block of the event loop over", end=""
    )
    print(
        f" {opened.longest_block:.0f} ms, all text set after {opened.until_settled:.0f} ms;", end=""
    )
    print(f" next passage {stepped:.0f} ms")


def long_text(seed: int, words: int = 100_000) -> Source:
    """Sentences of made-up words, some of which two seeds share."""
    own, common = random.Random(seed), random.Random(0)
    stock = [
        "".join(common.choices("abcdefghilmnoprstu", k=common.randint(2, 9))) for _ in range(6000)
    ]
    shared = [" ".join(common.choices(stock, k=14)).capitalize() + "." for _ in range(400)]
    lines: list[str] = []
    count = 0
    while count < words:
        sentences = [
            own.choice(shared)
            if own.random() < 0.15
            else " ".join(own.choices(stock, k=own.randint(8, 24))).capitalize() + "."
            for _ in range(own.randint(2, 6))
        ]
        lines.append(" ".join(sentences))
        count += sum(sentence.count(" ") + 1 for sentence in sentences)
    text = "\n\n".join(lines)
    return Source(Article(f"long {seed}", text, title=f"Long text {seed}"), text.encode(), "utf-8")


def main() -> None:
    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    sys.setswitchinterval(SWITCH_INTERVAL)
    bundled = [article.source for article in read_bundled(places.find().corpus).articles]
    measure("five bundled articles, 1920x1080", bundled, (1920, 1080))
    measure("two texts of 100,000 words, 1280x720", [long_text(1), long_text(2)], (1280, 720))


if __name__ == "__main__":
    main()
