"""How far two people agree beyond chance on which words a tag belongs to: Cohen's kappa.

Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20
(1960) 37-46. The unit is the code point: no cutting of the text into sentences decides the figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.core.annotating.annotation import Annotation
from reader.core.text.span import Span


@dataclass(frozen=True, slots=True)
class Agreement:
    """Units that both, only one, or neither gave a tag."""

    both: int
    only_a: int
    only_b: int
    neither: int

    @property
    def units(self) -> int:
        return self.both + self.only_a + self.only_b + self.neither

    @property
    def observed(self) -> float:
        """The part of the units on which both did the same; 1 where there are none."""
        return (self.both + self.neither) / self.units if self.units else 1.0

    @property
    def chance(self) -> float:
        """The part on which both would do the same if each tagged as much, but anywhere.

        Each person's own rate counts: P(A) P(B) + (1 - P(A)) (1 - P(B)).
        """
        if not self.units:
            return 1.0
        a = (self.both + self.only_a) / self.units
        b = (self.both + self.only_b) / self.units
        return a * b + (1 - a) * (1 - b)

    @property
    def kappa(self) -> float | None:
        """1 for full agreement, 0 for chance; None where chance alone explains all there is."""
        chance = self.chance
        return None if chance >= 1 else (self.observed - chance) / (1 - chance)


def agreement_on(
    tag_id: str,
    annotations: Iterable[Annotation],
    a: str,
    b: str,
    lengths: Mapping[str, int],
) -> Agreement:
    """How two people, by identifier, agree on a tag over articles of these lengths."""
    both = only_a = only_b = 0
    spans: dict[str, dict[str, list[Span]]] = {a: {}, b: {}}
    for one in annotations:
        if one.person_id in spans and tag_id in one.tag_ids:
            for target in one.targets:
                if target.span is not None and target.article_id in lengths:
                    held = spans[one.person_id].setdefault(target.article_id, [])
                    held.append(target.span)
    for article_id in lengths:
        of_a, of_b = (_joined(spans[one].get(article_id, [])) for one in (a, b))
        common = _common(of_a, of_b)
        both += common
        only_a += sum(map(len, of_a)) - common
        only_b += sum(map(len, of_b)) - common
    return Agreement(both, only_a, only_b, sum(lengths.values()) - both - only_a - only_b)


def _common(a: Sequence[Span], b: Sequence[Span]) -> int:
    """Code points that are in both, each sequence being in order without overlaps."""
    common = i = j = 0
    while i < len(a) and j < len(b):
        common += a[i].shared(b[j])
        if a[i].end < b[j].end:
            i += 1
        else:
            j += 1
    return common


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The same code points in spans that do not overlap."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = joined[-1].hull(span)
        else:
            joined.append(span)
    return joined
