"""Which passages are worked through, and in what order: pure functions of the comparison."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.core.annotation import ReviewState
from reader.core.comparison import Comparison
from reader.core.difference.divergence import DivergenceKind, Verdict
from reader.core.matching.link import Relation


class Order(StrEnum):
    CONFLICTS_FIRST = "conflicts first"
    TEXT = "order of the base"
    SHARED = "most shared first"


@dataclass(frozen=True, slots=True)
class PassageFilter:
    """Which passages are worked through; what is None or empty filters nothing."""

    text: str = ""
    least_shared: int = 1
    most_shared: int | None = None
    verdict: Verdict | None = None
    relation: Relation | None = None
    kind: DivergenceKind | None = None
    state: ReviewState | None = None
    annotated: bool = False


def rank(comparison: Comparison, index: int, order: Order, base: int | None) -> tuple[int, ...]:
    """A key to sort passages by; `base` is the index of the article whose text is followed."""
    passage = comparison.passages[index]
    own = [r.span.start for r in passage.readings if r.article == base]
    place = (0, own[0]) if own else (1, passage.readings[0].span.start)
    first = passage.readings[0].article
    if order is Order.SHARED:
        return (-passage.shared_by, *place, first)
    if order is Order.CONFLICTS_FIRST:
        part = 0 if passage.verdict is Verdict.CONFLICT else 1 if passage.shared_by > 1 else 2
        return (part, *place, first)
    return (*place, first, index)


def passes(comparison: Comparison, index: int, chosen: PassageFilter) -> bool:
    """Whether a passage passes all of a filter that the comparison itself can tell."""
    passage = comparison.passages[index]
    if passage.shared_by < chosen.least_shared:
        return False
    if chosen.most_shared is not None and passage.shared_by > chosen.most_shared:
        return False
    if chosen.verdict is not None and passage.verdict is not chosen.verdict:
        return False
    relations = {comparison.links[n].relation for n in passage.links}
    if chosen.relation is not None and chosen.relation not in relations:
        return False
    kinds = {comparison.divergences[n].kind for n in passage.divergences}
    return chosen.kind is None or chosen.kind in kinds
