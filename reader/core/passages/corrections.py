"""Corrections of passages as a person means them, told as rulings on links.

The next comparison honours rulings, whatever the links are numbered then: a reading that is moved,
added, taken out, or passages that are split or joined stay so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from reader.core.comparison import Comparison, Passage
from reader.core.matching.link import Link, Reading
from reader.core.matching.ruling import Ruling, RulingKind
from reader.core.text.span import Span

Rulings = tuple[Ruling, ...]


def home(passage: Passage, side: Reading) -> Reading:
    """The passage's reading that one side of a link stands in, else the side itself.

    A link can join less than whole readings, such as a run of words inside a sentence.
    """
    around = [
        reading
        for reading in passage.readings
        if reading.article == side.article and reading.span.overlaps(side.span)
    ]
    return max(around, key=lambda one: (one == side, one.span.shared(side.span), one), default=side)


def sides_of(passage: Passage, link: Link) -> tuple[Reading, Reading]:
    """The passage's readings that a link joins."""
    return home(passage, link.a), home(passage, link.b)


def links_at(comparison: Comparison, passage: Passage, reading: Reading) -> tuple[Link, ...]:
    """The links of a passage that one of its readings takes part in."""
    return tuple(link for link in _links(comparison, passage) if reading in sides_of(passage, link))


def moved(comparison: Comparison, passage: Passage, reading: Reading, to: Span) -> Rulings:
    """Other words of the same article take the place of a reading; none where it has no link."""
    links = links_at(comparison, passage, reading)
    others = {side for link in links for side in sides_of(passage, link)} - {reading}
    new = Reading(reading.article, to)
    return (*_rejected(links), *(_made(new, other) for other in sorted(others)))


def added(passage: Passage, new: Reading) -> Rulings:
    """One more reading, linked to each of the other articles, so that all differences are seen."""
    return joined(passage.readings, (new,))


def joined(one: Sequence[Reading], other: Sequence[Reading]) -> Rulings:
    """The readings of two passages make one claim: each is linked to each of another article."""
    pairs = [(a, b) for a in one for b in other if a.article != b.article]
    return tuple(_made(a, b) for a, b in pairs or [(one[0], other[0])])


def parted(comparison: Comparison, passage: Passage, apart: Collection[Reading]) -> Rulings:
    """Some readings make another claim than the rest; each group stays together.

    Raises ValueError where a group would be empty.
    """
    rest = [reading for reading in passage.readings if reading not in apart]
    gone = [reading for reading in passage.readings if reading in apart]
    if not rest or not gone:
        raise ValueError("both parts of a passage need a reading")
    links = _links(comparison, passage)
    between = [
        link for link in links if len({side in apart for side in sides_of(passage, link)}) == 2
    ]
    return (
        *_rejected(between),
        *_kept_together(passage, links, rest),
        *_kept_together(passage, links, gone),
    )


def _kept_together(
    passage: Passage, links: Iterable[Link], group: Sequence[Reading]
) -> Iterable[Ruling]:
    """Links that are missing between the reading with most of them and the rest of its group.

    What held the group together may have been a reading of the other one.
    """
    linked: dict[Reading, set[Reading]] = {reading: set() for reading in group}
    for link in links:
        a, b = sides_of(passage, link)
        if a in linked and b in linked and a != b:
            linked[a].add(b)
            linked[b].add(a)
    centre = max(group, key=lambda reading: len(linked[reading]))
    for reading in group:
        if reading != centre and reading not in linked[centre]:
            yield _made(centre, reading)


def _links(comparison: Comparison, passage: Passage) -> tuple[Link, ...]:
    return tuple(comparison.links[number] for number in passage.links)


def _rejected(links: Iterable[Link]) -> Iterable[Ruling]:
    return (Ruling(RulingKind.REJECTED, link.a, link.b) for link in links)


def _made(a: Reading, b: Reading) -> Ruling:
    return Ruling(RulingKind.MADE, a, b)
