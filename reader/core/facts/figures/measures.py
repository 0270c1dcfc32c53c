"""What a number measures: percentages, ages, lengths of time and way, plain counts."""

from __future__ import annotations

from typing import Final

from reader.core.facts.figure import Bound, FigureKind
from reader.core.facts.figures.draft import OWNERS, Context, Draft
from reader.core.facts.figures.lexemes import LexemeKind
from reader.core.facts.figures.money import currency_behind
from reader.core.facts.figures.numbers import Number
from reader.core.facts.figures.resolving import ago
from reader.core.facts.figures.vocabulary import Unit

AGE_BEFORE: Final = frozenset({"age", "aged", "ages", "alter"})
_SQUARES: Final = frozenset({"square", "cubic", "nautical", "metric", "light", "calendar"})
_HOURLY: Final = frozenset(
    {("per", "hour"), ("pro", "stunde"), ("par", "heure"), ("à", "l'heure"), ("por", "hora")}
)
_OLD: Final = frozenset({"old", "olds"})


def measured(context: Context, number: Number) -> Draft:
    """A number with the unit behind it, or as a plain count."""
    end = number.end
    found = (
        _percent(context, number)
        or _temperature(context, number)
        or _age(context, number)
        or _magnitude(context, number)
    )
    if found:
        return found
    weight = unit_behind(context, end)
    money = None if weight and weight[1] == "pound weight" else currency_behind(context, end)
    if money:
        return Draft(FigureKind.MONEY, number.start, money[1], number.value, money[0])
    unit = unit_behind(context, end)
    if unit:
        kind, name, behind = unit
        if kind is FigureKind.DURATION:
            return _duration(context, number, name, behind)
        return Draft(kind, number.start, behind, number.value, name)
    kind = FigureKind.COUNT
    return Draft(
        kind,
        number.start,
        end,
        number.value,
        bound=Bound.VAGUE if number.vague else None,
        counts=end,
    )


def unit_behind(context: Context, at: int) -> tuple[FigureKind, str, int] | None:
    """The unit a number is followed by: its kind, its plain name and where its words end."""
    lexemes, words = context.lexemes, context.words
    if lexemes.after_line(at):
        return None
    hyphen = lexemes.form(at) == "-" and lexemes.glued(at)
    step = at + 1 if hyphen else at
    prefix = ""
    if lexemes.form(step) in _SQUARES:
        prefix = lexemes.form(step)
        step += 2 if lexemes.form(step + 1) == "-" else 1
    form = lexemes.form(step)
    unit = words.units.get(form)
    weighed = any(lexemes.form(at - back).startswith("weigh") for back in range(2, 6))
    if form in {"pound", "pounds"} and (hyphen or weighed or lexemes.form(step + 1) == "of"):
        unit = Unit(FigureKind.COUNT, "pound weight")
    if unit is None:
        return (FigureKind.DURATION, "second", step + 1) if hyphen and form == "second" else None
    if len(form) == 1 and lexemes[step].text.isupper():
        return None
    kind, name = unit.kind, unit.name
    if prefix in {"square", "cubic"}:
        kind, name = FigureKind.COUNT, f"{prefix} {name}"
    elif prefix == "nautical":
        name = "nautical mile"
    elif prefix == "metric":
        name = "tonne"
    elif prefix == "light":
        kind, name = FigureKind.DISTANCE, "light year"
    if name in {"km", "mile"} and (lexemes.form(step + 1), lexemes.form(step + 2)) in _HOURLY:
        kind, name, step = FigureKind.COUNT, "km/h" if name == "km" else "mph", step + 2
    elif name in {"km", "mile"} and lexemes.form(step + 1) == "/" and lexemes.form(step + 2) == "h":
        kind, name, step = FigureKind.COUNT, "km/h", step + 2
    elif name in {"km", "mile"} and lexemes.matches(step + 1, "an", "hour"):
        kind, name, step = FigureKind.COUNT, "km/h" if name == "km" else "mph", step + 2
    return kind, name, step + 1


