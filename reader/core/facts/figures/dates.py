"""Calendar dates: days, months, years, decades, parts of them and stretches between them."""

from __future__ import annotations

from datetime import date
from typing import Final

from reader.core.facts.figure import Bound, FigureKind
from reader.core.facts.figures.draft import OWNERS, Context, Draft
from reader.core.facts.figures.lexemes import LexemeKind
from reader.core.facts.figures.resolving import near_day, near_month
from reader.core.facts.figures.years import (
    DECADE_WORDS,
    read_decade,
    read_decade_in_words,
    read_year,
    year_at,
)
from reader.core.facts.vocabulary import word_set

_SUFFIXES: Final = frozenset({"st", "nd", "rd", "th", "er"})
_PARTS: Final[dict[tuple[str, ...], tuple[int, int]]] = {
    ("first", "half"): (1, 6),
    ("second", "half"): (7, 12),
    ("first", "quarter"): (1, 3),
    ("second", "quarter"): (4, 6),
    ("third", "quarter"): (7, 9),
    ("fourth", "quarter"): (10, 12),
    ("early",): (1, 4),
    ("beginning",): (1, 3),
    ("start",): (1, 3),
    ("mid",): (5, 8),
    ("middle",): (5, 8),
    ("late",): (9, 12),
    ("end",): (10, 12),
    ("anfang",): (1, 3),
    ("mitte",): (5, 8),
    ("ende",): (10, 12),
    ("début",): (1, 3),
    ("fin",): (10, 12),
}
PART_WORDS: Final = frozenset(words[0] for words in _PARTS)
_SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""Seasons by their EDTF codes."""
SEASON_WORDS: Final = frozenset(_SEASONS)
_BEFORE_MONTH: Final = word_set(
    "in of since until till by last this next early late mid for from to during before after "
    "through between and through around im seit bis en depuis desde"
)


BOUNDS_OF_DATES: Final = {
    "since": Bound.SINCE,
    "until": Bound.UNTIL,
    "till": Bound.UNTIL,
    "by": Bound.UNTIL,
    "before": Bound.UNTIL,
    "through": Bound.UNTIL,
    "after": Bound.SINCE,
    "seit": Bound.SINCE,
    "bis": Bound.UNTIL,
    "depuis": Bound.SINCE,
    "jusqu'en": Bound.UNTIL,
    "desde": Bound.SINCE,
    "hasta": Bound.UNTIL,
    "around": Bound.ABOUT,
    "about": Bound.ABOUT,
    "circa": Bound.ABOUT,
    "approximately": Bound.ABOUT,
    "um": Bound.ABOUT,
    "etwa": Bound.ABOUT,
}


def day_value(year: int | None, month: int, day: int | None) -> str | None:
    """An EDTF string for a date whose year or day may be missing; None where no such day is."""
    if day is not None:
        try:
            date(year or 2000, month, day)
        except ValueError:
            return None
    if not 1 <= month <= 12:
        return None
    head = f"{year:04}" if year is not None else "XXXX"
    return f"{head}-{month:02}" + (f"-{day:02}" if day is not None else "")


def read_date(context: Context, at: int) -> Draft | None:
    """The date that begins at lexeme `at`."""
    lexeme = context.lexemes[at]
    if lexeme.kind is LexemeKind.NUMBER:
        return (
            _in_digits(context, at)
            or _day_first(context, at)
            or read_decade(context, at)
            or read_year(context, at)
        )
    if lexeme.form == "nineteen" and context.lexemes.form(at + 1) in DECADE_WORDS:
        return read_decade_in_words(context, at + 1)
    if lexeme.form in DECADE_WORDS:
        return read_decade_in_words(context, at)
    if lexeme.form in PART_WORDS:
        return _part(context, at)
    if lexeme.form in _SEASONS:
        return _season(context, at)
    if lexeme.form in context.words.months:
        return _month_first(context, at)
    return None


def _day_at(context: Context, at: int) -> tuple[int, int] | None:
    """A day of the month at lexeme `at`, and where it ends ('23', '23rd', '3.')."""
    lexeme = context.lexemes[at]
    if lexeme.kind is not LexemeKind.NUMBER or len(lexeme.text) > 2 or not lexeme.text.isdecimal():
        return None
    day = int(lexeme.text)
    if not 1 <= day <= 31:
        return None
    lexemes = context.lexemes
    if lexemes.glued(at + 1) and lexemes.form(at + 1) in _SUFFIXES:
        return day, at + 2
    if context.words.code == "de" and lexemes.form(at + 1) == "." and lexemes.glued(at + 1):
        return day, at + 2
    if lexemes.glued(at + 1) and lexemes[at + 1].kind is LexemeKind.WORD:
        return None
    return day, at + 1


def _in_digits(context: Context, at: int) -> Draft | None:
    """'2022-05-24', '24.05.2022', '5/24/2022'; the order of day and month may stay open."""
    lexemes = context.lexemes
    written = lexemes[at].text
    end = at + 1
    for sign in "-/":
        if all(lexemes.form(at + step) == sign for step in (1, 3)) and all(
            lexemes.glued(at + step) for step in (1, 2, 3, 4)
        ):
            written = f"{written}.{lexemes[at + 2].text}.{lexemes[at + 4].text}"
            end = at + 5
    parts = written.split(".")
    if len(parts) != 3 or not all(part.isdecimal() and len(part) <= 4 for part in parts):
        return None
    if lexemes.form(end) in {"-", "/"} and lexemes.glued(end):
        return None
    first, second, third = (int(part) for part in parts)
    if len(parts[0]) == 4 and len(parts[1]) <= 2 and len(parts[2]) <= 2:
        value = day_value(first, second, third) if 1 <= second <= 12 else None
    elif len(parts[2]) == 4 and len(parts[0]) <= 2 and len(parts[1]) <= 2:
        value = _ordered(context, first, second, third, "/" in lexemes.form(at + 1))
        if not (1 <= first <= 31 and 1 <= second <= 31):
            return None
    else:
        return None
    if value is None and len(parts[0]) == 4:
        return None
    return Draft(FigureKind.DATE, at, end, value)


def _ordered(context: Context, first: int, second: int, year: int, slashes: bool) -> str | None:
    if first > 12 or not (slashes and context.words.code == "en") or first == second:
        first, second = second, first
    elif second <= 12:
        return None
    return day_value(year, first, second) if 1 <= first <= 12 else None


def _day_first(context: Context, at: int) -> Draft | None:
    """'24 May 2022', '3rd of March', '3. März'."""
    lexemes = context.lexemes
    day = _day_at(context, at)
    if day is None:
        return None
    number, end = day
    if lexemes.form(end) in {"of", "de"}:
        end += 1
    if lexemes.after_line(end) or not _names_a_month(context, end):
        return None
    month = context.words.months[lexemes.form(end)]
    end += 1
    if _abbreviated(context, end):
        end += 1
    return _finished(context, at, end, month, number)


def _abbreviated(context: Context, at: int) -> bool:
    """Whether the point at lexeme `at` belongs to the month before it ('Dec.', but not 'July.')."""
    lexemes = context.lexemes
    month = lexemes.form(at - 1)
    whole = len(month) > 4 or month in {
        "may",
        "june",
        "july",
        "mai",
        "juni",
        "juli",
        "juin",
        "mayo",
    }
    return lexemes.form(at) == "." and lexemes.glued(at) and not whole


def _names_a_month(context: Context, at: int) -> bool:
    lexeme = context.lexemes[at]
    if lexeme.form not in context.words.months:
        return False
    return lexeme.capital or context.words.code in {"fr", "es"}


def _month_first(context: Context, at: int) -> Draft | None:
    """'May 23', 'May 23, 2022', 'December 2021', 'in November', 'Dec. 25'."""
    lexemes = context.lexemes
    if not _names_a_month(context, at):
        return None
    month = context.words.months[lexemes.form(at)]
    end = at + 1
    if _abbreviated(context, end):
        end += 1
    if not lexemes.after_line(end):
        unspaced = _day_and_year(context, end, month, at)
        if unspaced:
            return unspaced
        day = _day_at(context, end)
        if day is not None and lexemes.form(day[1]) not in {":", "%"}:
            last = _last_day(context, day[1], day[0])
            if last:
                return _finished(context, at, last[1], month, day[0], last[0])
            return _finished(context, at, day[1], month, day[0])
    draft = _finished(context, at, end, month, None)
    if draft and draft.end > end:
        return draft
    if lexemes.form(at - 1) in _BEFORE_MONTH and len(lexemes.form(at)) > 2:
        if lexemes.form(at) == "may" and lexemes.form(at - 1) not in {"in", "last", "since", "of"}:
            return None
        return draft
    return None


def _day_and_year(context: Context, at: int, month: int, start: int) -> Draft | None:
    """'July 24,2004', without the blank."""
    day, comma, year = context.lexemes[at].text.partition(",")
    if not (comma and day.isdecimal() and year.isdecimal() and len(day) <= 2 and len(year) == 4):
        return None
    value = day_value(int(year), month, int(day)) if 1000 <= int(year) <= 2099 else None
    return Draft(FigureKind.DATE, start, at + 1, value) if value else None


def _last_day(context: Context, at: int, first: int) -> tuple[int, int] | None:
    """The other end of 'May 20-22'."""
    lexemes = context.lexemes
    if lexemes.form(at) not in {"-", "to"}:
        return None
    day = _day_at(context, at + 1)
    return day if day and day[0] > first and lexemes.form(day[1]) != "-" else None


def _finished(
    context: Context, start: int, end: int, month: int, day: int | None, last: int | None = None
) -> Draft | None:
    """A date with its year, where one follows, or the year its article's date gives."""
    lexemes = context.lexemes
    at = end
    if lexemes.form(at) in {",", "of", "de", "del"}:
        at += 1
    year = None if lexemes.after_line(at) else year_at(context, at)
    if year is not None and not (lexemes.glued(at + 1) and lexemes.form(at + 1) == "s"):
        end = at + 1
    else:
        year = None
    value = day_value(year, month, day)
    if value is None:
        return None
    resolved = None
    if year is None and context.published and last is None:
        if day is None:
            resolved = near_month(month, context.published)
        else:
            near = near_day(month, day, context.published)
            resolved = near.isoformat() if near else None
    if last is not None:
        upper = day_value(year, month, last)
        if upper is None:
            return None
        return Draft(FigureKind.DATE, start, end, f"{value}/{upper}", bound=Bound.BETWEEN)
    return Draft(FigureKind.DATE, start, end, value, resolved=resolved)


