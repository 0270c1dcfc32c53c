"""Two numbers that are one figure: ranges, scores of games and votes, chances."""

from __future__ import annotations

from typing import Final

from reader.core.facts.figure import Bound, FigureKind
from reader.core.facts.figures.draft import Context, Draft, NoFigure
from reader.core.facts.figures.keys import behind_key
from reader.core.facts.figures.lexemes import LexemeKind
from reader.core.facts.figures.measures import AGE_BEFORE, measured, unit_behind
from reader.core.facts.figures.numbers import Number, read_number, whole
from reader.core.facts.vocabulary import word_set

_GAME: Final = word_set(
    "win wins won beat beats beating defeat defeats defeated loss losses lost lose victory "
    "victories lead leads led record draw drew tie tied game games overtime score scored vote "
    "voted ruling decision setback triumph rout edged season fell final match half-time halftime "
    "goal goals majority sieg niederlage gewann victoire victoria"
)
_CONTEXT: Final = 8


def read_chance(context: Context, number: Number) -> Draft | None:
    """'one in five', '1 in every 500', 'three out of five'."""
    lexemes = context.lexemes
    at = number.end
    if lexemes.form(at) == "out" and lexemes.form(at + 1) == "of":
        at += 2
    elif lexemes.form(at) == "in" and (number.value == 1 or lexemes.form(at + 1) == "every"):
        at += 2 if lexemes.form(at + 1) == "every" else 1
    else:
        return None
    other = read_number(lexemes, at, context.words)
    if other is None or other.vague or not number.value < other.value <= 10**6:
        return None
    if other.plain and number.value == 1 and 1900 <= other.value <= 2099:
        return None
    value = whole(number.value / other.value)
    return Draft(FigureKind.FRACTION, number.start, other.end, value, counts=other.end)


def read_range(context: Context, number: Number) -> Draft | NoFigure | None:
    """'20-30 people', 'between 20 and 30', 'a 34-7 win', '206-448-8160'."""
    lexemes = context.lexemes
    votes = _votes(context, number)
    if votes:
        return votes
    at = number.end
    between = lexemes.form(number.start - 1) in {"between", "from"}
    dash = lexemes.form(at) == "-"
    if dash and lexemes.form(at + 1) == "to":
        at += 1
    joined = dash or lexemes.form(at) == "to" or (between and lexemes.form(at) == "and")
    if not joined or lexemes.after_line(at):
        return None
    other = read_number(lexemes, at + 1, context.words)
    if other is None or other.vague or (dash and not other.digits):
        return None
    if dash and number.plain and _goes_on(context, other.end):
        return NoFigure(behind_key(context, other.end))
    glued = dash and lexemes.glued(at) and lexemes.glued(at + 1)
    if glued and number.plain and other.plain:
        score = _score(context, number, other)
        if score:
            return score
    if not number.value < other.value:
        return NoFigure(other.end) if dash else None
    return _range(context, number, other, number.start - 1 if between else number.start)


def _votes(context: Context, number: Number) -> Draft | None:
    """'312 votes to 298'."""
    lexemes = context.lexemes
    at = number.end
    if lexemes.form(at) not in {"votes", "points", "goals", "sets"} or lexemes.form(at + 1) != "to":
        return None
    other = read_number(lexemes, at + 2, context.words)
    if other is None or not (number.digits and other.digits):
        return None
    return Draft(
        FigureKind.SCORE,
        number.start,
        other.end,
        number.value,
        upper=other.value,
        bound=Bound.EXACTLY,
    )


def _goes_on(context: Context, at: int) -> bool:
    """Whether a third number hangs on two, as in a telephone number."""
    lexemes = context.lexemes
    return (
        lexemes.form(at) == "-"
        and lexemes.glued(at)
        and lexemes[at + 1].kind is LexemeKind.NUMBER
        and lexemes.glued(at + 1)
    )


def _range(context: Context, number: Number, other: Number, start: int) -> Draft:
    """Both ends with the unit behind the second; '10-15 million' is millions at both ends."""
    upper = measured(context, other)
    low = number.value
    digits = context.lexemes[other.start].text
    if number.plain and digits.isdecimal() and int(digits) and other.value != int(digits):
        scaled = whole(low * (other.value / int(digits)))
        low = scaled if scaled < other.value else low
    kind, unit = upper.kind, upper.unit
    if kind is FigureKind.COUNT:
        kind = FigureKind.RANGE
        if context.lexemes.form(start - 1) in AGE_BEFORE:
            kind, unit = FigureKind.AGE, "year"
    return Draft(
        kind,
        start,
        upper.end,
        low,
        unit,
        upper=upper.value,
        bound=Bound.BETWEEN,
        counts=upper.counts,
        of=upper.of,
    )


def _score(context: Context, number: Number, other: Number) -> Draft | None:
    lexemes = context.lexemes
    if max(number.value, other.value) > 250 or unit_behind(context, other.end):
        return None
    behind = lexemes[other.end]
    alone = behind.kind is not LexemeKind.WORD or behind.form in context.words.function_words
    if not alone and number.value < other.value and behind.form not in _GAME:
        return None
    played = number.value >= other.value or alone
    for step in range(-_CONTEXT, _CONTEXT):
        played = played or lexemes.form(number.start + step) in _GAME
    if not played:
        return None
    return Draft(
        FigureKind.SCORE,
        number.start,
        other.end,
        number.value,
        upper=other.value,
        bound=Bound.EXACTLY,
        counts=other.end,
    )
