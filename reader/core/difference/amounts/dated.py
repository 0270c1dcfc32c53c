"""Whether two dates can both be true, by the days that the articles they stand in appeared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from reader.core.difference.amounts.amount import Judged, shown
from reader.core.difference.amounts.period import (
    Period,
    Yearless,
    read_period,
    read_yearless,
    yearless_of,
)
from reader.core.difference.divergence import Verdict
from reader.core.difference.same_thing.surroundings import Surroundings, surroundings
from reader.core.facts.analysis import Analysis
from reader.core.facts.figure import Bound, Figure, FigureKind
from reader.core.facts.figures.language import weekday_named
from reader.core.facts.vocabulary import word_set
from reader.core.text.span import Span

TIMED: Final = frozenset({FigureKind.DATE, FigureKind.YEAR, FigureKind.RELATIVE})
_MOST: Final = 24
"""Figures of a reading that are looked at."""
_YEAR: Final = 366
_SURE_DAYS: Final = frozenset({"today", "tonight", "heute", "hoy", "aujourd'hui"})
_BEFORE: Final = word_set(
    "in on since until till by from during around about before after of last this next early late "
    "mid for to through im am seit en depuis le desde el"
)
_RELATIVE_ERROR: Final = {"day": 1, "week": 7, "month": 31, "year": _YEAR, "decade": 10 * _YEAR}


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a reading with its words around and the day its article appeared."""

    around: Surroundings
    published: date | None

    @property
    def figure(self) -> Figure:
        return self.around.figure

    @property
    def period(self) -> Period | None:
        """The days it means; for a duration in years those of the year it leads back to."""
        figure = self.figure
        if figure.kind is FigureKind.DURATION:
            if self.published is None or not isinstance(figure.value, int | float):
                return None
            year = self.published.year - int(figure.value)
            return read_period(f"{year:04}") if 0 < year < 10_000 else None
        for value in (figure.resolved, figure.value):
            if isinstance(value, str) and (period := read_period(value)):
                return period
        return None

    @property
    def yearless(self) -> Yearless | None:
        value = self.figure.value
        return read_yearless(value) if isinstance(value, str) else None

    @property
    def named(self) -> bool:
        """Whether it belongs to a name or noun ('the 2022 Winter Olympics') and says no when."""
        return self.figure.kind is FigureKind.YEAR and self.around.before not in _BEFORE


def dated(analysis: Analysis, figures: tuple[Figure, ...], span: Span) -> list[Dated]:
    """The dates among a reading's figures, and the lengths in years that may lead back to one."""
    return [
        Dated(surroundings(analysis, figure, span), analysis.published)
        for figure in figures[:_MOST]
        if figure.kind in TIMED or (figure.kind is FigureKind.DURATION and figure.unit == "year")
    ]


def judge_dates(a: Dated, b: Dated) -> Judged | None:
    """What two dates come to; None where they cannot be compared."""
    first, second = sorted((shown(a.figure), shown(b.figure)), key=lambda word: (len(word), word))
    days = _by_weekday(a, b)
    if days is False and _counted_a_day_off(a, b):
        return None
    if days is False:
        return Judged(Verdict.CONFLICT, f"{first} and {second} are different days of the week.")
    duration = FigureKind.DURATION in (a.figure.kind, b.figure.kind)
    if duration and not _since_and_span(a, b):
        return None
    known = a.period, b.period
    if known[0] is None or known[1] is None or a.yearless or b.yearless:
        same = _without_year(a, b)
        if same is not None:
            return _judged(a, b, same, first, second)
        if known[0] is None or known[1] is None:
            return None
    period_a, period_b = _with_bounds(a, b, known[0]), _with_bounds(b, a, known[1])
    if period_a == period_b:
        return _judged(a, b, True, first, second)
    if period_a.meets(period_b, max(_tolerance(a), _tolerance(b))):
        return Judged(Verdict.COMPATIBLE, f"{first} and {second} can be the same time.")
    if duration or days is True or not _comparable(a, b):
        return None
    return Judged(Verdict.CONFLICT, f"{first} and {second} are different times.")


def _judged(a: Dated, b: Dated, same: bool, first: str, second: str) -> Judged:
    if not same:
        return Judged(Verdict.CONFLICT, f"{first} and {second} are different times.")
    surely = all(
        one.figure.kind is not FigureKind.RELATIVE or one.figure.text.casefold() in _SURE_DAYS
        for one in (a, b)
    )
    partial = (a.yearless is None) != (b.yearless is None) and not any(
        one.figure.text.casefold() in _SURE_DAYS for one in (a, b)
    )
    words = [one.figure.text.casefold().split()[0] for one in (a, b)]
    bounds = a.figure.bound is b.figure.bound
    bounds = bounds and (a.figure.bound is Bound.EXACTLY or words[0] == words[1])
    if surely and bounds and not partial and FigureKind.DURATION not in _kinds(a, b):
        return Judged(Verdict.AGREE, f"{first} and {second} are the same date.")
    return Judged(Verdict.COMPATIBLE, f"{first} and {second} can be the same time.")


