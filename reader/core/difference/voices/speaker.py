"""Whether two texts can mean one speaker; in doubt they can."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Final

from reader.core.facts.same_name import Likeness, liken
from reader.core.facts.vocabulary import (
    CONNECTORS,
    FUNCTION_WORDS,
    OFFICE_WORDS,
    PEOPLE_IN_GENERAL,
    TITLES,
)
from reader.core.text.folding import fold

_SEATS: Final = tuple(
    frozenset(seats.split(", "))
    for seats in (
        "china, beijing, peking, chinese",
        "russia, moscow, kremlin, russian",
        "united states, us, u.s, u.s., usa, america, washington, white house, american",
        "united kingdom, uk, britain, london, downing street, british",
        "france, paris, elysee, french",
        "germany, berlin, german",
        "iran, tehran, iranian",
        "israel, jerusalem, tel aviv, israeli",
        "turkey, ankara, turkish, türkiye",
        "ukraine, kyiv, kiev, ukrainian",
        "india, new delhi, delhi, indian",
        "pakistan, islamabad, pakistani",
        "japan, tokyo, japanese",
        "south korea, seoul, south korean",
        "north korea, pyongyang, north korean",
        "italy, rome, italian",
        "spain, madrid, spanish",
        "egypt, cairo, egyptian",
        "syria, damascus, syrian",
        "iraq, baghdad, iraqi",
        "saudi arabia, riyadh, saudi",
        "australia, canberra, australian",
        "canada, ottawa, canadian",
        "european union, eu, brussels, european",
        "poland, warsaw, polish",
        "taiwan, taipei, taiwanese",
        "united nations, un, u.n, u.n.",
    )
)
"""A country with its seat of government, which stand for each other."""
_COUNTRIES: Final = {seat: group for group in _SEATS for seat in group}
_ONE_BUT_FOR_A_WORD: Final = 2
"""Words in common from which names that part are one name told in two ways, for the name rules."""
_BODIES: Final = frozenset({"ministry", "department", "office", "police", "agency", "company"})


def different_speakers(a: str | None, b: str | None) -> bool:
    """Whether two speakers, in their fullest forms, are surely not one.

    Surely different are two people by name, and two countries. A person and an office or a body, a
    country and its seat, a name and a role may be one, and so may two names that are spelled alike.
    """
    if a is None or b is None:
        return False
    country_a, country_b = _country(a), _country(b)
    if country_a is not None and country_b is not None:
        return country_a is not country_b
    x, y = _named_person(a), _named_person(b)
    if not x or not y:
        return False
    likened = liken(x, y)
    if likened.likeness is Likeness.PARTED:
        one = _spelled_alike(likened.left_a, likened.left_b)
        return likened.shared < _ONE_BUT_FOR_A_WORD and not one
    return likened.likeness is Likeness.OTHER


def _spelled_alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether what parts two names is a slip of the pen ('Markov' / 'Markova')."""
    if not a or not b or a[0][:1] != b[0][:1]:
        return False
    return SequenceMatcher(None, " ".join(a), " ".join(b)).ratio() >= _ALIKE


_ALIKE: Final = 0.8


def _country(speaker: str) -> frozenset[str] | None:
    return _COUNTRIES.get(fold(speaker).text.removeprefix("the "))


def _named_person(speaker: str) -> tuple[str, ...]:
    """The folded words of a person's name; none for roles, bodies and countries.

    One word alone is a person only in capitals, as transcripts label who speaks.
    """
    parts = speaker.replace(".", " ").split()
    words = tuple(fold(part).text for part in parts)
    general = FUNCTION_WORDS | CONNECTORS | TITLES | OFFICE_WORDS | PEOPLE_IN_GENERAL | _BODIES
    if any(word in general for word in words) or _country(speaker) is not None:
        return ()
    if not all(part[0].isupper() for part in parts):
        return ()
    if len(words) == 1:
        return words if speaker.isupper() and len(speaker) > 3 else ()
    return words if len(words) <= 4 else ()
