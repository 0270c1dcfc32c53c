"""How alike the surroundings of two figures are: whether they can count one thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reader.core.difference.same_thing.surroundings import Surroundings
from reader.core.facts.figure import FigureKind
from reader.core.facts.vocabulary import word_set

_PLACES: Final = {
    word: place
    for place, words in {
        "from": "from after below above off",
        "to": "to by until till through",
        "at": "at in on near inside outside around within across",
        "with": "with",
        "as": "as",
        "for": "for",
        "against": "against",
        "of": "of",
    }.items()
    for word in words.split()
}
"""What prepositions around a figure do; two that do different things are not of one figure."""
_DIRECTIONS: Final = word_set(
    "north south east west northeast northwest southeast southwest off deep long wide high tall"
)
_TIMED: Final = frozenset({FigureKind.DATE, FigureKind.YEAR, FigureKind.RELATIVE})
_ORDERED: Final = word_set("before after later earlier prior ago since")
_PARTIAL: Final = word_set("first last next other another more additional further past remaining")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two figures stand in one place: 0 where they do not, and shares of their words."""

    score: float
    window: float
    near: bool
    apart: bool


def likeness(a: Surroundings, b: Surroundings) -> Likeness:
    """Whether what stands around two figures lets them count one thing; symmetric.

    `apart` where the word that governs each is missing on the other side ('killed 12' / 'wounded
    30'), where one is an origin and one a goal ('from 6.7' / 'to 7.2'), where the nearest names
    differ ('52 percent in Egypt' / 'in India'), the rates ('a week') or the parts of a whole ('his
    first 17 passes').
    """
    fewer = min(len(a.window), len(b.window))
    window = len(a.window & b.window) / fewer if fewer else 0.0
    if not a.window and not b.window:
        window = 1.0
    near = bool(a.near & b.near) or not (a.near or b.near)
    apart = (
        _governed_apart(a, b)
        or _placed_apart(a, b)
        or _named_apart(a, b)
        or _part_of_it(a) != _part_of_it(b)
        or a.rate != b.rate
        or a.whole != b.whole
    )
    of = _same_of(a, b)
    score = window + (0.5 if near else 0.0) + of - (1.0 if apart else 0.0)
    return Likeness(score, window, near, apart)


def elsewhere(a: Surroundings, b: Surroundings) -> bool:
    """Whether two figures cannot be of one thing, however alike the words around them.

    The names they stand with differ, one is an origin and one a goal, one is part of the other's
    whole, they are counted by other times, or one alone is counted from another moment or in a role
    ('nine days before the vote', 'four seasons as director').
    """
    origins = {_ENDS.get(a.before), _ENDS.get(b.before)} - {None}
    directions = {a.after, b.after} & _DIRECTIONS
    lasting = a.figure.kind is FigureKind.DURATION
    ordered = lasting and (a.after in _ORDERED) != (b.after in _ORDERED)
    if ordered or (a.after == "as") != (b.after == "as"):
        return True
    return (
        len(origins) > 1
        or len(directions) > 1
        or _named_apart(a, b)
        or _part_of_it(a) != _part_of_it(b)
        or a.rate != b.rate
        or a.whole != b.whole
    )


_ENDS: Final = {"from": "from", "to": "to", "by": "by"}
"""Prepositions that cannot be exchanged: 'rose from', 'rose to' and 'rose by' 3 percent."""


def _same_of(a: Surroundings, b: Surroundings) -> float:
    if a.head is None or b.head is None:
        return 0.0
    if a.head == b.head:
        return 1.0
    return 0.5 if a.of & b.of else -1.0


def _governed_apart(a: Surroundings, b: Surroundings) -> bool:
    mine, theirs = _governor(a), _governor(b)
    if mine is None or theirs is None:
        return False
    around_a, around_b = a.window | a.of, b.window | b.of
    if a.left and b.left:
        return mine not in around_b and theirs not in around_a
    return mine not in around_b or theirs not in around_a


def same_governor(a: Surroundings, b: Surroundings) -> bool:
    """Whether the word that each hangs on stands near the other; a date is of one event only."""
    mine, theirs = _governor(a), _governor(b)
    if mine is None or theirs is None:
        return mine is theirs
    return mine in b.near and theirs in a.near


def _governor(one: Surroundings) -> str | None:
    if one.left:
        return one.left[0]
    return one.right[0] if one.right else None


def _placed_apart(a: Surroundings, b: Surroundings) -> bool:
    """Whether the words right before or behind the figures put them in different places."""
    places = [(a.before, b.before)]
    if a.figure.kind not in _TIMED:
        places.append((a.after, b.after))
        if (a.after in _ORDERED) != (b.after in _ORDERED):
            return True
    for mine, theirs in places:
        first, second = _PLACES.get(mine), _PLACES.get(theirs)
        if first and second and first != second:
            return True
        if mine != theirs and (mine in _DIRECTIONS or theirs in _DIRECTIONS):
            return True
    return False


def _named_apart(a: Surroundings, b: Surroundings) -> bool:
    """Whether the nearest names on one side of the figures have no word in common.

    A name before the word that governs both figures says nothing ('depth' in 'Healdsburg with a
    depth of').
    """
    sides = [(a.name_after, b.name_after), (a.of_names, b.of_names)]
    if _governor(a) != _governor(b):
        sides.append((a.name_before, b.name_before))
    return any(mine and theirs and not mine & theirs for mine, theirs in sides)


def _part_of_it(one: Surroundings) -> str | None:
    """'first' of 'his first 17 passes': a part of what is counted elsewhere in full."""
    return one.before if one.before in _PARTIAL else None
