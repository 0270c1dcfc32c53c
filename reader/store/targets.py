"""Targets: the spans that annotations, reviews and decisions are about, kept as anchors."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from reader.core.anchoring import anchors
from reader.core.annotating.annotation import Anchor, Standing, Target
from reader.core.text.span import Span
from reader.store import errors
from reader.store.database import Connection, Record
from reader.store.events import Place
from reader.store.stamps import new_id
from reader.store.texts import Texts
from reader.store.writer import Writer

Owner = Literal["annotation_id", "review_id", "decision_id"]
Spot = tuple[str, Span]
"""An article's identifier and a span of its newest version."""

_OF_STORY: dict[Owner, str] = {
    "annotation_id": "annotation",
    "review_id": "review",
    "decision_id": "decision",
}
_STANDINGS = {str(standing): standing for standing in Standing}


class Targets:
    """Rows of the table `target`, whichever of its three owners they belong to."""

    def __init__(self, connection: Connection, texts: Texts) -> None:
        self._connection = connection
        self._texts = texts

    def newest(self, article_id: str) -> str:
        """The hash of an article's newest version. Raises Refused where there is none."""
        row = self._connection.row(
            "SELECT sha256 FROM version WHERE article_id = ? ORDER BY number DESC LIMIT 1",
            [article_id],
        )
        if row is None:
            raise errors.gone("article")
        return row["sha256"]

    def describe(self, spot: Spot) -> Target:
        """A target on exactly these words of the article's newest version."""
        article_id, span = spot
        sha256 = self.newest(article_id)
        text = self._texts.text(sha256)
        if span.end > len(text):
            raise ValueError(f"{span} lies outside of its text of {len(text)} code points")
        return Target(article_id, anchors.describe(text, sha256, span), span)

    def write(self, writer: Writer, owner: Owner, owner_id: str, targets: Sequence[Target]) -> None:
        """Makes the targets of one owner these, keeping the rows of those that stay."""
        rows = self._connection.rows(
            f"SELECT id FROM target WHERE {owner} = ? ORDER BY position", [owner_id]
        )
        ids: list[str] = [row["id"] for row in rows]
        for position, target in enumerate(targets):
            row_id = ids[position] if position < len(ids) else new_id()
            writer.put("target", row_of(row_id, owner, owner_id, position, target))
        for row_id in ids[len(targets) :]:
            writer.remove("target", row_id)

    def of_story(self, owner: Owner, story_id: str) -> Mapping[str, tuple[Target, ...]]:
        """The targets of every owner of one kind in a story, by the owner's identifier."""
        table = _OF_STORY[owner]
        return self._select(
            owner,
            f"JOIN {table} AS owner ON owner.id = target.{owner} WHERE owner.story_id = ?",
            story_id,
        )

    def of(self, owner: Owner, owner_id: str) -> tuple[Target, ...]:
        """The targets of one owner in their order."""
        return self._select(owner, f"WHERE target.{owner} = ?", owner_id).get(owner_id, ())

    def of_owners(
        self, owner: Owner, owner_ids: Collection[str]
    ) -> Mapping[str, tuple[Target, ...]]:
        """The targets of several owners of one kind, by the owner's identifier."""
        where = f"WHERE target.{owner} IN (SELECT value FROM json_each(?))"
        return self._select(owner, where, json.dumps([*owner_ids]))

    def place(self, annotation_id: str) -> Place:
        """Where an annotation is: its first target."""
        row = self._connection.row("SELECT story_id FROM annotation WHERE id = ?", [annotation_id])
        if row is None:
            raise errors.gone("note")
        targets = self.of("annotation_id", annotation_id)
        if not targets:
            return Place(row["story_id"], annotation_id=annotation_id)
        return Place(row["story_id"], targets[0].article_id, targets[0].span, annotation_id)

    def _select(self, owner: Owner, where: str, value: str) -> Mapping[str, tuple[Target, ...]]:
        rows = self._connection.rows(
            f"SELECT target.* FROM target {where} ORDER BY target.position", [value]
        )
        texts = {
            article_id: self._shown(article_id)
            for article_id in {row["article_id"] for row in rows}
        }
        found: defaultdict[str, list[Target]] = defaultdict(list)
        for row in rows:
            found[row[owner]].append(_verified(target_of(row), texts[row["article_id"]]))
        return {owner_id: tuple(targets) for owner_id, targets in found.items()}

    def _shown(self, article_id: str) -> str | None:
        """The text on which an article's targets must stand; None while it is out of the story."""
        row = self._connection.row(
            "SELECT sha256, removed FROM version JOIN article ON article.id = article_id "
            "WHERE article_id = ? ORDER BY number DESC LIMIT 1",
            [article_id],
        )
        if row is None or row["removed"] is not None:
            return None
        return self._texts.text(row["sha256"])


def _verified(target: Target, text: str | None) -> Target:
    """The target as it may be shown: never on words that are not its own without saying so.

    It is lost while its article is out of the story, and where a found one's words do not stand.
    """
    if text is not None:
        span = target.span
        if span is None or target.standing is not Standing.FOUND:
            return target
        if span.of(text) == target.anchor.quote:
            return target
    return replace(target, span=None, standing=Standing.LOST, candidates=())


def target_of(row: Any) -> Target:
    """A target from its row, a mapping or one of SQLite's own."""
    start, end, candidates = row["found_start"], row["found_end"], row["candidates"]
    return Target(
        article_id=row["article_id"],
        anchor=Anchor(
            sha256=row["sha256"],
            span=Span(row["start"], row["end"]),
            quote=row["quote"],
            prefix=row["prefix"],
            suffix=row["suffix"],
        ),
        span=None if start is None else Span(start, end),
        standing=_STANDINGS[row["standing"]],
        candidates=() if candidates == "[]" else _spans(candidates),
    )


def _spans(packed: str) -> tuple[Span, ...]:
    pairs: list[list[int]] = json.loads(packed)
    return tuple(Span(start, end) for start, end in pairs)


def row_of(row_id: str, owner: Owner, owner_id: str, position: int, target: Target) -> Record:
    """The row of a target."""
    anchor = target.anchor
    row: Record = {"id": row_id, "annotation_id": None, "review_id": None, "decision_id": None}
    row |= {owner: owner_id, "position": position, "article_id": target.article_id}
    row |= {"sha256": anchor.sha256, "start": anchor.span.start, "end": anchor.span.end}
    row |= {"quote": anchor.quote, "prefix": anchor.prefix, "suffix": anchor.suffix}
    row |= {
        "found_start": None if target.span is None else target.span.start,
        "found_end": None if target.span is None else target.span.end,
        "standing": target.standing,
        "candidates": json.dumps([[span.start, span.end] for span in target.candidates]),
    }
    return row
