"""Whether two figures count one thing: by the counted words, by a fate, by whose age it is."""

from __future__ import annotations

from typing import Final

from reader.core.difference.same_thing.surroundings import Surroundings, key
from reader.core.facts.figure import FigureKind
from reader.core.facts.vocabulary import word_set

_COUNTED: Final = frozenset(
    {FigureKind.COUNT, FigureKind.RANGE, FigureKind.PERCENT, FigureKind.FRACTION}
)
"""Kinds that say nothing without what they count."""
_FATES: Final = frozenset(
    key(word)
    for word in word_set(
        "killed injured arrested missing rescued hospitalised evacuated detained displaced trapped "
        "homeless stranded infected"
    )
)
"""What happens to people, who are left unnamed beside it ('injuring 48', '50 were injured')."""
_PEOPLE: Final = frozenset(
    key(word)
    for word in word_set(
        "people persons passengers others civilians soldiers children residents protesters fans "
        "supporters demonstrators"
    )
)


def count_one_thing(a: Surroundings, b: Surroundings) -> bool:
    """Whether the counted words are the same; where one side has none, its neighbours must be."""
    if one_fate(a, b):
        return True
    if _two_fates(a, b):
        return False
    if a.head is None or b.head is None:
        measured = a.figure.kind not in _COUNTED or bool(_measure(a) and _measure(b))
        return measured or _same_neighbours(a, b) or _one_predicate(a, b)
    if not a.of & b.of or _models(a) != _models(b):
        return False
    return not (a.more and b.more) or bool(a.more & b.more) or a.head != b.head


def _models(one: Surroundings) -> frozenset[str]:
    """The numbers of models that are counted: AK-47 rifles are some of all rifles."""
    return frozenset(word for word in one.of if word.isdecimal())


def _same_neighbours(a: Surroundings, b: Surroundings) -> bool:
    """'300 were hurt' beside '200 people were hurt'."""
    return a.before == b.before and a.after == b.after and bool(a.after)


def _measure(one: Surroundings) -> str | None:
    """The unit of what is measured and not counted: '310 tonnes'; a magnitude is a mere grade."""
    unit = one.figure.unit if one.figure.kind is FigureKind.COUNT else None
    return None if unit == "magnitude" else unit


def _one_predicate(a: Surroundings, b: Surroundings) -> bool:
    """'87 percent of members voted' beside '78 percent of those who voted'."""
    shares = a.figure.kind is FigureKind.PERCENT and b.figure.kind is FigureKind.PERCENT
    return shares and not a.left and not b.left and a.right[:1] == b.right[:1] != ()


def one_fate(a: Surroundings, b: Surroundings) -> bool:
    """'injuring 48' beside '50 were injured': people without a noun, and what became of them."""
    if any(one.head not in (None, *_PEOPLE) for one in (a, b)):
        return False
    return _fate(a) is not None and _fate(a) == _fate(b)


def _two_fates(a: Surroundings, b: Surroundings) -> bool:
    """'31 people died' beside '26 people are missing'."""
    if any(one.head not in (None, *_PEOPLE) for one in (a, b)):
        return False
    return None not in (_fate(a), _fate(b)) and _fate(a) != _fate(b)


def _fate(one: Surroundings) -> str | None:
    """The fate next to a figure, before it ('injuring 48') or behind it ('48 were injured')."""
    if one.left and key(one.before) == one.left[0] and one.left[0] in _FATES:
        return one.left[0]
    if one.right and one.right[0] in _FATES:
        return one.right[0]
    return one.left[0] if one.left and one.left[0] in _FATES else None


def age_of_one(a: Surroundings, b: Surroundings) -> bool:
    """'Ida Brandt, 19,' beside 'the 20-year-old student Ida Brandt': two ages of one person."""
    if a.figure.kind is not FigureKind.AGE or b.figure.kind is not FigureKind.AGE:
        return False
    people = _bearer(a), _bearer(b)
    fewer = min(len(people[0]), len(people[1]))
    return fewer > 0 and len(people[0] & people[1]) == fewer


def _bearer(one: Surroundings) -> frozenset[str]:
    """Whose age it is: the name behind it, else the name right before its comma."""
    if one.of_names:
        return one.of_names
    if one.before != ",":
        return frozenset()
    beside = frozenset(one.left[:_NAME])
    return beside & one.subjects if one.subjects else beside


_NAME: Final = 2
"""Words before a comma that may be a name."""
