"""Finding again, in a newer version of an article, all that points into the older one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from reader.core.anchoring import anchors
from reader.core.annotating.annotation import Anchor, Standing, Target
from reader.core.text.article import Article, Block
from reader.store.database import Connection
from reader.store.targets import Owner, row_of, target_of
from reader.store.texts import Texts
from reader.store.writer import Writer

_WORST_LAST = (Standing.FOUND, Standing.MOVED, Standing.REVIEW, Standing.LOST)


class Reanchoring:
    """Carries the targets of annotations, reviews and decisions to a new text."""

    def __init__(self, connection: Connection, texts: Texts) -> None:
        self._connection = connection
        self._texts = texts

    def anchored(self, article_id: str) -> Mapping[Anchor, str]:
        """Every anchor in an article, with the text that it was made on."""
        rows = self._connection.rows("SELECT * FROM target WHERE article_id = ?", [article_id])
        held = {target_of(dict(row)).anchor for row in rows}
        texts = {sha256: self._texts.text(sha256) for sha256 in {one.sha256 for one in held}}
        return {anchor: texts[anchor.sha256] for anchor in held}

    def carry(
        self,
        change: Writer,
        article_id: str,
        sha256: str,
        known: Mapping[Anchor, anchors.Finding] = MappingProxyType({}),
    ) -> Mapping[str, Standing]:
        """Re-anchors every target in the article; returns the worst standing by annotation.

        `known` are findings in this text that were worked out before; others are looked for now.
        """
        text = self._texts.text(sha256)
        standings: dict[str, Standing] = {}
        for row in self._connection.rows("SELECT * FROM target WHERE article_id = ?", [article_id]):
            before = target_of(dict(row))
            finding = known.get(before.anchor)
            if finding is None:
                made_on = self._texts.text(before.anchor.sha256)
                finding = anchors.carry(before.anchor, made_on, text, sha256)
            target = settled(before, finding)
            owner, owner_id = _owner(dict(row))
            change.put("target", row_of(row["id"], owner, owner_id, row["position"], target))
            if owner == "annotation_id":
                worst = max(
                    target.standing, standings.get(owner_id, Standing.FOUND), key=_WORST_LAST.index
                )
                standings[owner_id] = worst
        return standings

    def roles(self, old: Article, new: Article) -> Article:
        """The newer text with a person's corrections of roles, where their stretch is unchanged."""
        found = set(new.roles)
        for block in old.roles:
            anchor = anchors.describe(old.text, old.sha256, block.span)
            match anchors.carry(anchor, old.text, new.text, new.sha256):
                case anchors.Found(span) if not any(span.overlaps(one.span) for one in found):
                    found.add(Block(span, block.role))
                case _:
                    pass
        return replace(new, roles=tuple(sorted(found)))


def settled(target: Target, finding: anchors.Finding) -> Target:
    """The target as an anchor's finding has it; the anchor stays as it was made."""
    match finding:
        case anchors.Found(span):
            return replace(target, span=span, standing=Standing.FOUND, candidates=())
        case anchors.Moved(span, _):
            return replace(target, span=span, standing=Standing.MOVED, candidates=())
        case anchors.Unsure(candidates):
            spans = tuple(candidate.span for candidate in candidates)
            return replace(target, span=None, standing=Standing.REVIEW, candidates=spans)
        case anchors.Lost():
            return replace(target, span=None, standing=Standing.LOST, candidates=())


def _owner(row: Mapping[str, object]) -> tuple[Owner, str]:
    owners: tuple[Owner, ...] = ("annotation_id", "review_id", "decision_id")
    for owner in owners:
        if row[owner] is not None:
            return owner, str(row[owner])
    raise AssertionError("a target belongs to something")
