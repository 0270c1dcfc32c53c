"""Two people's annotations held side by side: where they agree, and where a third must decide."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reader.core.annotating.annotation import Annotation, Status
from reader.core.text.span import Span

SAME_WORDS: Final = 0.5
"""Part of their joined length that two notes must share to be about the same words."""


class Disagreement(StrEnum):
    """How two notes on the same words part."""

    TAGS = "tags"
    RATING = "rating"
    WORDS = "words"
    """They overlap, but less than half of what they cover is the same."""
    ALONE = "alone"
    """Only one of the two people noted something here."""


@dataclass(frozen=True, slots=True)
class Pair:
    """What two people noted on the same words; one side is None where one noted nothing."""

    a: Annotation | None
    b: Annotation | None
    differ: tuple[Disagreement, ...]

    @property
    def notes(self) -> tuple[Annotation, ...]:
        return tuple(one for one in (self.a, self.b) if one is not None)

    @property
    def settled(self) -> bool:
        """Whether everything here is checked: what was decided on needs no second decision."""
        return all(one.status is Status.CHECKED for one in self.notes)


def pair_up(
    annotations: Sequence[Annotation], a: str, b: str, articles: Sequence[str]
) -> tuple[Pair, ...]:
    """The notes of two people, by their identifiers, in the order of `articles` and of place.

    Notes that overlap are paired, those that share most first, each with one other at most.
    A note that has lost all its places stands alone.
    """
    of_a = [one for one in annotations if one.person_id == a]
    of_b = {one.id: one for one in annotations if one.person_id == b}
    partner: dict[str, str] = {}
    shares: dict[str, float] = {}
    taken: set[str] = set()
    for share, a_id, b_id in sorted(_overlaps(of_a, of_b.values()), key=_best_first):
        if a_id not in partner and b_id not in taken:
            partner[a_id], shares[a_id] = b_id, share
            taken.add(b_id)
    pairs = [
        Pair(one, other, _differ(one, other, shares.get(one.id, 0)))
        for one in of_a
        for other in [of_b.get(partner.get(one.id, ""))]
    ]
    pairs += [
        Pair(None, one, (Disagreement.ALONE,)) for one in of_b.values() if one.id not in taken
    ]
    rank = {article_id: number for number, article_id in enumerate(articles)}
    return tuple(sorted(pairs, key=lambda pair: _place(pair.notes[0], rank)))


def _best_first(overlap: tuple[float, str, str]) -> tuple[float, str, str]:
    share, a_id, b_id = overlap
    return -share, a_id, b_id


def _overlaps(
    of_a: Iterable[Annotation], of_b: Iterable[Annotation]
) -> list[tuple[float, str, str]]:
    """Pairs of notes that have words in common, with the part of their words that is the same."""
    spans_b = _spans_by_article(of_b)
    lengths: dict[str, int] = defaultdict(int)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for article_id, spans in _spans_by_article(of_a).items():
        others = spans_b.get(article_id, [])
        starts = [other.start for other, _ in others]
        longest = max((len(other) for other, _ in others), default=0)
        for span, a_id in spans:
            first = bisect_left(starts, span.start - longest)
            for other, b_id in others[first : bisect_left(starts, span.end)]:
                if span.overlaps(other):
                    shared[a_id, b_id] += span.shared(other)
    for spans in (*_spans_by_article(of_a).values(), *spans_b.values()):
        for span, annotation_id in spans:
            lengths[annotation_id] += len(span)
    return [
        (common / (lengths[a_id] + lengths[b_id] - common), a_id, b_id)
        for (a_id, b_id), common in shared.items()
    ]


def _spans_by_article(annotations: Iterable[Annotation]) -> Mapping[str, list[tuple[Span, str]]]:
    """Where notes stand, by article, in order of place."""
    found: defaultdict[str, list[tuple[Span, str]]] = defaultdict(list)
    for one in annotations:
        for target in one.targets:
            if target.span is not None and len(target.span):
                found[target.article_id].append((target.span, one.id))
    return {article_id: sorted(spans) for article_id, spans in found.items()}


def _differ(a: Annotation, b: Annotation | None, share: float) -> tuple[Disagreement, ...]:
    if b is None:
        return (Disagreement.ALONE,)
    found = {
        Disagreement.TAGS: set(a.tag_ids) != set(b.tag_ids),
        Disagreement.RATING: a.rating_id != b.rating_id,
        Disagreement.WORDS: share < SAME_WORDS,
    }
    return tuple(kind for kind, differs in found.items() if differs)


def _place(annotation: Annotation, rank: Mapping[str, int]) -> tuple[int, int, str]:
    if not annotation.targets:
        return len(rank), 0, annotation.id
    first = annotation.targets[0]
    start = first.anchor.span.start if first.span is None else first.span.start
    return rank.get(first.article_id, len(rank)), start, annotation.id
