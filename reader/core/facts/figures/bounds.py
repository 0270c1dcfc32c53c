"""How a figure is bounded: the words before it ('nearly') and after it ('or more')."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reader.core.facts.figure import Bound
from reader.core.facts.figures.lexemes import Lexemes
from reader.core.facts.figures.vocabulary import Vocabulary

_SIGNS: Final = {"~": Bound.ABOUT, "≈": Bound.ABOUT, ">": Bound.OVER, "<": Bound.NEARLY}
_SIGNS_TOO: Final = {"≥": Bound.AT_LEAST, "≤": Bound.UP_TO}
_ARTICLES: Final = frozenset({"el", "los", "las", "les"})
"""Articles between a bound and its number ('casi el 40 por ciento')."""
_AFTER: Final = (
    (("or", "more"), Bound.AT_LEAST),
    (("or", "older"), Bound.AT_LEAST),
    (("or", "higher"), Bound.AT_LEAST),
    (("or", "above"), Bound.AT_LEAST),
    (("and", "over"), Bound.AT_LEAST),
    (("and", "above"), Bound.AT_LEAST),
    (("or", "so"), Bound.ABOUT),
    (("or", "less"), Bound.UP_TO),
    (("or", "fewer"), Bound.UP_TO),
    (("or", "under"), Bound.UP_TO),
    (("-", "plus"), Bound.AT_LEAST),
    (("-", "odd"), Bound.ABOUT),
    (("+",), Bound.AT_LEAST),
    (("at", "least"), Bound.AT_LEAST),
    (("at", "most"), Bound.UP_TO),
)
_AFTER_STARTS: Final = frozenset(forms[0] for forms, _ in _AFTER)


@dataclass(frozen=True, slots=True)
class Bounded:
    """A bound and the lexemes `[start, end)` that it and its number reach over."""

    bound: Bound
    start: int
    end: int
    close: bool = False


def read_bound(lexemes: Lexemes, start: int, end: int, words: Vocabulary) -> Bounded:
    """The bound of the number at lexemes `[start, end)`; EXACTLY where nothing says otherwise."""
    before = _before(lexemes, start, words)
    if before is None and (
        lexemes.form(start - 1) in words.ones or lexemes.form(start - 1) in _ARTICLES
    ):
        before = _before(lexemes, start - 1, words)
    for forms, bound in _AFTER if lexemes.form(end) in _AFTER_STARTS else ():
        if lexemes.matches(end, *forms) and not lexemes.after_line(end):
            first = before.start if before else start
            return Bounded(bound, first, end + len(forms))
    return before or Bounded(Bound.EXACTLY, start, end)


def _before(lexemes: Lexemes, start: int, words: Vocabulary) -> Bounded | None:
    sign = lexemes.form(start - 1)
    if sign in _SIGNS or sign in _SIGNS_TOO:
        bound = _SIGNS.get(sign) or _SIGNS_TOO[sign]
        return Bounded(bound, start - 1, start)
    if lexemes.after_line(start) and start > 0 and lexemes.form(start - 1) in {".", ":"}:
        return None
    for phrase in words.bounds_by_last.get(sign, ()):
        first = start - len(phrase.words)
        if first >= 0 and lexemes.matches(first, *phrase.words):
            return Bounded(phrase.bound, first, start, phrase.close)
    return None
