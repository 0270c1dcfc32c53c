"""The person's annotations and tags: what there is, and every change to them."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from reader.core.annotating.annotation import Annotation, Rating, Relation, Tag
from reader.core.text.span import Span
from reader.ui.session.annotated import (
    Place,
    noted_places,
    passages_over,
    places_of,
)
from reader.ui.session.begun import BegunNote
from reader.ui.session.board import Board
from reader.ui.session.comparing import Comparing
from reader.ui.session.noted import Noted, read_noted
from reader.ui.session.passages import Passages
from reader.ui.session.recent_tags import RecentTags
from reader.ui.session.stories import Stories
from reader.ui.settings import Settings


class Notes(QObject):
    """Annotations of the current story. Each change is saved when the call returns."""

    annotations_changed = Signal()
    tags_changed = Signal()
    ratings_changed = Signal()
    relations_changed = Signal()
    blind_changed = Signal()
    active_changed = Signal()
    """Another annotation is active, or none."""
    history_changed = Signal()
    """What can be undone or redone has changed."""
    note_requested = Signal(str)
    """The note of this annotation should be opened for typing."""
    rating_requested = Signal(str)
    noted = Signal()
    """The person has noted something new."""

    def __init__(
        self,
        stories: Stories,
        board: Board,
        comparing: Comparing,
        passages: Passages,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._stories = stories
        self._settings = settings
        self.recent = RecentTags(stories, settings)
        self._board = board
        self._comparing = comparing
        self._passages = passages
        self._read = Noted()
        self._active: str | None = None
        self._visit: tuple[str, str] | None = None
        self._begun = BegunNote(stories)
        stories.project_changed.connect(self._on_project_changed)
        stories.story_changed.connect(self.refresh)
        comparing.comparison_changed.connect(self._find_annotated)

    # ---- what there is

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        return self._read.annotations

    def annotation(self, annotation_id: str) -> Annotation | None:
        return self._read.by_id.get(annotation_id)

    def on(self, article_id: str) -> tuple[tuple[Annotation, Span], ...]:
        """Annotations of one article with the span each sits on, in order of place."""
        return self._read.places.get(article_id, ())

    def removed(self) -> tuple[Annotation, ...]:
        """The deleted annotations of the story, as far as they may be seen."""
        story = self._stories.story
        if story is None:
            return ()
        project = self._stories.project
        everyone = project.annotations.removed(story.id)
        me = project.people.me().id if self.blind else None
        return tuple(one for one in everyone if me is None or one.person_id == me)

    @property
    def relations(self) -> tuple[Relation, ...]:
        """What annotations are to each other, as far as both are shown."""
        return self._read.relations

    @property
    def blind(self) -> bool:
        """Whether other people's annotations are hidden; only view."""
        return bool(self._settings.get("notes", "blind", False))

    def set_blind(self, blind: bool) -> None:
        """Hide other people's annotations, or show them again."""
        if blind != self.blind:
            self._settings.set("notes", "blind", blind)
            self.refresh()
            self._passages.read_reviews()
            self.blind_changed.emit()

    @property
    def hidden(self) -> int:
        """How many annotations of other people are hidden."""
        return self._read.hidden

    @property
    def tags(self) -> tuple[Tag, ...]:
        """The codebook without what is archived."""
        return tuple(t for t in self._read.tags if not t.archived)

    @property
    def all_tags(self) -> tuple[Tag, ...]:
        return self._read.tags

    def tag(self, tag_id: str) -> Tag | None:
        return self._read.tag(tag_id)

    def tag_uses(self) -> dict[str, int]:
        """How many annotations have each tag, in all stories; hidden people's are not counted."""
        project = self._stories.project
        return project.tags.uses(person_id=project.people.me().id if self.blind else None)

    def rating_uses(self) -> dict[str, int]:
        """How many annotations have each rating, in all stories; hidden people's not counted."""
        project = self._stories.project
        return project.ratings.uses(person_id=project.people.me().id if self.blind else None)

    @property
    def ratings(self) -> tuple[Rating, ...]:
        """The scale without what is archived."""
        return tuple(r for r in self._read.ratings if not r.archived)

    @property
    def all_ratings(self) -> tuple[Rating, ...]:
        return self._read.ratings

    def rating(self, rating_id: str | None) -> Rating | None:
        return self._read.rating(rating_id)

    @property
    def active(self) -> str | None:
        return self._active

    def activate(self, annotation_id: str | None) -> None:
        if annotation_id != self._active:
            self._active = annotation_id
            self.active_changed.emit()

    def come_to(self, annotation_id: str) -> None:
        """Make an annotation active and bring its first place into view."""
        self.activate(annotation_id)
        found = self.annotation(annotation_id)
        if found is None:
            return
        for target in found.targets:
            if target.span is not None:
                self._passages.go_to(target.article_id, target.span)
                return

    # ---- annotating

    def places_to_note(self, *, every_reading: bool = False) -> tuple[Place, ...]:
        """What a key would annotate; empty where there is nothing."""
        return noted_places(self._board, self._passages, every_reading=every_reading)

    def annotate(
        self, places: Sequence[Place], tag_ids: Sequence[str] = (), note: str = ""
    ) -> Annotation | None:
        """Keep a new annotation on these places; None where there is no place."""
        story = self._stories.story
        if story is None or not places:
            return None
        made = self._stories.project.annotations.add(
            story.id, places, tag_ids=tuple(tag_ids), note=note
        )
        self.recent.used(tag_ids)
        self.refresh()
        self.activate(made.id)
        self.noted.emit()
        return made

    def tag_places(
        self, tag_id: str, *, every_reading: bool = False, keep: bool = False
    ) -> Annotation | None:
        """Tag the selection or the active passage; an annotation on just these places gains or
        loses the tag instead of getting a twin. With `keep` it loses none.
        """
        places = self.places_to_note(every_reading=every_reading)
        twin = self.exactly_on(places)
        if twin is None:
            return self.annotate(places, (tag_id,))
        tags = tuple(t for t in twin.tag_ids if t != tag_id or keep)
        if tag_id not in twin.tag_ids:
            tags = (*tags, tag_id)
        self.set_tags(twin.id, tags)
        self.activate(twin.id)
        return self.annotation(twin.id)

    def tag_with_new(
        self, name: str, colour: str, *, every_reading: bool = False
    ) -> Annotation | None:
        """Add a tag to the codebook and tag with it, as one step; None where there is no place."""
        story, places = self._stories.story, self.places_to_note(every_reading=every_reading)
        if story is None or not places:
            return None
        project, twin = self._stories.project, self.exactly_on(places)
        with project.log.change(f"Tag “{name.strip()}”"):
            tag = project.tags.add(name, colour)
            if twin is None:
                made_id = project.annotations.add(story.id, places, (tag.id,)).id
            else:
                made_id = twin.id
                project.annotations.set_tags(made_id, (*twin.tag_ids, tag.id))
        self.recent.used((tag.id,))
        self.refresh()
        self.activate(made_id)
        self.noted.emit()
        return self.annotation(made_id)

    def exactly_on(self, places: Sequence[Place]) -> Annotation | None:
        """The annotation whose targets are just these places."""
        wanted = set(places)
        return next(
            (one for one in self._read.annotations if wanted and places_of(one) == wanted), None
        )

    def _active_over(self, places: Sequence[Place]) -> Annotation | None:
        """The active annotation where it already holds these places among others."""
        active = self.annotation(self._active) if self._active else None
        return active if active and places and places_of(active) >= set(places) else None

    def begin(self, places: Sequence[Place]) -> Annotation | None:
        """Make an annotation to be written or rated; left empty, it vanishes without a trace."""
        self.leave_begun()
        made = self.annotate(places)
        if made is not None:
            self._begun.begin()
        return made

    def leave_begun(self) -> None:
        """The person has gone on from a note that they had opened."""
        if self._begun.leave():
            self.refresh()

    def open_note(self, *, every_reading: bool = False) -> None:
        """Open the note of what is selected, making the annotation where there is none."""
        places = self.places_to_note(every_reading=every_reading)
        found = self.exactly_on(places) or self._active_over(places) or self.begin(places)
        if found is not None:
            self.activate(found.id)
            self.note_requested.emit(found.id)

    def set_tags(self, annotation_id: str, tag_ids: Sequence[str]) -> None:
        known = self.annotation(annotation_id)
        self._stories.project.annotations.set_tags(annotation_id, tuple(tag_ids))
        self.recent.used(t for t in tag_ids if known is None or t not in known.tag_ids)
        self.refresh()

    def set_rating(
        self, annotation_id: str, rating_id: str | None, confidence: int | None = None
    ) -> None:
        self._stories.project.annotations.set_rating(annotation_id, rating_id, confidence)
        self.refresh()

    def write_note(self, annotation_id: str, text: str) -> None:
        """Save what is typed so far; all of one visit to a note is one step of undo."""
        if self._visit is None or self._visit[0] != annotation_id:
            self.leave_note()
            self._visit = (annotation_id, str(uuid.uuid4()))
            self._begun.keep()
        self._stories.project.annotations.edit_note(annotation_id, text, visit=self._visit[1])
        self.refresh()

    def leave_note(self) -> None:
        """The visit to a note is over."""
        if self._visit is not None:
            self._stories.project.annotations.finish_note(self._visit[1])
            self._visit = None
            self.refresh()

    def remove(self, annotation_ids: Sequence[str]) -> None:
        self.leave_note()
        self._stories.project.annotations.remove(tuple(annotation_ids))
        if self._active in annotation_ids:
            self.activate(None)
        self.refresh()

    # ---- reading again

    def refresh(self) -> None:
        """Read again what the project holds; tells only what has changed."""
        before = self._read
        self._read = now = read_noted(self._stories, before, blind=self.blind)
        if self._active is not None and self.annotation(self._active) is None:
            self.activate(None)
        if now.tags != before.tags:
            self.tags_changed.emit()
        if now.ratings != before.ratings:
            self.ratings_changed.emit()
        if now.annotations is not before.annotations:
            self._find_annotated()
            self.annotations_changed.emit()
        if now.relations != before.relations:
            self.relations_changed.emit()
        self.history_changed.emit()

    def _on_project_changed(self) -> None:
        self._visit = None
        self._begun.keep()
        self.activate(None)
        self.refresh()

    def _find_annotated(self) -> None:
        """Tell the passages which of them hold an annotation."""
        comparison = self._comparing.comparison
        if comparison is None:
            self._passages.set_annotated(frozenset())
            return
        ids = self._comparing.ids
        self._passages.set_annotated(passages_over(comparison.passages, ids, self._read.places))
