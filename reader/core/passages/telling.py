"""Links that are no sure claims, in which a conflict is nevertheless sure.

Two sentences that have few words in common are only possibly one claim. Where each is the other's
likeliest partner, and one denies what the other says, or they count one thing differently by the
rules for readings that surely make one claim, a person wants to see them: a conflict that is not
told is the dearer mistake. Opposite words and amounts in percent, money, dates and ages are left
out: on the judged events such pairs were of two things more often than of one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from reader.core.difference import figure, negation
from reader.core.difference.clauses.argument import SURELY
from reader.core.difference.divergence import Verdict
from reader.core.difference.pair import Pair
from reader.core.facts.analysis import Analysis
from reader.core.facts.figure import FigureKind
from reader.core.matching.link import Link, Reading, Wording
from reader.core.pace import Pace

FAINTEST: Final = 0.3
"""Likelihood below which two sentences are not even asked."""
MOST: Final = 1_000
"""Pairs that are read, the likeliest."""
_Ends = tuple[Reading, Reading]


def telling_pairs(
    links: Mapping[_Ends, Link], analyses: Sequence[Analysis], pace: Pace
) -> dict[_Ends, Pair]:
    """The links of two articles in which a conflict stands, as pairs that surely make one claim.

    A unit of the pace is a pair.
    """
    asked = _likeliest_of_both(links)
    asked.sort(key=lambda ends: (-links[ends].score, ends))
    found: dict[_Ends, Pair] = {}
    for a, b in asked[:MOST]:
        pair = Pair(
            analyses[a.article], analyses[b.article], a.article, b.article, a.span, b.span, SURELY
        )
        if _conflicts(pair):
            found[a, b] = pair
        pace.did()
    return found


def _likeliest_of_both(links: Mapping[_Ends, Link]) -> list[_Ends]:
    """Unsure links of which neither reading has a likelier partner in the other's article."""
    best: defaultdict[tuple[Reading, int], float] = defaultdict(float)
    for (a, b), link in links.items():
        if link.wording is not Wording.NAME:
            best[a, b.article] = max(best[a, b.article], link.score)
            best[b, a.article] = max(best[b, a.article], link.score)
    return [
        (a, b)
        for (a, b), link in links.items()
        if FAINTEST <= link.score < SURELY
        and a.article != b.article
        and link.wording is None
        and link.score >= max(best[a, b.article], best[b, a.article])
    ]


def _conflicts(pair: Pair) -> bool:
    """Whether the readings deny each other, or count one thing differently."""
    if any(one.verdict is Verdict.CONFLICT for one in negation.find_denied(pair)):
        return True
    counts = {one.span for one in pair.figures_a if one.kind is FigureKind.COUNT}
    return bool(counts) and any(
        one.verdict is Verdict.CONFLICT and one.a.span in counts for one in figure.find(pair)
    )


def shown_for_conflict(link: Link) -> Link:
    """The link, shown, with the reason for it where it was only possible."""
    if link.shown:
        return link
    return replace(link, shown=True, why=("shown for the conflict in it", *link.why))
