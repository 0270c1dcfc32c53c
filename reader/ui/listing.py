"""Which passages are worked through, and in what order: pure functions of the comparison."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from reader.core.annotating.annotation import DecisionKind, ReviewState
from reader.core.comparison import Comparison, Passage
from reader.core.difference.divergence import DivergenceKind, Verdict
from reader.core.matching.link import Relation


class Order(StrEnum):
    CONFLICTS_FIRST = "conflicts first"
    TEXT = "order of the base"
    SHARED = "most shared first"


class Outcome(StrEnum):
    """What was found between a passage's readings.

    `AGREE` is said where something was held side by side and agrees, or all is copied; where
    nothing was there to be compared it is only `NO_DIFFERENCE`.
    """

    CONFLICT = "conflict"
    COMPATIBLE = "compatible"
    AGREE = "agree"
    NO_DIFFERENCE = "no difference"
    ONLY = "only"


def outcome(comparison: Comparison, passage: Passage) -> Outcome:
    """What the person is told of a passage: no more than what is known."""
    if passage.verdict is not Verdict.AGREE:
        return Outcome(passage.verdict.value)
    copied = bool(passage.links) and all(
        comparison.links[n].relation is Relation.VERBATIM for n in passage.links
    )
    verdicts = {comparison.divergences[n].verdict for n in passage.divergences}
    return Outcome.AGREE if copied or Verdict.AGREE in verdicts else Outcome.NO_DIFFERENCE


@dataclass(frozen=True, slots=True)
class PassageFilter:
    """Which passages are worked through; what is None or empty filters nothing."""

    text: str = ""
    least_shared: int = 1
    most_shared: int | None = None
    outcome: Outcome | None = None
    relation: Relation | None = None
    kind: DivergenceKind | None = None
    state: ReviewState | None = None
    annotated: bool = False
    decided: DecisionKind | None = None
    """A link of it, or of one of its readings, was accepted, rejected or made by the person."""


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


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a passage beside the comparison: by its texts, and by the person."""

    words: tuple[str, ...] = ()
    """Those of its readings; needed only where a text is searched for."""
    state: ReviewState = ReviewState.UNSEEN
    annotated: bool = False
    decided: frozenset[DecisionKind] = frozenset()


_NOTHING = Told()


def passes(
    comparison: Comparison, index: int, chosen: PassageFilter, told: Told = _NOTHING
) -> bool:
    """Whether a passage passes all of a filter: each condition by itself, and all at once."""
    passage = comparison.passages[index]
    links = [comparison.links[n].relation for n in passage.links]
    kinds = [comparison.divergences[n].kind for n in passage.divergences]
    return (
        passage.shared_by >= chosen.least_shared
        and (chosen.most_shared is None or passage.shared_by <= chosen.most_shared)
        and (chosen.outcome is None or outcome(comparison, passage) is chosen.outcome)
        and (chosen.relation is None or chosen.relation in links)
        and (chosen.kind is None or chosen.kind in kinds)
        and (chosen.state is None or told.state is chosen.state)
        and (not chosen.annotated or told.annotated)
        and (chosen.decided is None or chosen.decided in told.decided)
        and (not chosen.text or holds(told.words, chosen.text))
    )


def holds(readings: Iterable[str], wanted: str) -> bool:
    """Whether one of the readings holds the words: case and the length of blanks do not matter."""
    searched = _folded(wanted)
    return any(searched in _folded(reading) for reading in readings)


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()
