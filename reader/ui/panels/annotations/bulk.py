"""What is done to several annotations at once: each is one step of undo, named with its count."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.core.annotating.annotation import Annotation, Rating, Standing, Status
from reader.core.text.span import Span
from reader.ui.panels.annotations.rows import place_meant
from reader.ui.panels.attempt import attempt
from reader.ui.panels.words import count_words
from reader.ui.session import Session


class BulkChanges:
    """Problems are told by the session, and then nothing is changed."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def tag(self, chosen: Sequence[Annotation], tag_id: str, *, on: bool) -> None:
        """Give all a tag, or take it from all; who has it, or lacks it, stays as they are."""
        annotations = self._session.stories.project.annotations

        def change(one: Annotation) -> None:
            others = tuple(t for t in one.tag_ids if t != tag_id)
            annotations.set_tags(one.id, (*others, tag_id) if on else others)

        wanting = [one for one in chosen if (tag_id in one.tag_ids) is not on]
        self._all(f"{'Tag' if on else 'Untag'} {self._quoted(tag_id)}", wanting, change)

    def move_tag(self, chosen: Sequence[Annotation], from_id: str, to_id: str) -> None:
        """Give all that have one tag the other instead, at its place among their tags."""
        annotations = self._session.stories.project.annotations

        def change(one: Annotation) -> None:
            tags = (to_id if t == from_id else t for t in one.tag_ids)
            annotations.set_tags(one.id, tuple(dict.fromkeys(tags)))

        worn = [one for one in chosen if from_id in one.tag_ids]
        self._all(f"Move from {self._quoted(from_id)} to {self._quoted(to_id)}", worn, change)

    def move_to(self, chosen: Sequence[Annotation], article_id: str, span: Span) -> None:
        """Make the notes about these words instead of those they were about."""
        annotations = self._session.stories.project.annotations

        def change(one: Annotation) -> None:
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
        annotations = self._session.stories.project.annotations
        name, to = (f"Rate “{rating.name}”", rating.id) if rating else ("Clear rating", None)
        self._all(name, chosen, lambda one: annotations.set_rating(one.id, to, one.confidence))

    def mark(self, chosen: Sequence[Annotation], status: Status) -> None:
        annotations = self._session.stories.project.annotations
        self._all(f"Mark as {status}", chosen, lambda one: annotations.set_status(one.id, status))

    def keep_here(self, chosen: Sequence[Annotation]) -> None:
        """Agree to where notes were found again in a newer version."""
        annotations = self._session.stories.project.annotations

        def accept(one: Annotation) -> None:
            for number, target in enumerate(one.targets):
                if target.standing is Standing.MOVED:
                    annotations.accept_move(one.id, number)

        moved = [one for one in chosen if any(t.standing is Standing.MOVED for t in one.targets)]
        self._all("Accept new place", moved, accept)

    def remove(self, chosen: Sequence[Annotation]) -> None:
        ids = [one.id for one in chosen]
        if ids and attempt(self._session, lambda: self._session.notes.remove(ids)):
            back = "it" if len(ids) == 1 else "them"
            told = f"{count_words(len(ids), 'note')} deleted"
            self._session.say(f"{told}; undo brings {back} back.")

    def restore(self, chosen: Sequence[Annotation]) -> None:
        """Bring deleted notes back as they were."""
        ids = [one.id for one in chosen]
        project = self._session.stories.project
        if ids and attempt(self._session, lambda: project.annotations.restore(ids)):
            self._session.notes.refresh()
            self._session.say(f"{count_words(len(ids), 'note')} brought back.")

    def _quoted(self, tag_id: str) -> str:
        tag = self._session.notes.tag(tag_id)
        return f"“{tag.name}”" if tag else "a tag"

    def _all(
        self, name: str, chosen: Sequence[Annotation], change: Callable[[Annotation], None]
    ) -> None:
        if not chosen:
            return
        self._session.notes.leave_note()
        log = self._session.stories.project.log
        several = f"{name} on {count_words(len(chosen), 'note')}" if len(chosen) > 1 else name

        def work() -> None:
            with log.change(several):
                for one in chosen:
                    change(one)

        if attempt(self._session, work):
            self._session.say(f"{several}; undo takes it back.")
        self._session.notes.refresh()
