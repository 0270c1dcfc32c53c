"""Annotations: notes, tags and ratings on spans, never lost and never moved silently."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace

from reader.core.annotating.annotation import (
    Annotation,
    Evidence,
    Relation,
    RelationKind,
    Standing,
    Status,
    Target,
)
from reader.core.text.canonical import canonical
from reader.store import errors
from reader.store.annotation_reader import AnnotationReader, Held, News
from reader.store.annotation_rows import evidence_row
from reader.store.database import Value
from reader.store.events import Place
from reader.store.history import History, HistoryEntry
from reader.store.log import Log
from reader.store.notes import Notes
from reader.store.relations import Relations
from reader.store.stamps import new_id, now
from reader.store.tags import use_id, use_row
from reader.store.targets import Spot, Targets
from reader.store.writer import Writer


class Annotations:
    """The annotations of a project, read as records and changed through the log."""

    def __init__(
        self, log: Log, targets: Targets, notes: Notes, history: History, relations: Relations
    ) -> None:
        self._log = log
        self._reader = AnnotationReader(log.connection, targets)
        self._targets = targets
        self._notes = notes
        self._history = history
        self._relations = relations
        self._connection = log.connection

    @property
    def held(self) -> Held:
        """What is kept in memory of the annotations."""
        return self._reader.held

    def news_for(self, held: Held) -> News:
        """What has changed, for a project that holds so much and is open on another thread."""
        return self._reader.news_for(held)

    def take(self, news: News) -> None:
        """Take over what was read on another thread, instead of reading it here."""
        self._reader.take(news)

    def of(self, story_id: str, *, person_id: str | None = None) -> tuple[Annotation, ...]:
        """A story's annotations, oldest first; of one person only for reading blind."""
        drafts = self._notes.drafts()
        return tuple(
            _as_typed(one.annotation, drafts)
            for one in self._reader.of(story_id)
            if not one.removed and (person_id is None or one.annotation.person_id == person_id)
        )

    def removed(self, story_id: str) -> tuple[Annotation, ...]:
        """A story's deleted annotations, which `restore` brings back."""
        drafts = self._notes.drafts()
        return tuple(
            _as_typed(one.annotation, drafts) for one in self._reader.of(story_id) if one.removed
        )

    def get(self, annotation_id: str) -> Annotation:
        """One annotation, also a deleted one. Raises Refused where there is none."""
        return _as_typed(self._reader.one(annotation_id), self._notes.drafts())

    def add(
        self,
        story_id: str,
        targets: Sequence[Spot],
        tag_ids: Sequence[str] = (),
        note: str = "",
    ) -> Annotation:
        """Notes something on exactly these spans of the newest versions of their articles.

        Raises ValueError where a span lies outside of its text or there is none.
        """
        if not targets:
            raise ValueError("an annotation is about at least one span")
        described = [self._targets.describe(spot) for spot in targets]
        annotation_id, moment = new_id(), now()
        article_id, span = targets[0]
        place = Place(story_id, article_id, span, annotation_id)
        with self._log.change(self._named(tag_ids) or "Add note", place) as change:
            change.alter("story", story_id, kept=1)
            change.put(
                "annotation",
                {
                    "id": annotation_id,
                    "story_id": story_id,
                    "person_id": self._log.author_id(),
                    "note": canonical(note),
                    "rating_id": None,
                    "confidence": None,
                    "status": Status.OPEN,
                    "created": moment,
                    "changed": moment,
                    "removed": None,
                },
            )
            self._targets.write(change, "annotation_id", annotation_id, described)
            self._write_tags(change, annotation_id, tag_ids)
        return self.get(annotation_id)

    def set_tags(self, annotation_id: str, tag_ids: Sequence[str]) -> None:
        """Makes the tags of an annotation these, in this order."""
        had = self._connection.rows(
            "SELECT tag_id FROM annotation_tag WHERE annotation_id = ?", [annotation_id]
        )
        before = {row["tag_id"] for row in had}
        added = [tag_id for tag_id in tag_ids if tag_id not in before]
        gone = [tag_id for tag_id in before if tag_id not in tag_ids]
        name = self._named(added) or self._named(gone, "Untag") or "Order tags"
        with self._change(annotation_id, name) as change:
            self._write_tags(change, annotation_id, tag_ids)
            self._touch(change, annotation_id)

    def set_rating(
        self, annotation_id: str, rating_id: str | None, confidence: int | None = None
    ) -> None:
        """Keeps a person's word on a claim; `confidence` is 0..100. None takes it back.

        Raises Refused where the scale has no such rating.
        """
        if confidence is not None and not 0 <= confidence <= 100:
            raise ValueError("confidence goes from 0 to 100")
        name = "Clear rating"
        if rating_id is not None:
            row = self._connection.row("SELECT name FROM rating WHERE id = ?", [rating_id])
            if row is None:
                raise errors.gone("rating")
            name = f"Rate “{row['name']}”"
        self._alter(annotation_id, name, rating_id=rating_id, confidence=confidence)

    def set_status(self, annotation_id: str, status: Status) -> None:
        self._alter(annotation_id, f"Mark as {status}", status=status)

    def set_evidence(self, annotation_id: str, evidence: Sequence[Evidence]) -> None:
        """Makes what a rating rests on these, in this order."""
        rows = self._connection.rows(
            "SELECT id FROM evidence WHERE annotation_id = ? ORDER BY position", [annotation_id]
        )
        ids: list[str] = [row["id"] for row in rows]
        with self._change(annotation_id, "Edit evidence") as change:
            for position, one in enumerate(evidence):
                row_id = ids[position] if position < len(ids) else new_id()
                change.put("evidence", evidence_row(row_id, annotation_id, position, one))
            for row_id in ids[len(evidence) :]:
                change.remove("evidence", row_id)
            self._touch(change, annotation_id)

    def edit_note(self, annotation_id: str, text: str, visit: str) -> None:
        """Saves a note while it is being typed; `finish_note` makes the visit one step."""
        self._notes.edit(annotation_id, text, visit)

    def finish_note(self, visit: str) -> None:
        """Ends a visit to a note: what was typed becomes one change."""
        self._notes.finish(visit)

    def remove(self, annotation_ids: Sequence[str]) -> None:
        """Deletes annotations as one change; they stay listed and can be restored."""
        self._mark_removed(annotation_ids, "Delete", now())

    def restore(self, annotation_ids: Sequence[str]) -> None:
        """Brings deleted annotations back as they were."""
        self._mark_removed(annotation_ids, "Restore", None)

    def retarget(self, annotation_id: str, targets: Sequence[Spot]) -> None:
        """Makes an annotation about these spans instead."""
        if not targets:
            raise ValueError("an annotation is about at least one span")
        described = [self._targets.describe(spot) for spot in targets]
        with self._change(annotation_id, "Move note to another place") as change:
            self._targets.write(change, "annotation_id", annotation_id, described)
            self._touch(change, annotation_id)

    def accept_move(self, annotation_id: str, index: int, candidate: int = 0) -> None:
        """Agrees to where a target was found again: its place there becomes its anchor.

        `index` counts the annotation's targets, `candidate` the places of one that is to be
        reviewed. Raises Refused where the target has no place to agree to.
        """
        targets = [*self._targets.of("annotation_id", annotation_id)]
        target = targets[index]
        place = target.span
        if target.standing is Standing.REVIEW and candidate < len(target.candidates):
            place = target.candidates[candidate]
        if place is None:
            raise errors.Refused(
                "The words of this note were not found again.",
                "Select where it belongs and move the note there.",
            )
        targets[index] = self._targets.describe((target.article_id, place))
        self._write_targets(annotation_id, "Accept new place", targets)

    def move_target(self, annotation_id: str, index: int, spot: Spot) -> None:
        """Makes one place of an annotation these words; its other places stay as they stand."""
        targets = [*self._targets.of("annotation_id", annotation_id)]
        targets[index] = self._targets.describe(spot)
        self._write_targets(annotation_id, "Move note to other words", targets)

    def add_targets(self, annotation_id: str, spots: Sequence[Spot]) -> None:
        """Makes an annotation about these words too, in whatever article; what it has stays."""
        targets = self._targets.of("annotation_id", annotation_id)
        held = {(target.article_id, target.span) for target in targets}
        new = [self._targets.describe(spot) for spot in dict.fromkeys(spots) if spot not in held]
        self._write_targets(annotation_id, "Add words to note", (*targets, *new))

    def drop_target(self, annotation_id: str, index: int) -> None:
        """Takes one place away from an annotation. Raises Refused where it is the only one."""
        targets = [*self._targets.of("annotation_id", annotation_id)]
        if len(targets) < 2:
            raise errors.Refused(
                "A note is about at least one place.", "Delete the note itself instead."
            )
        del targets[index]
        self._write_targets(annotation_id, "Take words off note", targets)

    def history(self, annotation_id: str) -> tuple[HistoryEntry, ...]:
        """Every state that an annotation has had, oldest first."""
        return self._history.of(annotation_id)

    def restore_state(self, annotation_id: str, seq: int) -> None:
        """Makes an annotation what it was after the change `seq`. Raises Refused."""
        self._history.restore(annotation_id, seq)

    def relate(self, from_id: str, to_id: str, kind: RelationKind) -> Relation:
        """Says what one annotation is to another. Raises Refused."""
        return self._relations.add(from_id, to_id, kind)

    def unrelate(self, relation_id: str) -> None:
        """Takes a relation away."""
        self._relations.remove(relation_id)

    def relations(self, story_id: str) -> tuple[Relation, ...]:
        """The relations between a story's annotations."""
        return self._relations.of(story_id)

    def _alter(self, annotation_id: str, name: str, **values: Value) -> None:
        with self._change(annotation_id, name) as change:
            row = change.get("annotation", annotation_id) or {}
            if any(row.get(column) != value for column, value in values.items()):
                change.alter("annotation", annotation_id, **values, changed=now())

    def _mark_removed(self, ids: Sequence[str], verb: str, removed: str | None) -> None:
        if not ids:
            return
        what = "note" if len(ids) == 1 else f"{len(ids)} notes"
        with self._log.change(f"{verb} {what}", self._targets.place(ids[0])) as change:
            for annotation_id in ids:
                change.alter("annotation", annotation_id, removed=removed)

    def _write_targets(self, annotation_id: str, name: str, targets: Sequence[Target]) -> None:
        with self._change(annotation_id, name) as change:
            self._targets.write(change, "annotation_id", annotation_id, targets)
            self._touch(change, annotation_id)

    def _change(self, annotation_id: str, name: str) -> AbstractContextManager[Writer]:
        return self._log.change(name, self._targets.place(annotation_id))

    def _touch(self, change: Writer, annotation_id: str) -> None:
        if change.events:
            change.alter("annotation", annotation_id, changed=now())

    def _named(self, tag_ids: Sequence[str], verb: str = "Tag") -> str:
        names = {
            row["id"]: row["name"] for row in self._connection.rows("SELECT id, name FROM tag")
        }
        quoted = ", ".join(f"“{names[tag_id]}”" for tag_id in tag_ids if tag_id in names)
        return f"{verb} {quoted}" if quoted else ""

    def _write_tags(self, change: Writer, annotation_id: str, tag_ids: Sequence[str]) -> None:
        rows = self._connection.rows(
            "SELECT tag_id FROM annotation_tag WHERE annotation_id = ?", [annotation_id]
        )
        for row in rows:
            if row["tag_id"] not in tag_ids:
                change.remove("annotation_tag", use_id(annotation_id, row["tag_id"]))
        for position, tag_id in enumerate(dict.fromkeys(tag_ids)):
            change.put("annotation_tag", use_row(annotation_id, tag_id, position))


def _as_typed(annotation: Annotation, drafts: Mapping[str, str]) -> Annotation:
    """The annotation with its note as it is being typed."""
    typed = drafts.get(annotation.id) if drafts else None
    return annotation if typed is None else replace(annotation, note=typed)
