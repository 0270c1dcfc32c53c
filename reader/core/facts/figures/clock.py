"""Times of day: '10:31 IST', '7 p.m.', '1100 hours', '13h30', 'noon'."""

from __future__ import annotations

from typing import Final

from reader.core.facts.figure import FigureKind
from reader.core.facts.figures.draft import Context, Draft
from reader.core.facts.figures.lexemes import LexemeKind
from reader.core.facts.vocabulary import word_set

_ZONES: Final = word_set(
    "ist gmt utc est edt cst cdt mst mdt pst pdt et ct mt pt bst cet cest eet eest msk jst kst hkt "
    "aest aedt acst awst nzst nzdt pkt sast wat eat wib"
)
_NAMED: Final = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
_BEFORE_NAMED: Final = word_set("at by around until before after about since near")
TRIGGERS: Final = frozenset(_NAMED)


def read_time(context: Context, at: int) -> Draft | None:
    """The time of day that begins at lexeme `at`; `unit` is its time zone, where one stands."""
    lexemes = context.lexemes
    lexeme = lexemes[at]
    if lexeme.form in _NAMED:
        if lexeme.form == "midnight" and lexemes.form(at - 1) not in _BEFORE_NAMED:
            return None
        return Draft(FigureKind.TIME, at, at + 1, _NAMED[lexeme.form])
    if lexeme.kind is not LexemeKind.NUMBER:
        return None
    clock = _hours_and_minutes(context, at)
    if clock is None:
        return None
    hour, minute, end, sure = clock
    half = _half_day(context, end)
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        afternoon, end = half
        hour = hour % 12 + (12 if afternoon else 0)
    elif not sure:
        return None
    zone = None
    if not lexemes.after_line(end) and lexemes.form(end) in _ZONES and lexemes[end].text.isupper():
        zone, end = lexemes[end].text, end + 1
    elif lexemes.matches(end, "local", "time"):
        zone, end = None, end + 2
    elif lexemes.form(end) in {"uhr", "hours", "hrs"}:
        end += 1
    return Draft(FigureKind.TIME, at, end, f"{hour:02}:{minute:02}", zone)


def _hours_and_minutes(context: Context, at: int) -> tuple[int, int, int, bool] | None:
    """Hour, minute, the lexeme behind them, and whether the form alone makes it a time."""
    lexemes = context.lexemes
    written = lexemes[at].text
    if written.isdecimal() and len(written) <= 2:
        hour = int(written)
        joined = lexemes.form(at + 1) in {":", "h"} and lexemes.glued(at + 1)
        if joined and lexemes.glued(at + 2) and _minutes(lexemes[at + 2].text) is not None:
            end = at + 3
            if lexemes.form(end) == ":" and lexemes.glued(end) and lexemes.glued(end + 1):
                end += 2
            minute = _minutes(lexemes[at + 2].text) or 0
            return (hour, minute, end, True) if hour <= 24 else None
        if lexemes.form(at + 1) == "uhr" and hour <= 24:
            return hour, 0, at + 1, True
        return hour, 0, at + 1, False
    if written.isdecimal() and len(written) == 4 and _military(context, at + 1):
        hour, minute = int(written[:2]), int(written[2:])
        return (hour, minute, at + 1, True) if hour <= 24 and minute < 60 else None
    head, dot, tail = written.partition(".")
    if dot and head.isdecimal() and len(head) <= 2 and _minutes(tail) is not None:
        sure = lexemes.form(at + 1) == "uhr" and int(head) <= 24
        return int(head), _minutes(tail) or 0, at + 1, sure
    return None


def _military(context: Context, at: int) -> bool:
    """Whether four digits before lexeme `at` are a time: '1100 hours', '1630 GMT'."""
    lexeme = context.lexemes[at]
    return lexeme.form in {"hours", "hrs"} or (lexeme.form in _ZONES and lexeme.text.isupper())


def _minutes(written: str) -> int | None:
    if len(written) != 2 or not written.isdecimal() or int(written) > 59:
        return None
    return int(written)


def _half_day(context: Context, at: int) -> tuple[bool, int] | None:
    """Whether 'a.m.' or 'p.m.' stands at lexeme `at`, whether it is p.m., and where it ends."""
    lexemes = context.lexemes
    if lexemes.after_line(at):
        return None
    if lexemes.form(at) in {"am", "pm"}:
        return lexemes.form(at) == "pm", at + 1
    if lexemes.form(at) in {"a", "p"} and lexemes.matches(at + 1, ".", "m"):
        end = at + 3
        if lexemes.form(end) == "." and lexemes.glued(end):
            end += 1
        return lexemes.form(at) == "p", end
    return None
