"""The person's word on links: accepted, rejected, made by hand; the next comparison honours it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from reader.core.annotating.annotation import Decision, DecisionKind
from reader.store.decisions import DecisionStep
from reader.ui.session.comparing import Comparing
from reader.ui.session.notes import Notes, Place
from reader.ui.session.stories import Stories


class Decisions(QObject):
    """Decisions of the current story. Each change is saved when the call returns."""

    decisions_changed = Signal()

    def __init__(
        self, stories: Stories, comparing: Comparing, notes: Notes, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._stories = stories
        self._comparing = comparing
        self._notes = notes
        self._decisions: tuple[Decision, ...] = ()
        notes.history_changed.connect(self._read)

    @property
    def all(self) -> tuple[Decision, ...]:
        return self._decisions

    @property
    def steps(self) -> tuple[DecisionStep, ...]:
        """What was decided at once, the latest last."""
        story = self._stories.story
        return () if story is None else self._stories.project.decisions.steps(story.id)

    def keep(self, name: str, decided: Sequence[tuple[DecisionKind, Place, Place]]) -> None:
        """Keep a word on each link between two places; all of it is one step of undo."""
        story, project = self._stories.story, self._stories.project
        if story is not None and decided:
            with project.log.change(name):
                for kind, a, b in decided:
                    project.decisions.add(story.id, kind, a, b)
            self._honour()

    def take_back(self, decision_ids: Sequence[str]) -> None:
        """Leave links to the machine again, as one step of undo."""
        project = self._stories.project
        with project.log.change("Take decision back"):
            for decision_id in decision_ids:
                project.decisions.remove(decision_id)
        self._honour()

    def _honour(self) -> None:
        self._notes.refresh()
        self._comparing.again()

    def _read(self) -> None:
        """Read again what the project holds; tells only what has changed."""
        before, story = self._decisions, self._stories.story
        self._decisions = (
            () if story is None else tuple(self._stories.project.decisions.of(story.id))
        )
        if self._decisions != before:
            self.decisions_changed.emit()
