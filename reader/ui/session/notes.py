"""The person's annotations and tags, and every change to what the project holds taken back."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from reader.core.annotating.annotation import Annotation, Rating, Relation, Tag
from reader.core.text.span import Span
from reader.store.log import Change
from reader.ui.session.annotated import (
    Place,
    Places,
    noted_places,
    passages_over,
    places_by_article,
    places_of,
)
from reader.ui.session.begun import BegunNote
from reader.ui.session.board import Board
from reader.ui.session.comparing import Comparing
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
        self._annotations: tuple[Annotation, ...] = ()
        self._by_id: dict[str, Annotation] = {}
        self._places: Places = {}
        self._hidden = 0
        self._relations: tuple[Relation, ...] = ()
        self._tags: tuple[Tag, ...] = ()
        self._tags_by_id: dict[str, Tag] = {}
        self._ratings: tuple[Rating, ...] = ()
        self._active: str | None = None
        self._visit: tuple[str, str] | None = None
        self._begun = BegunNote(stories)
        stories.project_changed.connect(self._on_project_changed)
        stories.story_changed.connect(self.refresh)
        comparing.comparison_changed.connect(self._find_annotated)

    # ---- what there is

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        return self._annotations

    def annotation(self, annotation_id: str) -> Annotation | None:
        return self._by_id.get(annotation_id)

    def on(self, article_id: str) -> tuple[tuple[Annotation, Span], ...]:
        """Annotations of one article with the span each sits on, in order of place."""
        return self._places.get(article_id, ())

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
        return self._relations

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
        return self._hidden

    @property
    def tags(self) -> tuple[Tag, ...]:
        """The codebook without what is archived."""
        return tuple(t for t in self._tags if not t.archived)

    @property
    def all_tags(self) -> tuple[Tag, ...]:
        return self._tags

    def tag(self, tag_id: str) -> Tag | None:
        return self._tags_by_id.get(tag_id)

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
        return tuple(r for r in self._ratings if not r.archived)

    @property
    def all_ratings(self) -> tuple[Rating, ...]:
        return self._ratings

    def rating(self, rating_id: str | None) -> Rating | None:
        return next((r for r in self._ratings if r.id == rating_id), None)

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
        return next((one for one in self._annotations if wanted and places_of(one) == wanted), None)

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

    # ---- undo

    @property
    def undo_name(self) -> str | None:
        """What undo would take back ('Tag “figure”'), None for nothing."""
        return self._stories.project.log.undo_name if self._stories.is_open else None

    @property
    def redo_name(self) -> str | None:
        return self._stories.project.log.redo_name if self._stories.is_open else None

    def undo(self) -> str | None:
        """Take back the newest change and come to its place; its name, None for nothing."""
        self.leave_note()
        return self._turned(self._stories.project.log.undo())

    def redo(self) -> str | None:
        self.leave_note()
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
        if place.annotation_id and self.annotation(place.annotation_id):
            self.come_to(place.annotation_id)
        elif place.article_id and place.span is not None:
            self._passages.go_to(place.article_id, place.span)

    def read_again(self) -> None:
        """Read all that is shown of the project again, after a change of whatever kind."""
        self._stories.refresh()
        self.refresh()
        self._passages.read_reviews()
        self._comparing.refresh()

    # ---- reading again

    def refresh(self) -> None:
        """Read again what the project holds; tells only what has changed."""
        before, tags = self._annotations, self._tags
        scale, relations = self._ratings, self._relations
        self._read()
        noted, tagged = self._annotations != before, self._tags != tags
        if noted:
            self._by_id = {annotation.id: annotation for annotation in self._annotations}
            self._places = places_by_article(self._annotations)
        if tagged:
            self._tags_by_id = {tag.id: tag for tag in self._tags}
        if self._active is not None and self.annotation(self._active) is None:
            self.activate(None)
        if tagged:
            self.tags_changed.emit()
        if self._ratings != scale:
            self.ratings_changed.emit()
        if noted:
            self._find_annotated()
            self.annotations_changed.emit()
        if self._relations != relations:
            self.relations_changed.emit()
        self.history_changed.emit()

    def _read(self) -> None:
        self._annotations, self._relations = (), ()
        self._tags, self._ratings, self._hidden = (), (), 0
        if not self._stories.is_open:
            return
        project, story = self._stories.project, self._stories.story
        self._tags, self._ratings = project.tags.all(), project.ratings.all()
        if story is None:
            return
        everyone = self._annotations = project.annotations.of(story.id)
        self._relations = project.annotations.relations(story.id)
        if self.blind:
            me = project.people.me().id
            self._annotations = tuple(one for one in everyone if one.person_id == me)
            self._hidden = len(everyone) - len(self._annotations)
            shown = {one.id for one in self._annotations}
            self._relations = tuple(
                one for one in self._relations if {one.from_id, one.to_id} <= shown
            )

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
        self._passages.set_annotated(passages_over(comparison.passages, ids, self._places))
