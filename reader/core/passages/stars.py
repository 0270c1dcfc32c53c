"""Stars, of which passages are made, and what a person's word does to them.

The machine joins links to stars; then rejected links fall out, and links that a person made join
what they touch. Nothing else in the story is put together anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from reader.core.matching.link import Link, Reading


@dataclass
class Star:
    """A central reading, the readings linked to it, and all links among them."""

    readings: list[Reading]
    links: list[int] = field(default_factory=list[int])


def without_rejected(
    star: Star, links: Sequence[Link], kept: Collection[int], places: Mapping[Reading, Reading]
) -> Iterable[Star]:
    """What is left of a star without the links that are not `kept`: what still hangs together.

    `places` are the readings that the links' ends stand for. A reading without a link is gone.
    """
    remaining = [number for number in star.links if number in kept]
    if len(remaining) == len(star.links):
        yield star
        return
    parts: list[Star] = []
    for number in remaining:
        ends = {places[links[number].a], places[links[number].b]}
        met = [part for part in parts if ends & set(part.readings)]
        whole = Star(
            sorted(ends.union(*(part.readings for part in met))),
            sorted([number, *(n for part in met for n in part.links)]),
        )
        parts = [*(part for part in parts if part not in met), whole]
    yield from parts


def join_by_hand(stars: Sequence[Star], links: Sequence[Link], made: Sequence[int]) -> list[Star]:
    """The stars, joined where a link that a person made touches two of them.

    A reading that no star holds yet stands for itself, whatever it overlaps: the person said where
    it begins and ends. Of several stars that hold a reading, those are joined that most of these
    links tie together, the smallest of them.
    """
    left = list(stars)
    for number in made:
        homes = [_homes(left, reading) for reading in (links[number].a, links[number].b)]
        one, other = max(
            ((a, b) for a in homes[0] for b in homes[1]),
            key=lambda pair: (
                _tied(*pair, links, made),
                -len({*pair[0].readings, *pair[1].readings}),
                pair[0] is pair[1],
            ),
        )
        one.readings = sorted({*one.readings, *other.readings})
        inside = [s for s in left if s is not one and set(s.readings) <= set(one.readings)]
        one.links = sorted({*one.links, number, *(n for star in inside for n in star.links)})
        left = [star for star in left if not any(star is gone for gone in inside)]
    return left


def _homes(stars: list[Star], reading: Reading) -> list[Star]:
    """The stars that hold a reading; a new one of its own where none does."""
    found = [star for star in stars if reading in star.readings]
    if not found:
        found = [Star([reading])]
        stars += found
    return found


def _tied(one: Star, other: Star, links: Sequence[Link], made: Sequence[int]) -> int:
    """How many of these links have one end in each star."""
    ends = ((links[number].a, links[number].b) for number in made)
    return sum(
        (a in one.readings and b in other.readings) or (b in one.readings and a in other.readings)
        for a, b in ends
    )
