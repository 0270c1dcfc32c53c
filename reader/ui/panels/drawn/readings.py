"""The readings of a passage as pieces, set off against the base reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.core.comparison import Comparison, Passage
from reader.core.difference.divergence import Divergence, Stated, Verdict
from reader.core.matching.link import Link, Reading, Wording
from reader.core.text.span import Span
from reader.ui.panels.drawn.pieces import Form, Piece, Pieces, against, joined, plain
from reader.ui.session import Session


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a divergence in conflict with the words of the other side."""

    article: int
    span: Span
    other: str


@dataclass(frozen=True, slots=True)
class Differing:
    """Divergences of one kind between the same words, told once; `count` is how many there are."""

    divergence: Divergence
    count: int


_ORDER = (Verdict.CONFLICT, Verdict.COMPATIBLE, Verdict.AGREE, Verdict.ONLY)


class Readings:
    """The words of one comparison's passages; of no use once the comparison or the base changes."""

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

    def base_article(self, passage: Passage) -> int:
        """The article whose readings the others are set off against: the base, else the first."""
        articles = {reading.article for reading in passage.readings}
        return self._base if self._base in articles else passage.readings[0].article

    def is_of_base(self, reading: Reading) -> bool:
        """Whether it stands in the base; where that lacks a passage, the first reading leads."""
        return reading.article == self._base

    def counterpart(self, passage: Passage, reading: Reading) -> Reading | None:
        """The base article's reading that this one is set off against, None for its own readings.

        Where the base says it twice (headline and body), the one with the surest link is taken.
        """
        base = self.base_article(passage)
        if reading.article == base:
            return None
        best, surest = None, -1.0
        for own in passage.readings:
            if own.article == base:
                link = self.link_of(passage, own, reading)
                score = link.score if link else 0.0
                if score > surest:
                    best, surest = own, score
        return best

    def pieces(self, passage: Passage, reading: Reading) -> Pieces:
        """One reading's words; what differs from its counterpart and what conflicts is set off."""
        known = self._known.get(reading)
        if known is None:
            base, boxed = self.counterpart(passage, reading), self._boxed(passage, reading)
            text = self._texts[reading.article]
            if base is None:
                known = plain(text, reading.span, boxed)
            else:
                known = against(self._texts[base.article], base.span, text, reading.span, boxed)
            self._known[reading] = known
        return known

    def in_order(self, passage: Passage, board: Sequence[int]) -> tuple[Reading, ...]:
        """The readings as one reads them: the base's first, then in the order of the board."""
        base = self.base_article(passage)
        rank = {article: n for n, article in enumerate(board)}

        def place(reading: Reading) -> tuple[bool, int, Reading]:
            return reading.article != base, rank.get(reading.article, len(rank)), reading

        return tuple(sorted(passage.readings, key=place))

    def by_article(
        self, passage: Passage, ordered: Sequence[Reading]
    ) -> tuple[tuple[Reading, ...], ...]:
        """The readings of each article, the one that tells most first: in conflict, else surest."""
        groups: dict[int, list[Reading]] = {}
        for reading in ordered:
            groups.setdefault(reading.article, []).append(reading)

        def worth(reading: Reading) -> tuple[bool, float]:
            links = [
                link.score
                for link in self.links(passage)
                for side in (link.a, link.b)
                if side.article == reading.article and side.span.overlaps(reading.span)
            ]
            return not self._boxed(passage, reading), -max(links, default=0.0)

        return tuple(tuple(sorted(group, key=worth)) for group in groups.values())

    def differing(self, passage: Passage) -> tuple[Differing, ...]:
        """The passage's divergences, the gravest first, each pair of words once."""
        found: dict[tuple[str, str, frozenset[str]], list[Divergence]] = {}
        for divergence in self.divergences(passage):
            sides = [side for side in (divergence.a, divergence.b) if side is not None]
            words = frozenset(self.stated(side).casefold() for side in sides)
            found.setdefault((divergence.kind, divergence.verdict, words), []).append(divergence)
        told = [Differing(same[0], len(same)) for same in found.values()]
        return tuple(sorted(told, key=lambda one: _ORDER.index(one.divergence.verdict)))

    def in_conflict(self, passage: Passage) -> tuple[Reading, Reading] | None:
        """The two readings that the first conflict stands in."""
        for divergence in self.divergences(passage):
            if divergence.verdict is Verdict.CONFLICT and divergence.b is not None:
                sides = [
                    next(
                        (
                            reading
                            for reading in passage.readings
                            if reading.article == side.article and reading.span.overlaps(side.span)
                        ),
                        None,
                    )
                    for side in (divergence.a, divergence.b)
                ]
                if sides[0] is not None and sides[1] is not None:
                    return sides[0], sides[1]
        return None

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

    def links_of(self, passage: Passage, a: Reading, b: Reading) -> tuple[Link, ...]:
        """All links between two readings of a passage, in either direction, the surest first.

        One sentence can be linked with another as a whole and by a run of words inside.
        """
        found: list[Link] = []
        for link in self.links(passage):
            here, there = (link.a, link.b) if link.a.article == a.article else (link.b, link.a)
            if (
                (here.article, there.article) == (a.article, b.article)
                and here.span.overlaps(a.span)
                and there.span.overlaps(b.span)
            ):
                found.append(link)
        return tuple(sorted(found, key=lambda link: -link.score))

    def link_of(self, passage: Passage, a: Reading, b: Reading) -> Link | None:
        """The surest link between two readings of a passage."""
        return next(iter(self.links_of(passage, a, b)), None)

    def possible(self, passage: Passage, most: int) -> tuple[tuple[Link, Reading], ...]:
        """Links that are only possible from this passage to articles that lack it, surest first.

        Each comes with the reading it leads to.
        """
        spans: dict[int, list[Span]] = {}
        for reading in passage.readings:
            spans.setdefault(reading.article, []).append(reading.span)
        found: list[tuple[Link, Reading]] = []
        everywhere = len(spans) == len(self._texts)
        for link in () if everywhere else self._comparison.links:
            # There are thousands: what is cheapest to tell is asked first.
            from_a = link.a.article in spans
            if link.shown or from_a == (link.b.article in spans) or link.wording is Wording.NAME:
                continue
            here, there = (link.a, link.b) if from_a else (link.b, link.a)
            if any(here.span.overlaps(span) for span in spans[here.article]):
                found.append((link, there))
        found.sort(key=lambda one: -one[0].score)
        return tuple(found[:most])

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
