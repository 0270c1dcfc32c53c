"""Prints the longest time that the window stands still while 10,000 notes are listed and changed.

Run by hand: `python tests/bench/bench_annotations.py`. Figures are milliseconds of the longest turn
of the event loop, so they grow when the machine is busy; the most that a turn took of the
processor, on the window's own thread, stands beside them.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from reader.core.comparison import Comparison
from reader.places import find
from reader.ui.appearance import Appearance
from reader.ui.commands.projects import ProjectCommands
from reader.ui.commands.reading import ReadingCommands
from reader.ui.panels.annotations.panel import AnnotationsPanel
from reader.ui.session import Session
from reader.ui.settings import Settings
from tests.bench.bench_store import fill


def nothing(*_: object, **__: object) -> Comparison:
    """The texts of the bench have nothing in common: comparing them is another bench's matter."""
    return Comparison((), (), (), (), ())


class Watch:
    """Measures how long each turn of the event loop takes."""

    def __init__(self) -> None:
        self.longest = self.worked = 0.0
        self._last, self._last_worked = time.perf_counter(), time.thread_time()
        self._timer = QTimer()
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    def _turn(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, now - self._last)
        self.worked = max(self.worked, worked - self._last_worked)
        self._last, self._last_worked = now, worked

    def over(self, what: str, do: Callable[[], object], seconds: float = 1.5) -> None:
        """Does something from the event loop and prints its longest turn."""
        self._spin(0.2)
        self.longest = self.worked = 0.0
        QTimer.singleShot(0, do)
        self._spin(seconds)
        worked = f"{self.worked * 1000:7.0f} ms CPU"
        print(f"{what:42} {self.longest * 1000:7.0f} ms {worked}", flush=True)

    def _spin(self, seconds: float) -> None:
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()


def main() -> None:
    """Makes the project, then does with the panel what a person does."""
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.reader"
        fill(path)
        session = Session(Settings(Path(folder) / "settings.json"), nothing)
        appearance = Appearance(find().resources, session.settings)
        appearance.choose("light")
        panel = AnnotationsPanel(session, appearance)
        panel.resize(1200, 300)
        panel.show()
        projects = ProjectCommands(session, path.parent, panel)
        _measure(Watch(), session, panel, projects, path)
        projects.finish()
        session.close()
    del app


def _measure(
    watch: Watch, session: Session, panel: AnnotationsPanel, projects: ProjectCommands, path: Path
) -> None:
    bar, notes = panel.bar, session.notes

    def search(text: str) -> Callable[[], None]:
        def do() -> None:
            bar.search.setText(text)
            bar.search.returnPressed.emit()

        return do

    watch.over("open the project", lambda: projects.open(path), 4)
    watch.over("filter by a tag", lambda: bar.tag.setCurrentIndex(2))
    watch.over("filter off", lambda: bar.tag.setCurrentIndex(0))
    for number, what in ((1, "tag"), (2, "rating"), (0, "article")):
        watch.over(f"group by {what}", lambda to=number: bar.grouping.setCurrentIndex(to))
    some = notes.annotations
    watch.over("search a word", search(some[77].note.split()[3]))
    watch.over("search two letters", search("éü"), 3)
    watch.over("search off", search(""))
    tag = notes.tags[3].id
    undo = ReadingCommands(session, panel).handlers()["edit.undo"]
    watch.over("tag one note", lambda: notes.set_tags(some[5_000].id, (tag,)))
    watch.over("undo", undo)
    watch.over("tag 1,000 notes", lambda: panel.bulk.tag(some[2000:3000], tag, on=True), 4)
    watch.over("undo that", undo, 4)
    watch.over("delete 1,000 notes", lambda: panel.bulk.remove(some[2000:3000]), 4)
    watch.over("undo that", undo, 4)
    other = path.with_name("colleague.reader")
    session.stories.project.save_copy(other)
    session.stories.project.annotations.remove([one.id for one in some[4000:4500]])
    watch.over("merge a copy of it", lambda: projects.merge_from(other), 10)
    watch.over("undo that", undo, 8)


if __name__ == "__main__":
    main()
