"""The list of divergence finders, and the two ways to run them: over a pair, inside one text."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from reader.core.difference import (
    attribution,
    date,
    figure,
    hedge,
    name,
    negation,
    quote,
    tense,
)
from reader.core.difference.divergence import Divergence, DivergenceKind
from reader.core.difference.headline import headline_pairs
from reader.core.difference.pair import Pair
from reader.core.facts.analysis import Analysis


@dataclass(frozen=True, slots=True)
class Finder:
    """How divergences of one kind are found between two readings of one claim."""

    kind: DivergenceKind
    find: Callable[[Pair], list[Divergence]]
    beyond: bool = False
    """Whether it looks beyond the readings, so that the same words may part in it."""


FINDERS: tuple[Finder, ...] = (
    Finder(DivergenceKind.FIGURE, figure.find, beyond=True),
    Finder(DivergenceKind.DATE, date.find, beyond=True),
    Finder(DivergenceKind.NAME, name.find),
    Finder(DivergenceKind.QUOTE, quote.find, beyond=True),
    Finder(DivergenceKind.ATTRIBUTION, attribution.find, beyond=True),
    Finder(DivergenceKind.HEDGE, hedge.find),
    Finder(DivergenceKind.NEGATION, negation.find),
    Finder(DivergenceKind.TENSE, tense.find),
)
"""A new kind of divergence is one module, one line here and one golden table."""


def _place(divergence: Divergence) -> tuple[int, int, str, int, int, str]:
    b = divergence.b
    return (
        divergence.a.span.start,
        divergence.a.span.end,
        divergence.kind,
        b.span.start if b else -1,
        b.span.end if b else -1,
        divergence.reason,
    )


def divergences(
    pair: Pair, kinds: Collection[DivergenceKind], link: int | None = None
) -> list[Divergence]:
    """All divergences of `kinds` between the two readings, by their place in the first.

    `link` is the index of the pair's link in the comparison.
    """
    same = pair.text_a == pair.text_b
    found = [
        replace(divergence, link=link)
        for finder in FINDERS
        if finder.kind in kinds and (finder.beyond or not same)
        for divergence in finder.find(pair)
    ]
    return sorted(found, key=_place)


def own_divergences(
    analysis: Analysis, index: int, kinds: Collection[DivergenceKind]
) -> list[Divergence]:
    """Where an article's headline parts from its own body; `index` is the article's.

    What an article says twice in its body is a link like any other and goes through `divergences`.
    """
    return [
        divergence
        for pair in headline_pairs(analysis, index)
        for divergence in divergences(pair, kinds)
    ]
