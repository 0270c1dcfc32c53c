"""The readings of a passage as pieces, set off against the base reading; worked out when asked for."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.comparison import Comparison, Passage
from reader.core.difference.divergence import Divergence, Stated, Verdict
from reader.core.matching.link import Link, Reading
from reader.core.text.span import Span
from reader.ui.panels.pieces import Form, Piece, Pieces, against, joined, plain
from reader.ui.session import Session


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a divergence in conflict with the words of the other side."""

    article: int
    span: Span
    other: str


class Readings:
    """The words of the passages of one comparison; forget it when the comparison or base changes."""

    def __init__(self, session: Session, comparison: Comparison) -> None:
        self._comparison = comparison
        self._texts = tuple(
            stored.article.text if (stored := session.stories.article(article_id)) else ""
            for article_id in session.comparing.ids
        )
        base = session.board.base
        self._base = session.comparing.index_of(base) if base else None
        self._known: dict[Reading, Pieces] = {}

    @property
    def comparison(self) -> Comparison:
        return self._comparison

    def text(self, article: int) -> str:
        """An article's whole text, by its index in the comparison."""
        return self._texts[article]

    def words(self, reading: Reading) -> str:
        return reading.span.of(self._texts[reading.article])

    def base_of(self, passage: Passage) -> Reading:
        """The reading the others are set off against: the base article's, else the first."""
        own = (r for r in passage.readings if r.article == self._base)
        return next(own, passage.readings[0])

    def pieces(self, passage: Passage, reading: Reading) -> Pieces:
        """One reading's words; what differs from the base reading and what conflicts is set off."""
        known = self._known.get(reading)
        if known is None:
            base, boxed = self.base_of(passage), self._boxed(passage, reading)
            text = self._texts[reading.article]
            if reading == base:
                known = plain(text, reading.span, boxed)
            else:
                known = against(
                    self._texts[base.article], base.span, text, reading.span, boxed
                )
            self._known[reading] = known
        return known

    def of_article(self, passage: Passage, article: int) -> Pieces:
        """All readings of one article in a passage as one text; empty where it has none."""
        told: list[Piece] = []
        for reading in passage.readings:
            if reading.article == article:
                if told:
                    told.append(Piece(" … ", Form.QUIET))
                told += self.pieces(passage, reading)
        return joined(told)

    def divergences(self, passage: Passage) -> tuple[Divergence, ...]:
        return tuple(self._comparison.divergences[n] for n in passage.divergences)

    def links(self, passage: Passage) -> tuple[Link, ...]:
        return tuple(self._comparison.links[n] for n in passage.links)

    def link_of(self, passage: Passage, a: Reading, b: Reading) -> Link | None:
        """The strongest link between two readings of a passage, in either direction."""
        best: Link | None = None
        for link in self.links(passage):
            here, there = (link.a, link.b) if link.a.article == a.article else (link.b, link.a)
            met = here.article == a.article and there.article == b.article
            if (
                met
                and here.span.overlaps(a.span)
                and there.span.overlaps(b.span)
                and (best is None or link.score > best.score)
            ):
                best = link
        return best

    def stated(self, side: Stated) -> str:
        """The words of one side of a divergence."""
        return " ".join(side.span.of(self._texts[side.article]).split())

    def conflicts(self, passage: Passage, article: int) -> tuple[Side, ...]:
        """Where an article's words are in conflict, with the words of the other side."""
        found: list[Side] = []
        for divergence in self.divergences(passage):
            if divergence.verdict is not Verdict.CONFLICT or divergence.b is None:
                continue
            for one, other in (
                (divergence.a, divergence.b),
                (divergence.b, divergence.a),
            ):
                if one.article == article:
                    found.append(Side(article, one.span, self.stated(other)))
        return tuple(found)

    def _boxed(self, passage: Passage, reading: Reading) -> tuple[Span, ...]:
        return tuple(
            side.span
            for side in self.conflicts(passage, reading.article)
            if reading.span.overlaps(side.span)
        )
