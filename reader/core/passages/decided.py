"""The links of a comparison as a person decided: shown, not shown, or added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reader.core.facts.analysis import Analysis
from reader.core.matching.link import Link, Reading, Wording
from reader.core.matching.ruling import Ruling, RulingKind
from reader.core.passages.links import pair_of, read_closely

Ends = tuple[Reading, Reading]


@dataclass(frozen=True)
class Decided:
    """Links in order of place; `found[i]` is `links[i]` as the machine found it, None where it
    did not; `made` are the numbers of those that a person made.
    """

    links: tuple[Link, ...]
    found: tuple[Link | None, ...]
    made: frozenset[int] = frozenset()


def decided(
    found: Mapping[Ends, Link], analyses: Sequence[Analysis], rulings: Sequence[Ruling]
) -> Decided:
    """What is left of `found` and what is added to it; of two rulings on one link the last holds.

    A ruling whose places are not in these articles says nothing.
    """
    ruled = dict(found)
    made: set[Ends] = set()
    for ruling in rulings:
        ends = ruling.readings
        if not all(_lies_in(analyses, reading) for reading in ends):
            continue
        if ends not in ruled and ruling.kind is not RulingKind.MADE:
            ends = _same_sentences(found, ends)
        known = found.get(ends)
        made.discard(ends)
        ruled.pop(ends, None)
        if ruling.kind is RulingKind.REJECTED:
            if known is not None:
                ruled[ends] = replace(known, shown=False, why=("rejected by you", *known.why))
        elif known is None:
            ruled[ends] = _new(analyses, ends, ruling.kind)
            made.add(ends)
        else:
            ruled[ends] = _shown(known, ruling.kind)
            if ruling.kind is RulingKind.MADE:
                made.add(ends)
    order = sorted(ruled, key=_place)
    return Decided(
        tuple(ruled[ends] for ends in order),
        tuple(found.get(ends) for ends in order),
        frozenset(number for number, ends in enumerate(order) if ends in made),
    )


def _place(ends: Ends) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    return ends[0].place, ends[1].place


def _same_sentences(found: Mapping[Ends, Link], ends: Ends) -> Ends:
    """The link between the same two sentences that reaches further into them or less far.

    How far is worked out anew for every comparison; a ruling is on what the sentences say.
    """
    for other, link in found.items():
        begun = all(
            one.article == two.article and one.span.start == two.span.start
            for one, two in zip(ends, other, strict=True)
        )
        if begun and link.wording is None:
            return other
    return ends


def _new(analyses: Sequence[Analysis], ends: Ends, kind: RulingKind) -> Link:
    """A link that the machine knows nothing of."""
    relation, same = read_closely(pair_of(analyses, *ends, 1.0))
    return Link(*ends, relation, 1.0, True, same, (_WHY[kind],))


def _shown(known: Link, kind: RulingKind) -> Link:
    wording = None if known.wording is None else Wording.COPIED
    return replace(known, shown=True, score=1.0, wording=wording, why=(_WHY[kind], *known.why))


_WHY = {RulingKind.MADE: "made by you", RulingKind.ACCEPTED: "accepted by you"}


def _lies_in(analyses: Sequence[Analysis], reading: Reading) -> bool:
    """Whether a reading that a person chose is still a place in these articles."""
    at = reading.article
    return 0 <= at < len(analyses) and 0 < len(reading.span) <= reading.span.end <= len(
        analyses[at].text
    )