def _season(context: Context, at: int) -> Draft | None:
    lexemes = context.lexemes
    step = 2 if lexemes.form(at + 1) == "of" else 1
    year = year_at(context, at + step, 1800)
    if year is None:
        return None
    value = f"{year:04}-{_SEASONS[lexemes.form(at)]}"
    return Draft(FigureKind.DATE, at, at + step + 1, value)


def _part(context: Context, at: int) -> Draft | None:
    """'the first half of 2018', 'late 2019', 'mid-1980s', 'end of March'."""
    lexemes = context.lexemes
    words = next((words for words in _PARTS if lexemes.matches(at, *words)), None)
    if words is None or lexemes.form(at - 1) in OWNERS:
        return None
    months = _PARTS[words]
    base = at + len(words)
    while lexemes.form(base) in {"of", "in", "the", "-", "year", "des", "jahres", "de"}:
        base += 1
        if base - at > 5:
            return None
    if len(words) == 2 and lexemes.matches(base + 1, "year") and lexemes.form(base) in WHICH_YEAR:
        return _part_of_a_year(context, at, base)
    year = year_at(context, base)
    in_decade = lexemes.glued(base + 1) and lexemes.form(base + 1) in {"s", "'", "'s"}
    if year is not None and not in_decade:
        value = f"{year:04}-{months[0]:02}/{year:04}-{months[1]:02}"
        return Draft(FigureKind.DATE, at, base + 1, value)
    decade = read_decade(context, base) if lexemes[base].kind is LexemeKind.NUMBER else None
    month = _month_first(context, base) if lexemes.form(base) in context.words.months else None
    found = decade or month
    if found is None:
        return None
    return Draft(found.kind, at, found.end, found.value, resolved=found.resolved)


def _part_of_a_year(context: Context, at: int, base: int) -> Draft:
    """'the second quarter of next year'; the year is that of the article, or one beside it."""
    first, last = _PARTS[context.lexemes.form(at), context.lexemes.form(at + 1)]
    resolved = None
    if context.published is not None:
        year = context.published.year + WHICH_YEAR[context.lexemes.form(base)]
        resolved = f"{year:04}-{first:02}/{year:04}-{last:02}"
    value = f"XXXX-{first:02}/XXXX-{last:02}"
    return Draft(FigureKind.DATE, at, base + 2, value, resolved=resolved)


WHICH_YEAR: Final = {"this": 0, "last": -1, "next": 1}
