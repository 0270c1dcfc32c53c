"""What the project holds of notes on one story, as far as it is shown: one value, read at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.core.annotating.annotation import Annotation, Rating, Relation, Tag
from reader.ui.session.annotated import Places, places_by_article
from reader.ui.session.stories import Stories


@dataclass(frozen=True, slots=True)
class Noted:
    """Annotations, what they are to each other, and the codebook they are made with."""

    annotations: tuple[Annotation, ...] = ()
    relations: tuple[Relation, ...] = ()
    tags: tuple[Tag, ...] = ()
    ratings: tuple[Rating, ...] = ()
    hidden: int = 0
    """How many annotations of other people are left out."""
    by_id: Mapping[str, Annotation] = field(default_factory=dict, compare=False)
    places: Places = field(default_factory=dict, compare=False)
    """Where the annotations sit, by article."""

    def tag(self, tag_id: str) -> Tag | None:
        return next((tag for tag in self.tags if tag.id == tag_id), None)

    def rating(self, rating_id: str | None) -> Rating | None:
        return next((rating for rating in self.ratings if rating.id == rating_id), None)


def read_noted(stories: Stories, before: Noted, *, blind: bool) -> Noted:
    """What is there now; what has not changed since `before` is not worked out again.

    With `blind` other people's annotations are counted and left out.
    """
    if not stories.is_open:
        return Noted()
    project, story = stories.project, stories.story
    tags, ratings = project.tags.all(), project.ratings.all()
    if story is None:
        return Noted(tags=tags, ratings=ratings)
    everyone = shown = project.annotations.of(story.id)
    relations = project.annotations.relations(story.id)
    if blind:
        me = project.people.me().id
        shown = tuple(one for one in everyone if one.person_id == me)
        ids = {one.id for one in shown}
        relations = tuple(one for one in relations if {one.from_id, one.to_id} <= ids)
    same = shown == before.annotations
    return Noted(
        annotations=before.annotations if same else shown,
        relations=relations,
        tags=tags,
        ratings=ratings,
        hidden=len(everyone) - len(shown),
        by_id=before.by_id if same else {one.id: one for one in shown},
        places=before.places if same else places_by_article(shown),
    )
