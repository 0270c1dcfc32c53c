"""Every change to what the project holds taken back and made again, with its place in view."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.store.log import Change
from reader.ui.session.comparing import Comparing
from reader.ui.session.notes import Notes
from reader.ui.session.passages import Passages
from reader.ui.session.stories import Stories


class Undoing(QObject):
    """What can be undone is read from the project's log, so it outlasts a restart."""

    def __init__(
        self,
        stories: Stories,
        notes: Notes,
        passages: Passages,
        comparing: Comparing,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._stories = stories
        self._notes = notes
        self._passages = passages
        self._comparing = comparing

    @property
    def undo_name(self) -> str | None:
        """What undo would take back ('Tag “figure”'), None for nothing."""
        return self._stories.project.log.undo_name if self._stories.is_open else None

    @property
    def redo_name(self) -> str | None:
        """What redo would make again, None for nothing."""
        return self._stories.project.log.redo_name if self._stories.is_open else None

    def undo(self) -> str | None:
        """Take back the newest change and come to its place; its name, None for nothing."""
        self._notes.leave_note()
        return self._turned(self._stories.project.log.undo())

    def redo(self) -> str | None:
        """Make the change again that was taken back last, and come to its place."""
        self._notes.leave_note()
        return self._turned(self._stories.project.log.redo())

    def _turned(self, change: Change | None) -> str | None:
        if change is None:
            return None
        self.read_again()
        self.come_back_to(change)
        return change.name

    def come_back_to(self, change: Change) -> None:
        """Bring the place of a change that was taken back or made again into view."""
        place = change.place
        if any(s.id == place.story_id for s in self._stories.stories):
            self._stories.choose(place.story_id or "")
        if place.annotation_id and self._notes.annotation(place.annotation_id):
            self._notes.come_to(place.annotation_id)
        elif place.article_id and place.span is not None:
            self._passages.go_to(place.article_id, place.span)

    def read_again(self) -> None:
        """Read all that is shown of the project again, after a change of whatever kind."""
        self._stories.refresh()
        self._notes.refresh()
        self._passages.read_reviews()
        self._comparing.refresh()
