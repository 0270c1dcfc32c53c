"""Reading annotations: a story's are kept in memory, and the log says which to read again."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import cast

from reader.core.annotating.annotation import Annotation, Evidence, Target
from reader.store import errors
from reader.store.annotation_rows import annotation_of, evidence_of
from reader.store.database import Connection
from reader.store.targets import Targets

_BY_NAME = 2_000
"""Up to so many changed annotations are read by name, more with the whole story."""

_OF_ONE = frozenset({"annotation", "target", "annotation_tag", "evidence"})
_OF_ALL = frozenset({"article", "version"})
"""Tables whose change may alter how every target stands."""


@dataclass(frozen=True, slots=True)
class Read:
    """An annotation as it is saved, and whether it is deleted."""

    annotation: Annotation
    removed: bool


@dataclass(frozen=True, slots=True)
class Held:
    """What a reader keeps in memory: which stories, right up to which event."""

    seen: int
    story_ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class News:
    """What has become of the annotations that a reader holds, worked out for it elsewhere."""

    since: int
    until: int
    changed: frozenset[str]
    reads: Mapping[str, Read]
    """The changed annotations that are there, by identifier."""
    stories: Mapping[str, dict[str, Read]]
    """Stories that were read whole, since too much has changed in them."""


class AnnotationReader:
    """Annotations of a project as they are saved, without what is being typed."""

    def __init__(self, connection: Connection, targets: Targets) -> None:
        self._connection = connection
        self._targets = targets
        self._stories: dict[str, dict[str, Read]] = {}
        self._seen = 0
        """The event up to which `_stories` is right."""

    def one(self, annotation_id: str) -> Annotation:
        """One annotation. Raises Refused where there is none."""
        read = self._named([annotation_id]).get(annotation_id)
        if read is None:
            raise errors.gone("note")
        return read.annotation

    def of(self, story_id: str) -> tuple[Read, ...]:
        """A story's annotations, oldest first, the deleted ones included."""
        if self._connection.in_transaction:  # what is not committed yet may not be kept
            return _sorted(self._of_story(story_id))
        self.take(self.news_for(self.held))
        if story_id not in self._stories:
            self._stories[story_id] = self._whole(story_id)
        return tuple(self._stories[story_id].values())

    @property
    def held(self) -> Held:
        """What `news_for` needs to know on another connection."""
        return Held(self._seen, frozenset(self._stories))

    def news_for(self, held: Held) -> News:
        """What a reader that holds so much has to take over to be right again."""
        latest = self._connection.row("SELECT coalesce(max(seq), 0) AS seq FROM event")
        until = latest["seq"] if latest else 0
        if not held.story_ids or held.seen == until:
            return News(held.seen, until, frozenset(), {}, {})
        rows = self._connection.rows(
            "SELECT DISTINCT table_name, owner_id FROM event WHERE seq > ?", [held.seen]
        )
        changed = frozenset(row["owner_id"] for row in rows if row["table_name"] in _OF_ONE)
        if len(changed) > _BY_NAME or any(row["table_name"] in _OF_ALL for row in rows):
            whole = {story_id: self._whole(story_id) for story_id in held.story_ids}
            return News(held.seen, until, changed, {}, whole)
        return News(held.seen, until, changed, self._named(changed) if changed else {}, {})

    def take(self, news: News) -> None:
        """Take over what was worked out elsewhere; news of another moment are left."""
        if news.since != self._seen:
            return
        self._seen = news.until
        if news.stories:
            self._stories = dict(news.stories)
        elif news.changed:
            self._exchange(news.changed, news.reads)

    def _exchange(self, changed: frozenset[str], news: Mapping[str, Read]) -> None:
        for story_id, reads in self._stories.items():
            own = {key: read for key, read in news.items() if read.annotation.story_id == story_id}
            if own.keys() <= reads.keys() and not (changed - own.keys()) & reads.keys():
                reads.update(own)  # none came and none went: the order is as it was
                continue
            kept = {key: read for key, read in reads.items() if key not in changed} | own
            self._stories[story_id] = {read.annotation.id: read for read in _sorted(kept)}

    def _whole(self, story_id: str) -> dict[str, Read]:
        return {read.annotation.id: read for read in _sorted(self._of_story(story_id))}

    def _of_story(self, story_id: str) -> dict[str, Read]:
        targets = self._targets.of_story("annotation_id", story_id)
        return self._load("annotation.story_id = ?", story_id, targets)

    def _named(self, annotation_ids: Collection[str]) -> dict[str, Read]:
        targets = self._targets.of_owners("annotation_id", annotation_ids)
        where = "annotation.id IN (SELECT value FROM json_each(?))"
        return self._load(where, json.dumps([*annotation_ids]), targets)

    def _load(
        self, where: str, value: str, targets: Mapping[str, tuple[Target, ...]]
    ) -> dict[str, Read]:
        rows = self._connection.rows(f"SELECT * FROM annotation WHERE {where}", [value])
        tag_ids, evidence = self._tag_ids(where, value), self._evidence(where, value)
        return {
            row["id"]: Read(
                annotation_of(
                    row,
                    targets.get(row["id"], ()),
                    tuple(tag_ids.get(row["id"], ())),
                    tuple(evidence.get(row["id"], ())),
                ),
                row["removed"] is not None,
            )
            for row in rows
        }

    def _tag_ids(self, where: str, value: str) -> Mapping[str, list[str]]:
        uses: defaultdict[str, list[str]] = defaultdict(list)
        for annotation_id, tag_id in self._connection.rows(
            "SELECT annotation_id, tag_id FROM annotation "
            f"JOIN annotation_tag ON annotation_id = annotation.id WHERE {where} "
            "ORDER BY annotation_tag.position",
            [value],
        ):
            uses[cast(str, annotation_id)].append(cast(str, tag_id))
        return uses

    def _evidence(self, where: str, value: str) -> Mapping[str, list[Evidence]]:
        evidence: defaultdict[str, list[Evidence]] = defaultdict(list)
        for row in self._connection.rows(
            "SELECT evidence.* FROM annotation "
            f"JOIN evidence ON annotation_id = annotation.id WHERE {where} "
            "ORDER BY evidence.position",
            [value],
        ):
            evidence[row["annotation_id"]].append(evidence_of(dict(row)))
        return evidence


def _sorted(reads: Mapping[str, Read]) -> tuple[Read, ...]:
    return tuple(
        sorted(reads.values(), key=lambda read: (read.annotation.created, read.annotation.id))
    )
