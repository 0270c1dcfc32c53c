"""Dates that part: days, months and years that two readings of one claim give for one thing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from reader.core.difference.amount import Judged, shown
from reader.core.difference.divergence import Divergence, DivergenceKind, Verdict
from reader.core.difference.likeness import Likeness, likeness, same_governor
from reader.core.difference.pair import Pair
from reader.core.difference.period import (
    Period,
    Yearless,
    read_period,
    read_yearless,
    yearless_of,
)
from reader.core.difference.surroundings import Surroundings, surroundings
from reader.core.facts.analysis import Analysis
from reader.core.facts.figure import Bound, Figure, FigureKind
from reader.core.facts.figures.language import weekday_named
from reader.core.facts.vocabulary import word_set
from reader.core.text.span import Span

_TIMED: Final = frozenset({FigureKind.DATE, FigureKind.YEAR, FigureKind.RELATIVE})
_NEAR_READING: Final = 0.6
_WINDOW: Final = 0.6
_ALIGNED: Final = 0.5
_MOST: Final = 24
_YEAR: Final = 366
_SURE_DAYS: Final = frozenset({"today", "tonight", "heute", "hoy", "aujourd'hui"})
_BEFORE: Final = word_set(
    "in on since until till by from during around about before after of last this next early late "
    "mid for to through im am seit en depuis le desde el"
)
_RELATIVE_ERROR: Final = {"day": 1, "week": 7, "month": 31, "year": _YEAR, "decade": 10 * _YEAR}


@dataclass(frozen=True, slots=True)
class _Dated:
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


@dataclass(frozen=True, slots=True)
class _Match:
    a: _Dated
    b: _Dated
    like: Likeness
    judged: Judged

    @property
    def rank(self) -> tuple[bool, float, int, int]:
        sure = self.judged.verdict is not Verdict.CONFLICT
        at = (self.a.figure.span.start, self.b.figure.span.start)
        return (not sure, -self.like.score, min(at), max(at))


def find(pair: Pair) -> list[Divergence]:
    """The date divergences of two linked readings, each date in one at most.

    Relative and partial dates count as what they come to by the day of their article. In doubt
    nothing is said; a date that one side lacks is told where both readings are nearly the same.
    """
    side_a = _dated(pair.a, pair.figures_a, pair.a_span)
    side_b = _dated(pair.b, pair.figures_b, pair.b_span)
    found: list[Divergence] = []
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    for match in sorted(_matches(side_a, side_b), key=lambda match: match.rank):
        a, b = match.a.figure, match.b.figure
        if a.span.start in taken_a or b.span.start in taken_b:
            continue
        taken_a.add(a.span.start)
        taken_b.add(b.span.start)
        if a.text.casefold() != b.text.casefold() or match.judged.verdict is Verdict.CONFLICT:
            found.append(
                Divergence(
                    DivergenceKind.DATE,
                    match.judged.verdict,
                    pair.stated_a(a.span, _value(a)),
                    pair.stated_b(b.span, _value(b)),
                    match.judged.reason,
                )
            )
    if pair.same >= _NEAR_READING:
        found.extend(_alone(pair, side_a, side_b, taken_a, taken_b))
    return found


def _value(figure: Figure) -> int | float | str | None:
    return figure.resolved if figure.resolved is not None else figure.value


def _dated(analysis: Analysis, figures: tuple[Figure, ...], span: Span) -> list[_Dated]:
    return [
        _Dated(surroundings(analysis, figure, span), analysis.published)
        for figure in figures[:_MOST]
        if figure.kind in _TIMED or (figure.kind is FigureKind.DURATION and figure.unit == "year")
    ]


def _matches(side_a: list[_Dated], side_b: list[_Dated]) -> list[_Match]:
    matches: list[_Match] = []
    for a in side_a:
        for b in side_b:
            judged = judge_dates(a, b)
            if judged is None:
                continue
            like = likeness(a.around, b.around)
            if _aligned(a, b, like, judged):
                matches.append(_Match(a, b, like, judged))
    return matches


def _aligned(a: _Dated, b: _Dated, like: Likeness, judged: Judged) -> bool:
    if judged.verdict is Verdict.CONFLICT:
        governed = same_governor(a.around, b.around)
        return governed and not like.apart and like.window >= _WINDOW and a.named == b.named
    if judged.verdict is Verdict.AGREE:
        return like.score > 0
    return like.score >= _ALIGNED and not like.apart


def judge_dates(a: _Dated, b: _Dated) -> Judged | None:
    """What two dates come to; None where they cannot be compared."""
    first, second = sorted((shown(a.figure), shown(b.figure)), key=lambda word: (len(word), word))
    days = _by_weekday(a, b)
    if days is False:
        return Judged(Verdict.CONFLICT, f"{first} and {second} are different days of the week")
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
        return Judged(Verdict.COMPATIBLE, f"{first} and {second} can be the same time")
    if duration or days is True or not _comparable(a, b):
        return None
    return Judged(Verdict.CONFLICT, f"{first} and {second} are different times")


def _judged(a: _Dated, b: _Dated, same: bool, first: str, second: str) -> Judged:
    if not same:
        return Judged(Verdict.CONFLICT, f"{first} and {second} are different times")
    surely = all(
        one.figure.kind is not FigureKind.RELATIVE or one.figure.text.casefold() in _SURE_DAYS
        for one in (a, b)
    )
    partial = (a.yearless is None) != (b.yearless is None) and not any(
        one.figure.text.casefold() in _SURE_DAYS for one in (a, b)
    )
    bounds = a.figure.bound is b.figure.bound is Bound.EXACTLY
    if surely and bounds and not partial and FigureKind.DURATION not in _kinds(a, b):
        return Judged(Verdict.AGREE, f"{first} and {second} are the same date")
    return Judged(Verdict.COMPATIBLE, f"{first} and {second} can be the same time")


def _kinds(a: _Dated, b: _Dated) -> set[FigureKind]:
    return {a.figure.kind, b.figure.kind}


def _by_weekday(a: _Dated, b: _Dated) -> bool | None:
    """Whether the days of the week are the same, where one side names one and both are known."""
    named_a, named_b = weekday_named(a.figure.text), weekday_named(b.figure.text)
    if named_a is None and named_b is None:
        return None
    day_a = named_a if named_a is not None else _weekday(b, a)
    day_b = named_b if named_b is not None else _weekday(a, b)
    if day_a is None or day_b is None:
        return None
    return day_a == day_b


def _weekday(other: _Dated, one: _Dated) -> int | None:
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


def _since_and_span(a: _Dated, b: _Dated) -> bool:
    """'in 17 years' beside 'since 2005': a stretch of years and the year it began."""
    kinds = _kinds(a, b)
    if kinds == {FigureKind.DURATION}:
        return False
    other = a.figure if b.figure.kind is FigureKind.DURATION else b.figure
    return other.bound is Bound.SINCE or other.kind is FigureKind.RELATIVE


def _without_year(a: _Dated, b: _Dated) -> bool | None:
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


def _with_bounds(one: _Dated, other: _Dated, period: Period) -> Period:
    """'since 2005' reaches on, unless the other side says since when, too."""
    bound = one.figure.bound
    if bound is other.figure.bound or other.figure.kind is FigureKind.DURATION:
        return period
    if bound is Bound.SINCE:
        return Period(period.first, date.max.toordinal())
    if bound is Bound.UNTIL:
        return Period(date.min.toordinal(), period.last)
    return period


def _tolerance(one: _Dated) -> int:
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


def _comparable(a: _Dated, b: _Dated) -> bool:
    """A day of this week beside a year says nothing: one was left out as known."""
    kinds = _kinds(a, b)
    if FigureKind.RELATIVE not in kinds or kinds == {FigureKind.RELATIVE}:
        return True
    relative = a.figure if a.figure.kind is FigureKind.RELATIVE else b.figure
    other = b.figure if relative is a.figure else a.figure
    if other.kind is FigureKind.YEAR:
        return relative.unit in {"year", "decade"}
    return relative.unit in {"day", "week"}


def _alone(
    pair: Pair,
    side_a: list[_Dated],
    side_b: list[_Dated],
    taken_a: set[int],
    taken_b: set[int],
) -> list[Divergence]:
    """Dates of one side, where the other side gives none at all."""
    found: list[Divergence] = []
    for mine, theirs, taken, stated in (
        (side_a, side_b, taken_a, pair.stated_a),
        (side_b, side_a, taken_b, pair.stated_b),
    ):
        if any(one.figure.kind in _TIMED for one in theirs):
            continue
        for one in mine:
            figure = one.figure
            if figure.span.start in taken or figure.kind not in _TIMED:
                continue
            reason = f"only one of both says {shown(figure)}"
            at = stated(figure.span, _value(figure))
            found.append(Divergence(DivergenceKind.DATE, Verdict.ONLY, at, None, reason))
    return found
