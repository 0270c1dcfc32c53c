"""Changes of the project: few rows at once, many on a worker's thread, watched and given up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, Signal

from reader.core.errors import ReaderError
from reader.core.pace import Cancelled, Pace
from reader.store.annotation_reader import News
from reader.store.errors import busy
from reader.store.project import Project, SameProject
from reader.ui.jobs import Asking
from reader.ui.session.stories import Stories

_T = TypeVar("_T")
Change = Callable[[Project, Pace], _T]
"""Changes a project; runs on any thread, so it touches no widget and keeps nothing of Qt's."""

FEW: Final = 100
"""Up to so many rows are written in a few hundredths of a second: then nobody need wait."""


class Changing(QObject):
    """Makes one change at a time, whole or not at all; the window goes on meanwhile.

    A long change has a connection of its own. Until it is done the project can be read as it was,
    and other changes are refused with a sentence that says why: they would wait for its lock. A
    project that is closed gives its change up first, so nothing is ever brought into another one.
    """

    changed = Signal()
    """The project has changed: what is shown of it must be read again."""
    running_changed = Signal(bool)
    progressed = Signal(float)
    problem = Signal(object)
    """A ReaderError to show once; nothing was changed."""
    failed = Signal(object)
    """A mistake of ours that ended a change; nothing was changed."""
    said = Signal(str)

    def __init__(self, stories: Stories, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stories = stories
        self._doing = ""
        self._done: Callable[[Any], object] = _nothing
        self._asking = Asking(self)
        self._asking.answered.connect(self._on_answered)
        self._asking.failed.connect(self.failed)
        self._asking.progressed.connect(self.progressed)
        self._asking.running_changed.connect(self._on_running)
        stories.project_closing.connect(self.finish)

    @property
    def running(self) -> bool:
        return self._asking.running

    @property
    def doing(self) -> str:
        """What is being done, as a sentence."""
        return self._doing

    def make(
        self,
        doing: str,
        change: Change[_T],
        done: Callable[[_T], object] | None = None,
        *,
        rows: int,
    ) -> None:
        """Make a change of about so many rows and then tell `done` what it came to.

        `doing` says what is done while it lasts ('Merging “Ines”…'). What goes wrong is told by
        `problem`, and `done` is not called.
        """
        if self.running:
            self.problem.emit(busy(self._stories.project.path, self._doing))
            return
        project, few = self._stories.project, rows <= FEW
        if self._stories.opening and not few:
            self.problem.emit(busy(project.path, "another project is being opened."))
            return
        self._doing, self._done = doing, done or _nothing
        if few or project.read_only:
            self._on_answered(_here(project, change, Pace()))
            return
        self._asking.ask(partial(_elsewhere, project.same, change))

    def cancel(self) -> None:
        """Give up what is being done. It answers soon: that it was given up, or is done by now."""
        self._asking.stop()

    def finish(self) -> None:
        """Give up and wait until the worker has left; for closing."""
        self._asking.finish()

    def _on_running(self, running: bool) -> None:
        """Let the project be changed again before anyone hears that it can be."""
        if self._stories.is_open:
            self._stories.project.hold(self._doing if running else None)
        self.running_changed.emit(running)

    def _on_answered(self, answer: object) -> None:
        match answer:
            case ReaderError():
                self.problem.emit(answer)
            case Cancelled():
                self.said.emit("Cancelled. Nothing was changed.")
            case _Made(answer=made, news=news):
                if news is not None:
                    self._stories.project.annotations.take(news)
                self.changed.emit()
                self._done(made)


def _nothing(_answer: object) -> None:
    """Nobody waits for the change."""


@dataclass(frozen=True, slots=True)
class _Made:
    """What a change came to, and what it has done to the annotations that are shown."""

    answer: Any
    news: News | None


_Outcome = _Made | ReaderError | Cancelled


def _here(project: Project, change: Change[Any], pace: Pace) -> _Outcome:
    try:
        with project.whole():
            answer = change(project, pace)
            pace.look()
    except (ReaderError, Cancelled) as problem:
        return problem
    return _Made(answer, None)


def _elsewhere(
    same: SameProject,
    change: Change[Any],
    cancelled: Callable[[], bool],
    progress: Callable[[float], None],
) -> _Outcome:
    try:
        with Project.again(same) as project:
            made = _here(project, change, Pace(cancelled, progress))
            if isinstance(made, _Made):  # reading it again is work as well, and done here
                return replace(made, news=_news(project, same))
            return made
    except ReaderError as problem:
        return problem


def _news(project: Project, same: SameProject) -> News | None:
    """What has changed; None where it cannot be read, which does not undo that it is changed."""
    try:
        return project.annotations.news_for(same.held)
    except ReaderError:
        return None
