"""How much of an article other articles share, and in which way."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from reader.core.comparison import Comparison
from reader.core.matching.link import Relation
from reader.core.text.span import Span, merged


@dataclass(frozen=True, slots=True)
class Shares:
    """Parts of one article's characters, blanks between blocks apart; they come to 1, or all are 0.

    A character in several links counts for the strictest of them.
    """

    verbatim: float = 0.0
    near: float = 0.0
    paraphrase: float = 0.0
    only: float = 0.0
    uncompared: float = 0.0

    def parts(self) -> tuple[tuple[str, float], ...]:
        """Name and share of every part, in the order in which the bar shows them."""
        return (
            ("word for word", self.verbatim),
            ("near", self.near),
            ("in other words", self.paraphrase),
            ("only here", self.only),
            ("not compared", self.uncompared),
        )

    @property
    def shared(self) -> float:
        """What the other articles say too, in whichever words."""
        return self.verbatim + self.near + self.paraphrase

    @property
    def shared_of_compared(self) -> float:
        """The same as a part of what is compared: furniture can be shared with nobody."""
        compared = self.shared + self.only
        return self.shared / compared if compared else 0.0

    def in_words(self) -> str:
        """'12 % word for word, 30 % near, ...'; parts that come to nothing are left out."""
        told = [f"{100 * share:.0f} % {name}" for name, share in self.parts() if share >= 0.005]
        return ", ".join(told)


def shares(comparison: Comparison, article: int, among: Collection[int]) -> Shares:
    """The shares of one article with others among these, over all kinds of marks."""
    own = comparison.articles[article]
    total = sum(len(block.span) for block in own.blocks)
    if not total:
        return Shares()
    compared = [b.span for b, is_in in zip(own.blocks, own.compared, strict=True) if is_in]
    taken: list[Span] = []
    parts: list[int] = []
    for relation in (Relation.VERBATIM, Relation.NEAR, Relation.PARAPHRASE):
        readings = [
            reading.span
            for link in comparison.links
            if link.relation is relation
            and link.shown
            and link.a.article in among
            and link.b.article in among
            and link.a.article != link.b.article
            for reading in (link.a, link.b)
            if reading.article == article
        ]
        before = _covered(_cut(taken, compared))
        taken = merged([*taken, *readings])
        parts.append(_covered(_cut(taken, compared)) - before)
    inside = _covered(compared)
    verbatim, near, paraphrase = (part / total for part in parts)
    only = (inside - sum(parts)) / total
    return Shares(verbatim, near, paraphrase, only, (total - inside) / total)


def _cut(spans: list[Span], limits: list[Span]) -> list[Span]:
    """The parts of spans (merged, in order) that lie inside the limits (in order)."""
    cut: list[Span] = []
    at = 0
    for span in spans:
        while at < len(limits) and limits[at].end <= span.start:
            at += 1
        here = at
        while here < len(limits) and limits[here].start < span.end:
            limit = limits[here]
            cut.append(Span(max(span.start, limit.start), min(span.end, limit.end)))
            here += 1
    return cut


def _covered(spans: list[Span]) -> int:
    return sum(len(span) for span in spans)