def _percent(context: Context, number: Number) -> Draft | None:
    lexemes, at = context.lexemes, number.end
    if lexemes.after_line(at):
        return None
    if lexemes.form(at) == "-" and lexemes.glued(at):
        at += 1
    unit = "percent"
    pairs = {("per", "cent"), ("pour", "cent"), ("por", "ciento")}
    two = (lexemes.form(at), lexemes.form(at + 1))
    if lexemes.form(at) in {"%", "％", "٪"} or lexemes.form(at) in context.words.percents:
        end = at + 1
    elif two in pairs:
        end = at + 2
    elif two[0] in {"percentage", "basis"} and two[1] in {"point", "points"}:
        unit, end = f"{two[0]} point", at + 2
    else:
        return None
    if lexemes.form(end) in {"point", "points"}:
        unit, end = "percentage point", end + 1
    return Draft(FigureKind.PERCENT, number.start, end, number.value, unit, counts=end)


def _temperature(context: Context, number: Number) -> Draft | None:
    lexemes, at = context.lexemes, number.end
    if lexemes.after_line(at):
        return None
    if lexemes.form(at) in {"℃", "℉"}:
        unit = "C" if lexemes.form(at) == "℃" else "F"
        return Draft(FigureKind.TEMPERATURE, number.start, at + 1, number.value, unit)
    marked = lexemes.form(at) in {"°", "º", "degrees", "degree", "deg", "grad"}
    step = at + 1 if marked else at
    names = {"c": "C", "f": "F", "celsius": "C", "fahrenheit": "F", "centigrade": "C"}
    unit = names.get(lexemes.form(step))
    if unit is None or (not marked and not (lexemes[step].text in {"C", "F"} or unit != "")):
        return None
    if not marked and len(lexemes.form(step)) == 1 and lexemes[step].text not in {"C", "F"}:
        return None
    value = number.value
    if lexemes.form(number.start - 1) in {"-", "−", "minus"}:
        return Draft(FigureKind.TEMPERATURE, number.start - 1, step + 1, -value, unit)
    return Draft(FigureKind.TEMPERATURE, number.start, step + 1, value, unit)


def _age(context: Context, number: Number) -> Draft | None:
    """'aged 32', '17-year-old', '73 years old', '32-jährige', 'Lopez, 20,'."""
    lexemes, words = context.lexemes, context.words
    at = number.end
    if number.value > 130 or number.vague:
        return None
    before = lexemes.form(number.start - 1)
    if before in AGE_BEFORE or (before == "of" and lexemes.form(number.start - 2) == "age"):
        return Draft(FigureKind.AGE, number.start, at, number.value, "year")
    if lexemes.matches(at, "-", "year", "-") and lexemes.form(at + 3) in _OLD:
        return Draft(FigureKind.AGE, number.start, at + 4, number.value, "year", counts=at + 4)
    unit = unit_behind(context, at)
    if unit and unit[1] in {"year", "month", "week", "day"}:
        end = unit[2]
        step = end + 1 if lexemes.form(end) == "-" else end
        if lexemes.form(step) in _OLD:
            return Draft(
                FigureKind.AGE, number.start, step + 1, number.value, unit[1], counts=step + 1
            )
        if lexemes.matches(end, "of", "age"):
            return Draft(FigureKind.AGE, number.start, end + 2, number.value, unit[1])
        if lexemes.form(end) in {"alt", "alte", "alter"} and words.code == "de":
            return Draft(FigureKind.AGE, number.start, end + 1, number.value, unit[1])
        if words.code == "fr" and lexemes.form(number.start - 2).startswith("âgé"):
            return Draft(FigureKind.AGE, number.start, end, number.value, unit[1])
        if words.code == "es" and lexemes.matches(end, "de", "edad"):
            return Draft(FigureKind.AGE, number.start, end + 2, number.value, unit[1])
    if lexemes.form(at) == "-" and lexemes.form(at + 1).startswith("jährig"):
        return Draft(FigureKind.AGE, number.start, at + 2, number.value, "year", counts=at + 2)
    return _apposed_age(context, number) or _age_of_one(context, number)


