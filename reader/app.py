"""The composition root: the only place that builds everything."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from reader import __version__, places
from reader.core.errors import ReaderError
from reader.ui.appearance import Appearance
from reader.ui.collecting import Collector
from reader.ui.commands.beginning import make_first_project
from reader.ui.commands.projects import SUFFIX
from reader.ui.dialogs.crash import CrashDialog, crash_report, write_crash_log
from reader.ui.engine import Engine
from reader.ui.identity import person_of
from reader.ui.session import Session
from reader.ui.settings import Settings
from reader.ui.window import Window

SWITCH_INTERVAL = 0.0005
"""Seconds; a tenth of Python's own. Measured by tests/bench/bench_board.py: it halves the longest
time in which the window cannot answer while a comparison runs."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the reader on a project, on texts, or on the default project; the exit code."""
    named = [Path(a) for a in (sys.argv[1:] if arguments is None else arguments)]
    # The comparison runs in this interpreter too: let the window have its turn often.
    sys.setswitchinterval(SWITCH_INTERVAL)
    app = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(app, QApplication)
    collector = Collector(app)
    app.setApplicationName("Source Reader")
    app.setApplicationVersion(__version__)
    app.setStyle("Fusion")
    here = places.find()
    app.setWindowIcon(QIcon(str(here.resources / "icons" / "app.svg")))
    window, session = build(here)
    catch_faults(here.logs, window)
    session.comparing.failed.connect(_raise_fault)
    signal.signal(signal.SIGINT, lambda *_: window.close())
    collector.watch(session.comparing)
    begin(window, session, here, named)
    window.show()
    code = app.exec()
    collector.stop()
    return code


def build(here: places.Places) -> tuple[Window, Session]:
    """The window with everything in it, with no project yet; needs a QApplication."""
    settings = Settings(here.settings)
    appearance = Appearance(here.resources, settings)
    appearance.apply()
    session = Session(settings, Engine(here.vectors))
    window = Window(session, appearance, here)
    session.setParent(window)
    appearance.setParent(window)
    return window, session


def begin(window: Window, session: Session, here: places.Places, named: list[Path]) -> None:
    """Begin to put on the desk what was asked for; the project last open where nothing was."""
    projects = [p for p in named if p.suffix == SUFFIX]
    texts = [p for p in named if p.suffix != SUFFIX]
    then = partial(_lay_out, window, session, texts)
    if projects:
        window.projects.open(projects[0], then=then)
    else:
        _open_last(window, session, here, then)


def _lay_out(window: Window, session: Session, texts: list[Path]) -> None:
    """What follows when the project is there: texts that were named become a story to look at."""
    if texts:
        names = " and ".join(p.name for p in texts[:2]) + (" …" if len(texts) > 2 else "")
        session.stories.add(names, kept=False)
        window.texts.add_paths(texts)
    window.board.focus_column()


def _open_last(
    window: Window, session: Session, here: places.Places, then: Callable[[], None]
) -> None:
    """The project last open; one's own with a sentence that says why, where that cannot be."""

    def instead(why: str) -> None:
        def tell() -> None:
            then()
            window.telling.from_now_on(f"{why} This is “{here.default_project.name}” instead.")

        _open_default(window, session, here, tell)

    last = next(iter(window.projects.known), here.default_project)
    if last == here.default_project:
        _open_default(window, session, here, then)
    elif not last.exists():
        instead(f"“{last.name}”, which was open last, is no longer in {last.parent}.")
    else:
        window.projects.open(
            last,
            then=then,
            instead=lambda problem: instead(f"What was open last cannot be: {problem.title}"),
        )


def _open_default(
    window: Window, session: Session, here: places.Places, then: Callable[[], None]
) -> None:
    """The default project, made with the bundled story at the first start."""
    path = here.default_project
    if path.exists():
        window.projects.open(path, then=then)
        return
    person = person_of(session.settings)
    window.projects.make(
        path, lambda made: make_first_project(made, here.corpus, person), then=then
    )


def catch_faults(logs: Path, window: Window) -> None:
    """Our own mistakes reach a dialog that can copy its report, and a log; never a silent end."""
    showing: list[CrashDialog] = []

    def hook(
        kind: type[BaseException], problem: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(problem, ReaderError):
            window.show_problem(problem)
            return
        report = crash_report(kind, problem, trace)
        log = write_crash_log(logs, report)
        sys.stderr.write(report)
        if not showing:  # one fault may bring another: one dialog at a time
            showing.append(CrashDialog(report, log, window))
            showing[0].exec()
            showing.clear()

    sys.excepthook = hook


def _raise_fault(problem: object) -> None:
    """A worker's exception, shown where faults are caught."""
    if isinstance(problem, BaseException):
        sys.excepthook(type(problem), problem, problem.__traceback__)
