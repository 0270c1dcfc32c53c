"""What is done to several annotations at once: each is one step of undo, named with its count."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from reader.core.annotating.annotation import Annotation, Rating, Standing, Status
from reader.core.errors import ReaderError
from reader.core.pace import Pace
from reader.core.text.span import Span
from reader.store.annotations import Annotations
from reader.store.project import Project
from reader.ui.panels.annotations.rows import place_meant
from reader.ui.panels.words import count_words
from reader.ui.session import Session

ChangeOne = Callable[[Annotations, Annotation], None]
"""Changes one annotation of a project; it may run on a worker's thread."""
_LOOK_EVERY = 20
"""Annotations that are changed between two looks at whether that is still wanted."""


class BulkChanges:
    """Many are changed off the GUI thread. Problems are told by the session, and then nothing is
    changed.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def tag(self, chosen: Sequence[Annotation], tag_id: str, *, on: bool) -> None:
        """Give all a tag, or take it from all; who has it, or lacks it, stays as they are."""

        def change(annotations: Annotations, one: Annotation) -> None:
            others = tuple(t for t in one.tag_ids if t != tag_id)
            annotations.set_tags(one.id, (*others, tag_id) if on else others)

        wanting = [one for one in chosen if (tag_id in one.tag_ids) is not on]
        self._all(f"{'Tag' if on else 'Untag'} {self._quoted(tag_id)}", wanting, change)

    def move_tag(self, chosen: Sequence[Annotation], from_id: str, to_id: str) -> None:
        """Give all that have one tag the other instead, at its place among their tags."""

        def change(annotations: Annotations, one: Annotation) -> None:
            tags = (to_id if t == from_id else t for t in one.tag_ids)
            annotations.set_tags(one.id, tuple(dict.fromkeys(tags)))

        worn = [one for one in chosen if from_id in one.tag_ids]
        self._all(f"Move from {self._quoted(from_id)} to {self._quoted(to_id)}", worn, change)

    def move_to(self, chosen: Sequence[Annotation], article_id: str, span: Span) -> None:
        """Make the notes about these words instead of those they were about."""

        def change(annotations: Annotations, one: Annotation) -> None:
            number = place_meant(one, article_id)
            if number is not None:
                annotations.move_target(one.id, number, (article_id, span))

        movable = [one for one in chosen if place_meant(one, article_id) is not None]
        self._all("Move note to other words", movable, change)
        if left := len(chosen) - len(movable):
            self._session.say(
                f"{count_words(left, 'note')} with several places stayed: open the note and remove "
                "the place that is wrong."
            )

    def rate(self, chosen: Sequence[Annotation], rating: Rating | None) -> None:
        name, to = (f"Rate “{rating.name}”", rating.id) if rating else ("Clear rating", None)
        self._all(name, chosen, lambda notes, one: notes.set_rating(one.id, to, one.confidence))

    def mark(self, chosen: Sequence[Annotation], status: Status) -> None:
        self._all(f"Mark as {status}", chosen, lambda notes, one: notes.set_status(one.id, status))

    def keep_here(self, chosen: Sequence[Annotation]) -> None:
        """Agree to where notes were found again in a newer version."""

        def accept(annotations: Annotations, one: Annotation) -> None:
            for number, target in enumerate(one.targets):
                if target.standing is Standing.MOVED:
                    annotations.accept_move(one.id, number)

        moved = [one for one in chosen if any(t.standing is Standing.MOVED for t in one.targets)]
        self._all("Accept new place", moved, accept)

    def remove(self, chosen: Sequence[Annotation]) -> None:
        ids = [one.id for one in chosen]
        back = "it" if len(ids) == 1 else "them"
        self._make(
            "Deleting",
            lambda project, _pace: project.annotations.remove(ids),
            f"{count_words(len(ids), 'note')} deleted; undo brings {back} back.",
            len(ids),
        )

    def restore(self, chosen: Sequence[Annotation]) -> None:
        """Bring deleted notes back as they were."""
        ids = [one.id for one in chosen]
        self._make(
            "Bringing back",
            lambda project, _pace: project.annotations.restore(ids),
            f"{count_words(len(ids), 'note')} brought back.",
            len(ids),
        )

    def _quoted(self, tag_id: str) -> str:
        tag = self._session.notes.tag(tag_id)
        return f"“{tag.name}”" if tag else "a tag"

    def _all(self, name: str, chosen: Sequence[Annotation], change: ChangeOne) -> None:
        several = f"{name} on {count_words(len(chosen), 'note')}" if len(chosen) > 1 else name
        self._make(
            several,
            partial(_change_all, several, tuple(chosen), change),
            f"{several}; undo takes it back.",
            len(chosen),
        )

    def _make(
        self, doing: str, change: Callable[[Project, Pace], None], told: str, count: int
    ) -> None:
        if not count:
            return
        try:
            self._session.notes.leave_note()
        except ReaderError as problem:
            self._session.tell(problem)
            return
        self._session.changing.make(
            f"{doing}…", change, lambda _: self._session.say(told), rows=count
        )


def _change_all(
    name: str, chosen: Sequence[Annotation], change: ChangeOne, project: Project, pace: Pace
) -> None:
    pace.stage(0.9, len(chosen), every=_LOOK_EVERY)
    with project.log.change(name):
        for one in chosen:
            change(project.annotations, one)
            pace.did()
