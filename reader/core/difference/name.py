"""Names that part: another surname, another word in a body's name; spellings are told apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reader.core.difference.divergence import Divergence, DivergenceKind, Verdict
from reader.core.difference.pair import Pair
from reader.core.facts.analysis import Analysis
from reader.core.facts.bodies import knows
from reader.core.facts.names import Name
from reader.core.facts.same_name import Likened, Likeness, liken
from reader.core.facts.vocabulary import PEOPLE_IN_GENERAL, TITLES
from reader.core.matching.kinship import Kinship, kinship
from reader.core.text.folding import fold
from reader.core.text.span import Span
from reader.core.text.tokens import TokenKind

_MATCHED: Final = (Likeness.SAME, Likeness.VARIANT, Likeness.SHORTER)
_SAME_FRAME: Final = 0.6
_CONTEXT: Final = 60
"""Code points around a name within which its office is sought."""
_OFFICES: Final = TITLES | PEOPLE_IN_GENERAL


def find(pair: Pair) -> list[Divergence]:
    """Spelling variants as compatible; names that share words and part in one as a conflict.

    A conflict asks for more than two like names: one office, or the same words around them, and
    that neither article knows both bearers.
    """
    names_a, names_b = _distinct(pair.names_a), _distinct(pair.names_b)
    likenesses = {
        (i, j): liken(a.words, b.words)
        for i, a in enumerate(names_a)
        for j, b in enumerate(names_b)
    }
    found = [
        _variant(pair, names_a[i], names_b[j])
        for (i, j), likened in likenesses.items()
        if likened.likeness is Likeness.VARIANT
    ]
    met_a = {i for (i, _), one in likenesses.items() if one.likeness in _MATCHED}
    met_b = {j for (_, j), one in likenesses.items() if one.likeness in _MATCHED}
    for (i, j), likened in likenesses.items():
        if i in met_a or j in met_b:
            continue
        if _forms_of_one(likened):
            found.append(_variant(pair, names_a[i], names_b[j]))
        elif _parted(pair, names_a[i], names_b[j], likened):
            found.append(_conflict(pair, names_a[i], names_b[j], likened))
    return found


def _distinct(names: Sequence[Name]) -> list[Name]:
    """One of each name: the first."""
    first: dict[tuple[str, ...], Name] = {}
    for name in names[:60]:
        first.setdefault(name.words, name)
    return list(first.values())


def _forms_of_one(likened: Likened) -> bool:
    """Whether what differs is spelled or inflected otherwise ('Center' / 'Centre')."""
    return (
        likened.likeness is Likeness.PARTED
        and len(likened.left_a) == len(likened.left_b) == 1
        and kinship(likened.left_a[0], likened.left_b[0]) is not Kinship.NONE
    )


def _variant(pair: Pair, a: Name, b: Name) -> Divergence:
    x, y = a.span.of(pair.a.text), b.span.of(pair.b.text)
    return Divergence(
        DivergenceKind.NAME,
        Verdict.COMPATIBLE,
        pair.stated_a(a.span, x),
        pair.stated_b(b.span, y),
        f"“{x}” and “{y}” may be two forms of one name.",
    )


def _conflict(pair: Pair, a: Name, b: Name, likened: Likened) -> Divergence:
    x, y = a.span.of(pair.a.text), b.span.of(pair.b.text)
    parts = f"{' '.join(likened.left_a)} / {' '.join(likened.left_b)}"
    reason = (
        f"“{x}” and “{y}” are the same name but for {parts}."
        if likened.shared
        else f"The same office is given to “{x}” in one text and to “{y}” in the other."
    )
    return Divergence(
        DivergenceKind.NAME,
        Verdict.CONFLICT,
        pair.stated_a(a.span, x),
        pair.stated_b(b.span, y),
        reason,
    )


def _parted(pair: Pair, a: Name, b: Name, likened: Likened) -> bool:
    if knows(pair.a, b, a) or knows(pair.b, a, b):
        return False
    before_a, after_a = _around(pair.a, a)
    before_b, after_b = _around(pair.b, b)
    if likened.likeness is Likeness.OTHER:
        of_one_office = _offices_of(before_a, before_b) or _one_seat(before_a, before_b)
        return of_one_office and _in_one_frame(pair, a, b)
    if len(likened.left_a) > 1 or len(likened.left_b) > 1:
        return False
    if likened.shared >= 2:
        return True
    offices_a = _offices(before_a, after_a, a)
    offices_b = _offices(before_b, after_b, b)
    if offices_a or offices_b:
        return bool(offices_a & offices_b)
    return _in_one_frame(pair, a, b)


def _around(analysis: Analysis, name: Name) -> tuple[list[str], list[str]]:
    """Folded words close before and after a name, inside its sentence."""
    sentence = next(iter(analysis.sentences_in(name.span)), name.span).hull(name.span)
    before = Span(max(sentence.start, name.span.start - _CONTEXT), name.span.start)
    after = Span(name.span.end, min(sentence.end, name.span.end + _CONTEXT))
    return _words(analysis, before)[-3:], _words(analysis, after)[:4]


def _words(analysis: Analysis, span: Span) -> list[str]:
    return [token.folded for token in analysis.tokens_in(span) if token.kind is TokenKind.WORD]


def _offices(before: list[str], after: list[str], name: Name) -> set[str]:
    """Words for what the bearer is: before the name, in it, or behind its comma."""
    return {fold(word).text for word in (*before, *after, *name.words) if word in _OFFICES}


def _offices_of(before_a: list[str], before_b: list[str]) -> bool:
    """'mayor of X' against 'mayor of Y'."""
    return (
        before_a[-1:] == before_b[-1:] == ["of"]
        and before_a[-2:] == before_b[-2:]
        and len(before_a) > 1
        and before_a[-2] in _OFFICES
    )


_SINGLE: Final = (
    ("chief", "executive"),
    ("prime", "minister"),
    ("attorney", "general"),
    ("police", "chief"),
    ("head", "coach"),
    ("general", "manager"),
    ("mayor",),
    ("premier",),
    ("chancellor",),
    ("governor",),
    ("ceo",),
    ("bürgermeister",),
    ("bürgermeisterin",),
    ("maire",),
    ("alcalde",),
    ("alcaldesa",),
)
"""Offices that one person holds at a time."""


def _one_seat(before_a: list[str], before_b: list[str]) -> bool:
    """'chief executive X' against 'chief executive Y', neither of them a former one."""
    for seat in _SINGLE:
        held = [before[-len(seat) :] == list(seat) for before in (before_a, before_b)]
        if all(held):
            return not ({"former", "vice", "deputy", "ex"} & {*before_a, *before_b})
    return False


def _in_one_frame(pair: Pair, a: Name, b: Name) -> bool:
    """Whether the readings are nearly the same words and the names stand in the same place."""
    if pair.same < _SAME_FRAME:
        return False
    return any(
        stretch.a.overlaps(a.span) and stretch.b.overlaps(b.span)
        for stretch in pair.stretches
        if len(stretch.a) and len(stretch.b)
    )