def _kinds(a: Dated, b: Dated) -> set[FigureKind]:
    return {a.figure.kind, b.figure.kind}


def _by_weekday(a: Dated, b: Dated) -> bool | None:
    """Whether the days of the week are the same, where one side names one and both are known."""
    named_a, named_b = weekday_named(a.figure.text), weekday_named(b.figure.text)
    if named_a is None and named_b is None:
        return None
    day_a = named_a if named_a is not None else _weekday(b, a)
    day_b = named_b if named_b is not None else _weekday(a, b)
    if day_a is None or day_b is None:
        return None
    return day_a == day_b


def _counted_a_day_off(a: Dated, b: Dated) -> bool:
    """'yesterday' and a weekday beside it: the day an article gives itself may be a day late."""
    periods = a.period, b.period
    if periods[0] is None or periods[1] is None:
        return False
    unnamed = weekday_named(a.figure.text) is None or weekday_named(b.figure.text) is None
    relative = all(one.figure.kind is FigureKind.RELATIVE for one in (a, b))
    return unnamed and relative and abs(periods[0].first - periods[1].first) % 7 in {1, 6}


def _weekday(other: Dated, one: Dated) -> int | None:
    """The weekday of a date that names none: a full date, or a day counted from its article's."""
    figure = one.figure
    if figure.kind is FigureKind.RELATIVE and figure.unit != "day":
        return None
    if figure.kind is FigureKind.DURATION or (one.yearless and other.published is None):
        return None
    period = one.period
    if period is None or period.first != period.last:
        return None
    return date.fromordinal(period.first).weekday()


def _since_and_span(a: Dated, b: Dated) -> bool:
    """'in 17 years' beside 'since 2005': a stretch of years and the year it began."""
    kinds = _kinds(a, b)
    if kinds == {FigureKind.DURATION}:
        return False
    other = a.figure if b.figure.kind is FigureKind.DURATION else b.figure
    return other.bound is Bound.SINCE or other.kind is FigureKind.RELATIVE


def _without_year(a: Dated, b: Dated) -> bool | None:
    """Whether two dates are the same but for the year; None where one is no month or day."""
    parts: list[Yearless] = []
    for one in (a, b):
        part = one.yearless
        if part is None and one.figure.kind is FigureKind.DATE and (period := one.period):
            part = yearless_of(period)
        if part is None and one.figure.unit == "day" and (period := one.period):
            part = yearless_of(period)
        if part is None:
            return None
        parts.append(part)
    x, y = parts
    same = x.month == y.month and (x.day is None or y.day is None or x.day == y.day)
    counted = any(
        one.figure.unit == "day" and one.figure.text.casefold() not in _SURE_DAYS for one in (a, b)
    )
    return None if counted and not same else same


def _with_bounds(one: Dated, other: Dated, period: Period) -> Period:
    """'since 2005' reaches on, unless the other side says since when, too."""
    bound = one.figure.bound
    if bound is other.figure.bound or other.figure.kind is FigureKind.DURATION:
        return period
    if bound is Bound.SINCE:
        return Period(period.first, date.max.toordinal())
    if bound is Bound.UNTIL:
        return Period(date.min.toordinal(), period.last)
    return period


def _tolerance(one: Dated) -> int:
    """Days by which a date may be off: counted back, given about, or as a span of years."""
    figure = one.figure
    if figure.kind is FigureKind.DURATION:
        return _YEAR
    if figure.kind is FigureKind.RELATIVE:
        error = _RELATIVE_ERROR.get(figure.unit or "", 1)
        counted = figure.value is not None or figure.unit == "day"
        rounding = 2 if figure.bound is not Bound.EXACTLY else 1
        return error * rounding if counted else 1
    if figure.bound is Bound.ABOUT:
        return 2 * _YEAR if figure.kind is FigureKind.YEAR else 31
    return 0


def _comparable(a: Dated, b: Dated) -> bool:
    """A day of this week beside a year says nothing: one was left out as known."""
    kinds = _kinds(a, b)
    if FigureKind.RELATIVE not in kinds or kinds == {FigureKind.RELATIVE}:
        return True
    relative = a.figure if a.figure.kind is FigureKind.RELATIVE else b.figure
    other = b.figure if relative is a.figure else a.figure
    if other.kind is FigureKind.YEAR:
        return relative.unit in {"year", "decade"}
    return relative.unit in {"day", "week"}
