"""How much of each article stands in each other one, and which parts are shared by how many."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reader.core.comparison import ComparedArticle, Comparison
from reader.core.difference.divergence import Verdict
from reader.core.matching.link import Link, Relation, Wording
from reader.core.text.span import Span, merged


@dataclass(frozen=True, slots=True)
class Share:
    """How much of the compared text of one article is in another: 0..1, of its code points."""

    verbatim: float
    whole: float
    conflicts: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an article that `others` other articles also have, as shares of its length."""

    start: float
    end: float
    others: int


def compared_length(article: ComparedArticle) -> int:
    """Code points of the blocks that are compared."""
    pairs = zip(article.blocks, article.compared, strict=True)
    return sum(len(block.span) for block, compared in pairs if compared)


def matrix(comparison: Comparison) -> list[list[Share | None]]:
    """For each article (row) how much of it is in each other (column); None on the diagonal."""
    count = len(comparison.articles)
    verbatim: dict[tuple[int, int], list[Span]] = {}
    whole: dict[tuple[int, int], list[Span]] = {}
    for link in shown(comparison):
        for here, there in ((link.a, link.b), (link.b, link.a)):
            key = (here.article, there.article)
            whole.setdefault(key, []).append(here.span)
            if link.relation is Relation.VERBATIM:
                verbatim.setdefault(key, []).append(here.span)
            else:
                own = (same.a if here is link.a else same.b for same in link.same)
                verbatim.setdefault(key, []).extend(_runs(own))
    clashes = _conflicts(comparison)
    told: list[list[Share | None]] = []
    for row in range(count):
        length = max(1, compared_length(comparison.articles[row]))
        told.append(
            [
                None
                if row == column
                else Share(
                    min(1.0, _size(verbatim.get((row, column), [])) / length),
                    min(1.0, _size(whole.get((row, column), [])) / length),
                    clashes.get((min(row, column), max(row, column)), 0),
                )
                for column in range(count)
            ]
        )
    return told


def parts(comparison: Comparison, article: int) -> list[Part]:
    """An article from beginning to end, cut wherever the number of others that share it changes."""
    length = max(1, comparison.articles[article].length)
    by_other: dict[int, list[Span]] = {}
    for link in shown(comparison):
        for here, there in ((link.a, link.b), (link.b, link.a)):
            if here.article == article and there.article != article:
                by_other.setdefault(there.article, []).append(here.span)
    steps: dict[int, int] = {}
    for spans in by_other.values():
        for span in merged(spans):
            steps[span.start] = steps.get(span.start, 0) + 1
            steps[span.end] = steps.get(span.end, 0) - 1
    found: list[Part] = []
    others, before = 0, 0
    for place in sorted(steps):
        if others and place > before:
            found.append(Part(before / length, place / length, others))
        others, before = others + steps[place], place
    return found


def shown(comparison: Comparison) -> Iterable[Link]:
    """The links that count: shown, and more than a name."""
    return (
        link
        for link in comparison.links
        if link.shown and link.wording is not Wording.NAME and link.a.article != link.b.article
    )


LONG_RUN = 24
"""Code points from which words that are the same inside a changed sentence count as verbatim."""


def _runs(spans: Iterable[Span]) -> Iterable[Span]:
    return (span for span in spans if len(span) >= LONG_RUN)


def _size(spans: Iterable[Span]) -> int:
    return sum(len(span) for span in merged(spans))


def _conflicts(comparison: Comparison) -> dict[tuple[int, int], int]:
    """How many conflicts there are between two articles."""
    found: dict[tuple[int, int], int] = {}
    for divergence in comparison.divergences:
        if divergence.verdict is Verdict.CONFLICT and divergence.b is not None:
            a, b = sorted((divergence.a.article, divergence.b.article))
            if a != b:
                found[a, b] = found.get((a, b), 0) + 1
    return found
