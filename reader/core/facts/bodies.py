"""Names of bodies that part in their head alone: 'Memorial Foundation' here, 'Memorial Fund' there.

A long name is too particular to be met twice by accident: where two texts give all of it but for
one word, and that word is one of those that writers take for each other, they mean one body, and
one of them is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reader.core.facts.analysis import Analysis
from reader.core.facts.names import Name
from reader.core.facts.same_name import Likeness, bearing, liken

LEAST_SHARED: Final = 3
"""Words besides connectors and titles that two names share before their heads part."""

_HEADS: Final = tuple(
    frozenset(heads.split())
    for heads in (
        "foundation fund trust endowment charity stiftung fonds fondation fundación fondo",
        "institute institution center centre institut zentrum instituto centro",
        "committee commission council board panel komitee kommission comité comisión consejo",
        "association society union federation league alliance organisation organization "
        "verein verband asociación fédération federación",
        "agency authority administration bureau office department service behörde amt agencia",
        "university college school academy universität hochschule université universidad",
        "company corporation group holdings",
        "court tribunal gericht cour",
        "museum memorial gallery",
    )
)
"""Heads of names that writers take for each other; a city's council and its police are two."""
_GROUP_OF: Final = {head: group for group in _HEADS for head in group}
_MATCHED: Final = (Likeness.SAME, Likeness.VARIANT, Likeness.SHORTER)


def long_bodies(names: Sequence[Name]) -> tuple[Name, ...]:
    """Those of `names` that are long enough to be told apart, and end in a head known here."""
    return tuple(
        name
        for name in names
        if len(name.words) > LEAST_SHARED
        and len(words := bearing(name.words)) > LEAST_SHARED
        and words[-1] in _GROUP_OF
    )


def parted_in_head(a: Analysis, name_a: Name, b: Analysis, name_b: Name) -> bool:
    """Whether two names of different texts are one name but for their heads.

    They are not where a text knows both, or where what they share is a name by itself, as a city
    is that has a council and a board.
    """
    likened = liken(name_a.words, name_b.words)
    if likened.likeness is not Likeness.PARTED or likened.shared < LEAST_SHARED:
        return False
    heads = (bearing(name_a.words)[-1], bearing(name_b.words)[-1])
    if (likened.left_a, likened.left_b) != ((heads[0],), (heads[1],)):
        return False
    if heads[1] not in _GROUP_OF.get(heads[0], ()):
        return False
    shared = tuple(bearing(name_a.words)[:-1])
    by_itself = any(
        tuple(bearing(other.words)) == shared
        for text in (a, b)
        for other in text.names_like(shared)
    )
    return not by_itself and not knows(a, name_b, name_a) and not knows(b, name_a, name_b)


def knows(analysis: Analysis, name: Name, own: Name) -> bool:
    """Whether the article of `own` also names the bearer of the other article's `name`."""
    return any(
        other.span != own.span and liken(other.words, name.words).likeness in _MATCHED
        for other in analysis.names_like(name.words)
    )
