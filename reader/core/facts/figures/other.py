"""Fractions, ordinals, unnumbered stretches of time, and the numbers of lists, which are none."""

from __future__ import annotations

from typing import Final

from reader.core.facts.figure import Bound, FigureKind
from reader.core.facts.figures.draft import Context, Draft, NoFigure
from reader.core.facts.figures.keys import begins_sentence
from reader.core.facts.figures.lexemes import LexemeKind
from reader.core.facts.figures.numbers import whole
from reader.core.facts.figures.resolving import ago
from reader.core.facts.vocabulary import word_set

_SUFFIXES: Final = frozenset({"st", "nd", "rd", "th"})
_BEFORE_ORDINAL: Final = word_set(
    "the a his her its their our my this that every second-to-last in for der die das den dem la "
    "le el"
)
_STREETS: Final = word_set(
    "street avenue ave st road floor district circuit congressional amendment century regiment "
    "division infantry battalion"
)
_BEFORE_TIME: Final = word_set(
    "after following for despite with been amid spent through of took had by s 's"
)


def read_fraction(context: Context, at: int) -> Draft | None:
    """'half of', 'a third of', 'two-thirds', 'three quarters'."""
    lexemes, words = context.lexemes, context.words
    form = lexemes.form(at)
    count, step = 1, at
    if form in words.ones or (form in words.numerals and 1 <= words.numerals[form] <= 9):
        count = words.numerals.get(form, 1)
        step = at + 1
        if lexemes.form(step) == "-" and lexemes.glued(step):
            step += 1
    part = words.fractions.get(lexemes.form(step))
    german = words.code == "de"
    if part is None or count * part > 1 or (lexemes[step].capital and step != at and not german):
        return None
    following = lexemes.form(step + 1)
    of = following in words.of_words or (german and step > at)
    if step == at and not (
        part == 0.5 and (of or following in {"the", "its", "their", "his", "a"})
    ):
        return None
    points = _of_a_point(context, at, step + 1, count * part)
    if points is not None:
        return points
    if step == at and following == "a":
        unit = words.units.get(lexemes.form(step + 2))
        if unit is None:
            return None
        return Draft(unit.kind, at, step + 3, 0.5, unit.name)
    if step == at and lexemes.form(at - 1) in {"first", "second", "other", "latter", "a", "and"}:
        return None
    if step > at and count == 1 and not of:
        return None
    if count == 1 and part < 0.5 and not of:
        return None
    if count > 1 and step == at + 1 and not of and part != 0.25:
        return None
    return Draft(FigureKind.FRACTION, at, step + 1, whole(count * part), counts=step + 1)


def _of_a_point(context: Context, at: int, behind: int, share: float) -> Draft | None:
    """'half a percentage point', 'a quarter of a point'."""
    lexemes = context.lexemes
    if lexemes.form(behind) == "of":
        behind += 1
    unit = f"{lexemes.form(behind + 1)} point"
    if lexemes.form(behind) not in {"a", "one"} or lexemes.form(behind + 2) != "point":
        return None
    if unit not in {"percentage point", "basis point"}:
        return None
    return Draft(FigureKind.PERCENT, at, behind + 3, whole(share), unit, counts=behind + 3)


def read_one_unit(context: Context, at: int) -> Draft | None:
    """'an hour and a half', 'a year ago'."""
    lexemes, words = context.lexemes, context.words
    if lexemes.form(at) not in words.ones:
        return None
    unit = words.units.get(lexemes.form(at + 1))
    if unit is None or unit.kind is not FigureKind.DURATION:
        return None
    more = words.fractions.get(lexemes.form(at + 4))
    if lexemes.matches(at + 2, "and", "a") and more in (0.5, 0.25):
        return Draft(unit.kind, at, at + 5, 1 + more, unit.name, counts=at + 5)
    if lexemes.form(at + 2) != "ago":
        return None
    back = ago(1, unit.name, context.published) if context.published else None
    return Draft(FigureKind.RELATIVE, at, at + 3, 1, unit.name, resolved=back)


def read_ordinal(context: Context, at: int) -> Draft | NoFigure | None:
    """'the third acquisition', '81st'; streets and house numbers are none."""
    lexemes, words = context.lexemes, context.words
    lexeme = lexemes[at]
    if lexeme.kind is LexemeKind.NUMBER:
        if not (lexemes.glued(at + 1) and lexemes.form(at + 1) in _SUFFIXES):
            return None
        if lexemes.form(at + 2) in _STREETS or not lexeme.text.isdecimal() or len(lexeme.text) > 6:
            return NoFigure(at + 2)
        if lexemes.form(at + 2) == "-":
            return NoFigure(at + 2)
        return Draft(
            FigureKind.ORDINAL, at, at + 2, int(lexeme.text), bound=Bound.EXACTLY, counts=at + 2
        )
    if lexeme.form not in words.ordinals or (lexeme.capital and not begins_sentence(context, at)):
        return None
    before = lexemes.form(at - 1)
    if before not in _BEFORE_ORDINAL and not before.endswith("'s"):
        return None
    following = lexemes[at + 1]
    if following.kind is not LexemeKind.WORD or following.form in words.function_words:
        return None
    if following.form in {"lady", "place", "hand", "name", "thing", "world", "party", "half"}:
        return None
    value = words.ordinals[lexeme.form]
    return Draft(FigureKind.ORDINAL, at, at + 1, value, bound=Bound.EXACTLY, counts=at + 1)


def read_span_of_time(context: Context, at: int) -> Draft | None:
    """'months of negotiations': a stretch of time that the text does not number."""
    lexemes, words = context.lexemes, context.words
    unit = words.units.get(lexemes.form(at))
    if unit is None or unit.kind is not FigureKind.DURATION or not lexemes.form(at).endswith("s"):
        return None
    if lexemes.form(at + 1) not in words.of_words or len(lexemes.form(at)) < 4:
        return None
    if lexemes.form(at - 1) not in _BEFORE_TIME and not begins_sentence(context, at):
        return None
    return Draft(FigureKind.DURATION, at, at + 1, None, unit.name, bound=Bound.VAGUE, counts=at + 1)


def read_list_marker(context: Context, at: int, last: int) -> tuple[int, int] | None:
    """The number of a list and the lexeme behind it: '4. Spreadsheets', '2 Camp' after a '1.'."""
    lexemes = context.lexemes
    lexeme = lexemes[at]
    if lexeme.kind is not LexemeKind.NUMBER or len(lexeme.text) > 2 or not lexeme.text.isdecimal():
        return None
    number = int(lexeme.text)
    if not begins_sentence(context, at) and not (last and number == last + 1):
        return None
    after = lexemes[at + 1]
    pointed = after.form in {".", ")"} and lexemes.glued(at + 1)
    following = lexemes[at + 2] if pointed else after
    if following.kind is not LexemeKind.WORD or lexemes.glued(at + (2 if pointed else 1)):
        return None
    if context.words.code == "de" and following.form in context.words.months:
        return None
    if pointed and (following.capital or begins_sentence(context, at)):
        return number, at + 2
    if not pointed and last and number == last + 1 and following.capital:
        return number, at + 1
    return None
