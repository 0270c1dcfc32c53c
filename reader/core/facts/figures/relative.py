"""Dates that lean on the day of the article: 'on Tuesday', 'this week', 'yesterday'."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from reader.core.facts.figure import FigureKind
from reader.core.facts.figures.dates import read_date
from reader.core.facts.figures.draft import Context, Draft
from reader.core.facts.figures.resolving import near_month, period, weekday_of
from reader.core.facts.vocabulary import word_set

_DAYS: Final = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "heute": 0,
    "gestern": -1,
    "aujourd'hui": 0,
    "hier": -1,
    "hoy": 0,
    "ayer": -1,
}
_LANGUAGES: Final = {
    "heute": "de",
    "gestern": "de",
    "aujourd'hui": "fr",
    "hier": "fr",
    "hoy": "es",
    "ayer": "es",
}
_WHICH: Final = {"this": 0, "last": -1, "next": 1, "past": -1, "previous": -1, "coming": 1}
_PERIODS: Final = frozenset({"week", "month", "year", "weekend"})
_FUTURE: Final = word_set(
    "will would 'll shall expected scheduled set due plans planned begins starts opens until wird "
    "werden"
)
_EARLIER: Final = frozenset({"earlier", "later", "late", "early"})
TRIGGERS: Final = frozenset({*_DAYS, *(f"{day}'s" for day in _DAYS), *_WHICH, "the"})
_WINDOW: Final = 12
_NAMED_DAYS: Final = word_set("black good bloody ash palm easter super cyber")


def read_relative(context: Context, at: int) -> Draft | None:
    """The relative date that begins at lexeme `at`; its `resolved` needs the article's date."""
    lexemes, published = context.lexemes, context.published
    lexeme = lexemes[at]
    form = _bare(lexeme.form)
    if form in _DAYS and _own_language(context, form):
        resolved = period("day", _DAYS[form], published) if published else None
        return Draft(FigureKind.RELATIVE, at, at + 1, None, "day", resolved=resolved)
    if lexeme.form in _WHICH:
        return _this_or_last(context, at)
    if lexeme.form == "the" and lexemes.form(at + 1) == "weekend":
        resolved = period("weekend", -1, published) if published else None
        return Draft(FigureKind.RELATIVE, at, at + 2, None, "weekend", resolved=resolved)
    return _bare_weekday(context, at)


def _bare(form: str) -> str:
    """'Friday' of "Friday's"."""
    return form.removesuffix("'s")


def _own_language(context: Context, form: str) -> bool:
    return _LANGUAGES.get(form, "en") == context.words.code


def _this_or_last(context: Context, at: int) -> Draft | None:
    lexemes, published = context.lexemes, context.published
    which = lexemes.form(at)
    offset = _WHICH[which]
    following = _bare(lexemes.form(at + 1))
    start = at - 1 if lexemes.form(at - 1) in _EARLIER else at
    if following in _PERIODS and lexemes.form(at + 2) != "-":
        resolved = period(following, offset, published) if published else None
        return Draft(FigureKind.RELATIVE, start, at + 2, None, following, resolved=resolved)
    if following in context.words.weekdays and lexemes[at + 1].capital:
        day = None
        if published:
            tense = {-1: "last", 0: "coming" if _future(context, at) else "past", 1: "next"}
            day = weekday_of(context.words.weekdays[following], published, tense[offset])
        resolved = day.isoformat() if day else None
        return Draft(FigureKind.RELATIVE, start, at + 2, None, "day", resolved=resolved)
    if following in context.words.months and lexemes[at + 1].capital and len(following) > 3:
        month = context.words.months[following]
        resolved = near_month(month, published) if published else None
        return Draft(FigureKind.DATE, at, at + 2, f"XXXX-{month:02}", resolved=resolved)
    return None


def _bare_weekday(context: Context, at: int) -> Draft | None:
    """'Tuesday', where it is no part of a name ('Black Friday', 'Sheffield Wednesday')."""
    lexemes, published = context.lexemes, context.published
    lexeme = lexemes[at]
    form = _bare(lexeme.form)
    if form not in context.words.weekdays or not (
        lexeme.capital or context.words.code in {"fr", "es"}
    ):
        return None
    if len(form) <= 4 and not (
        lexemes.form(at - 1) in {"on", "last"} or lexemes.form(at + 1) in {",", "."}
    ):
        return None
    if lexemes.form(at - 1) in _NAMED_DAYS and lexemes[at - 1].capital:
        return None
    full = _with_date(context, at)
    if full:
        return full
    day = None
    if published:
        which = "coming" if _future(context, at) else "past"
        day = weekday_of(context.words.weekdays[form], published, which)
    end = at + 1
    if lexemes.form(end) in {"morning", "night", "evening", "afternoon"}:
        end += 1
    resolved = day.isoformat() if day else None
    return Draft(FigureKind.RELATIVE, at, end, None, "day", resolved=resolved)


def _with_date(context: Context, at: int) -> Draft | None:
    """'Tuesday, Dec. 16': one date, said twice."""
    step = at + 2 if context.lexemes.form(at + 1) == "," else at + 1
    if context.lexemes.after_line(step):
        return None
    found = read_date(context, step)
    if found is None or found.kind is not FigureKind.DATE or found.bound is not None:
        return None
    return replace(found, start=at) if str(found.value).count("-") == _FULL_DATE else None


_FULL_DATE: Final = 2
"""Hyphens of a date that names a day."""


def _future(context: Context, at: int) -> bool:
    """Whether the clause before the date speaks of what is to come."""
    lexemes = context.lexemes
    for step in range(1, _WINDOW):
        form = lexemes.form(at - step)
        if not form or form in {".", ";", "!", "?"}:
            return False
        if form in _FUTURE:
            return True
    return False