def _age_of_one(context: Context, number: Number) -> Draft | None:
    """'He was 75.', 'in his early 30s'."""
    lexemes = context.lexemes
    at = number.end
    if not number.plain or not 10 <= number.value <= 115:
        return None
    if lexemes.form(at) == "s" and lexemes.glued(at):
        owned = lexemes.form(number.start - 1) in OWNERS or (
            lexemes.form(number.start - 1) in {"early", "late", "mid", "-"}
            and {lexemes.form(number.start - 2), lexemes.form(number.start - 3)} & OWNERS
        )
        if not owned:
            return None
        return Draft(FigureKind.AGE, number.start, at + 1, number.value, "year", bound=Bound.VAGUE)
    is_one = lexemes.form(number.start - 1) in {"was", "is", "turned"}
    person = lexemes.form(number.start - 2) in {"he", "she", "who"}
    ends = lexemes.form(at) in {".", ",", ";", "when", "at", "and", ""}
    if is_one and person and ends:
        return Draft(FigureKind.AGE, number.start, at, number.value, "year")
    return None


def _apposed_age(context: Context, number: Number) -> Draft | None:
    """The age in 'Andrew Lopez, 20, was arrested' and 'Oscar, 8, daughter Ava, 3, as well'."""
    lexemes = context.lexemes
    if not number.plain or lexemes.form(number.start - 1) != "," or not 1 <= number.value <= 115:
        return None
    name = lexemes[number.start - 2]
    if name.kind is not LexemeKind.WORD and name.form != ".":
        return None
    enclosed = lexemes.form(number.end) == "," and name.form not in context.words.function_words
    if name.kind is LexemeKind.WORD and not name.capital and not (enclosed and number.value > 9):
        return None
    if name.form in context.words.months or name.form in context.words.weekdays:
        return None
    if lexemes.form(number.end) not in {",", ".", ";", "and", ")", "who", "was"}:
        return None
    return Draft(FigureKind.AGE, number.start, number.end, number.value, "year")


def _magnitude(context: Context, number: Number) -> Draft | None:
    lexemes = context.lexemes
    start, at = number.start, number.end
    hyphen = 1 if lexemes.form(at) == "-" else 0
    if lexemes.form(at + hyphen) == "magnitude" and number.digits:
        return Draft(FigureKind.COUNT, start, at + hyphen + 1, number.value, "magnitude")
    back = start - 1
    while lexemes.form(back) in {"-", "of", "preliminary", "a", "at"} and start - back < 4:
        back -= 1
    if lexemes.form(back) == "magnitude" and 0 < number.value < 11:
        return Draft(FigureKind.COUNT, start, at, number.value, "magnitude")
    return None


def _duration(context: Context, number: Number, unit: str, end: int) -> Draft:
    """A stretch of time, or with 'ago' the date it leads back to."""
    lexemes = context.lexemes
    bound = Bound.VAGUE if number.vague else None
    if lexemes.form(end) == "ago" or (
        context.words.code == "de" and lexemes.form(number.start - 1) == "vor"
    ):
        end = end + 1 if lexemes.form(end) == "ago" else end
        back = None
        if context.published and not number.vague:
            back = ago(number.value, unit, context.published)
        return Draft(
            FigureKind.RELATIVE, number.start, end, number.value, unit, resolved=back, bound=bound
        )
    behind = end if lexemes.form(end - 1) not in _OLD else None
    return Draft(
        FigureKind.DURATION, number.start, end, number.value, unit, bound=bound, counts=behind
    )
