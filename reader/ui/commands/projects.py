"""Commands on the project file: make, open, copy, merge, close."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.core.errors import ReaderError
from reader.store.errors import NoSuchProject
from reader.store.merging import Merged
from reader.store.project import Project, SameProject
from reader.ui.commands.project_jobs import (
    Reader,
    copy_project,
    make_project,
    new_project,
    open_project,
)
from reader.ui.identity import person_of
from reader.ui.jobs import Asking
from reader.ui.session import Session

SUFFIX = ".reader"
KINDS = "Projects (*.reader)"
MOST_RECENT = 8
_MANY = 1_000_000
"""A merge is never known to be short: so many rows count as long."""


class ProjectCommands(QObject):
    """Files are opened, copied and merged off the GUI thread, one after the other.

    Every command tells its problem through the session and changes nothing where it fails or is
    given up. Until another project is there the one that is open stays as it is, and what is noted
    meanwhile is noted in it.
    """

    recent_changed = Signal()

    def __init__(self, session: Session, data: Path, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._data = data
        self._window = window
        self._then: Callable[[], object] = _nothing
        self._instead: Callable[[ReaderError], object] = session.tell
        self.opening = Asking(self, drop=_close)
        self.opening.answered.connect(self._on_opened)
        self.opening.failed.connect(session.comparing.failed)
        self.opening.running_changed.connect(session.stories.set_opening)
        self._copied: tuple[SameProject, Path] | None = None
        self.copying = Asking(self)
        self.copying.answered.connect(self._on_copied)
        self.copying.failed.connect(session.comparing.failed)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "project.new": self.new,
            "project.open": self.ask_open,
            "project.copy": self.copy,
            "project.merge": self.merge,
            "project.close": self.close,
        }

    @property
    def recent(self) -> tuple[Path, ...]:
        """Projects opened lately that are still there, newest first."""
        return tuple(path for path in self.known if path.exists())

    @property
    def known(self) -> tuple[Path, ...]:
        """Projects opened lately, newest first, also those that are gone."""
        kept = self._session.settings.get("projects", "recent", [])
        return tuple(Path(str(one)) for one in kept)

    # ---- opening

    def open(
        self,
        path: Path,
        *,
        then: Callable[[], object] | None = None,
        instead: Callable[[ReaderError], object] | None = None,
    ) -> None:
        """Open a project; what was open stays open until this one is there, and where it cannot be.

        `then` is called when it is on the desk, `instead` with the problem where it is not to be
        told as usual. A project that was asked for before and is not there yet is dropped.
        """
        # The next start may be from another folder, and looks for what was open last.
        self._begin(partial(open_project, path.absolute(), self._reader), then, instead)

    def make(
        self,
        path: Path,
        fill: Callable[[Path], object],
        *,
        then: Callable[[], object] | None = None,
    ) -> None:
        """Make a project off the GUI thread by `fill`, which raises ReaderError, and open it."""
        self._begin(partial(make_project, path.absolute(), fill, self._reader), then, None)

    def _begin(
        self,
        work: Callable[[Callable[[], bool], Callable[[float], None]], object],
        then: Callable[[], object] | None,
        instead: Callable[[ReaderError], object] | None,
    ) -> None:
        if self._session.changing.running:
            self._session.say(f"Still at it: {self._session.changing.doing} Wait or cancel it.")
            return
        self._then, self._instead = then or _nothing, instead or self._session.tell
        self.opening.ask(work)

    @property
    def _reader(self) -> Reader:
        settings = self._session.settings
        return Reader(person_of(settings), lambda uuid: settings.get(uuid, "story", ""))

    def _on_opened(self, answer: object) -> None:
        if isinstance(answer, ReaderError):
            self._instead(answer)
        elif isinstance(answer, Project):
            answer.take_over()
            try:
                self._take(answer)
            except ReaderError as problem:  # what is open could not be saved: it stays open
                answer.close()
                self._session.tell(problem)
                return
            self._then()

    def new(self) -> None:
        chosen = self._ask_save("New project", self._data / f"project{SUFFIX}", KINDS)
        if chosen is not None:
            self.make(chosen, partial(new_project, person_of(self._session.settings)))

    def ask_open(self) -> None:
        folder = self._session.stories.path or self._data
        name, _ = QFileDialog.getOpenFileName(
            self._window, "Open project", str(folder), f"{KINDS};;All files (*)"
        )
        if name:
            self.open(Path(name))

    # ---- copying

    def copy(self) -> None:
        path = self._session.stories.path
        if path is None:
            return
        chosen = self._ask_save(
            "Save a copy as", path.with_name(f"{path.stem} copy{SUFFIX}"), KINDS
        )
        if chosen is not None:
            self.copy_to(chosen)

    def copy_to(self, target: Path) -> None:
        """Write a copy of all that is saved; what stands there already stays until it is whole."""
        if self.copying.running:
            self._session.say("A copy is still being written; wait for it or cancel it.")
            return
        try:
            self._session.notes.leave_note()
        except ReaderError as problem:
            self._session.tell(problem)
            return
        same = self._session.stories.project.same
        self._copied = (same, target)
        self.copying.ask(partial(copy_project, same, target))

    def _on_copied(self, answer: object) -> None:
        match answer:
            case NoSuchProject():
                self._rescue(answer)
            case Path():
                self._session.say(f"A copy of the project is in {answer}")
            case ReaderError():
                self._session.tell(answer)
            case _:
                self._session.say("Cancelled. No copy was made.")

    def _rescue(self, problem: NoSuchProject) -> None:
        """Copy through the connection that is open: the only way to a file that was deleted."""
        stories = self._session.stories
        if self._copied is None or not stories.is_open:
            self._session.tell(problem)
            return
        same, target = self._copied
        if stories.project.same.identity != same.identity:
            self._session.tell(problem)
            return
        try:
            stories.project.save_copy(target)
        except ReaderError as other:
            self._session.tell(other)
        else:
            self._session.say(f"A copy of the project, whose own file is gone, is in {target}")

    # ---- merging

    def merge(self) -> None:
        """Bring in another project's stories, notes and decisions; one step of undo."""
        if not self._session.stories.is_open:
            return
        name, _ = QFileDialog.getOpenFileName(
            self._window, "Merge another project", str(self._data), f"{KINDS};;All files (*)"
        )
        if name:
            self.merge_from(Path(name))

    def merge_from(self, path: Path) -> None:
        """Merge a project's file; what is noted meanwhile would wait for it, so it is refused."""
        try:
            self._session.notes.leave_note()
        except ReaderError as problem:
            self._session.tell(problem)
            return
        self._session.changing.make(
            f"Merging “{path.stem}”…",
            lambda project, pace: project.merge_from(path, pace),
            partial(self._tell_merged, path),
            rows=_MANY,
        )

    def _tell_merged(self, path: Path, merged: Merged) -> None:
        counted = (
            (merged.stories, "new story", "new stories"),
            (merged.articles, "new article", "new articles"),
            (merged.annotations, "new annotation", "new annotations"),
            (merged.changed, "newer", "newer"),
            (len(merged.parted), *("kept twice where both had changed",) * 2),
        )
        told = ", ".join(f"{n:,} {one if n == 1 else many}" for n, one, many in counted if n)
        hidden = self._session.notes.hidden
        blind = f" {hidden} of other people stay hidden." if hidden else ""
        self._session.say(f"Merged “{path.stem}”: {told or 'nothing new'}.{blind}")

    # ---- closing

    def close(self) -> None:
        """Close the project; what is being changed in it is given up first."""
        self.opening.cancel()
        if self._session.stories.is_open:
            self._session.changing.finish()
            self._session.notes.leave_note()
            self._session.stories.close()

    def cancel(self) -> None:
        """Give up opening or copying; a file that is being copied answers by itself."""
        if self.opening.running:
            self.opening.cancel()
            self._session.say("Cancelled. What was open stays open.")
        self.copying.stop()

    def finish(self) -> None:
        """Give up and wait for the workers; for closing the window."""
        self.opening.finish()
        self.copying.finish()

    def _take(self, project: Project) -> None:
        if self._session.stories.is_open:
            self._session.notes.leave_note()
        self._session.stories.open(project)
        here = str(project.path)
        kept = [k for k in self._session.settings.get("projects", "recent", []) if k != here]
        self._session.settings.set("projects", "recent", [here, *kept][:MOST_RECENT])
        self.recent_changed.emit()

    def _ask_save(self, title: str, proposed: Path, kinds: str) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(proposed), kinds)
        if not name:
            return None
        chosen = Path(name)
        return chosen if chosen.suffix else chosen.with_suffix(proposed.suffix)


def _close(answer: object) -> None:
    """A project that came too late is nobody's."""
    if isinstance(answer, Project):
        answer.close()


def _nothing() -> None:
    """Nothing follows."""
