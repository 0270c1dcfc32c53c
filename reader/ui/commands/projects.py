"""Commands on the project file: make, open, copy, merge, close."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.core.errors import ReaderError
from reader.store.project import Project
from reader.ui.identity import person_of
from reader.ui.session import Session

SUFFIX = ".reader"
KINDS = "Projects (*.reader)"
MOST_RECENT = 8


class ProjectCommands(QObject):
    """Every command tells its problem through the session and changes nothing where it fails."""

    recent_changed = Signal()

    def __init__(self, session: Session, data: Path, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._data = data
        self._window = window

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
        kept = self._session.settings.get("projects", "recent", [])
        return tuple(p for p in (Path(str(k)) for k in kept) if p.exists())

    def open(self, path: Path) -> bool:
        """Open a project; what was open stays open where this one cannot be."""
        try:
            project = Project.open(path, person=person_of(self._session.settings))
        except ReaderError as problem:
            self._session.tell(problem)
            return False
        self._take(project)
        return True

    def new(self) -> None:
        chosen = self._ask_save("New project", self._data / f"project{SUFFIX}", KINDS)
        if chosen is None:
            return
        try:
            project = Project.create(chosen, person=person_of(self._session.settings))
        except ReaderError as problem:
            self._session.tell(problem)
            return
        self._take(project)
        self._session.stories.add("My story")

    def ask_open(self) -> None:
        folder = self._session.stories.path or self._data
        name, _ = QFileDialog.getOpenFileName(
            self._window, "Open project", str(folder), f"{KINDS};;All files (*)"
        )
        if name:
            self.open(Path(name))

    def copy(self) -> None:
        path = self._session.stories.path
        if path is None:
            return
        chosen = self._ask_save(
            "Save a copy as", path.with_name(f"{path.stem} copy{SUFFIX}"), KINDS
        )
        if chosen is None:
            return
        try:
            self._session.notes.leave_note()
            self._session.stories.project.save_copy(chosen)
        except ReaderError as problem:
            self._session.tell(problem)
        else:
            self._session.say(f"A copy of the project is in {chosen}")

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
        self._session.notes.leave_note()
        try:
            merged = self._session.stories.project.merge_from(path)
        except ReaderError as problem:
            self._session.tell(problem)
            return
        self._session.stories.refresh()
        self._session.notes.refresh()
        self._session.passages.read_reviews()
        self._session.comparing.refresh()
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

    def close(self) -> None:
        if self._session.stories.is_open:
            self._session.notes.leave_note()
            self._session.stories.close()

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
