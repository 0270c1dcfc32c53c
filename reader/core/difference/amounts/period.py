"""Dates as stretches of days, read back from their ISO 8601 / EDTF strings."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

_DAY: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH: Final = re.compile(r"(\d{4})-(\d\d)")
_YEAR: Final = re.compile(r"(\d{4})")
_MASKED: Final = re.compile(r"(\d{2,3})(X{1,2})")
_YEARLESS: Final = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")
_SEASONS: Final = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


@dataclass(frozen=True, slots=True)
class Period:
    """Days `first` to `last`, both in it, as ordinals of the calendar."""

    first: int
    last: int

    def meets(self, other: Period, tolerance: int = 0) -> bool:
        return self.first <= other.last + tolerance and other.first <= self.last + tolerance


@dataclass(frozen=True, slots=True)
class Yearless:
    """A month, and maybe its day, of a year that the text does not give."""

    month: int
    day: int | None


def read_period(value: str) -> Period | None:
    """The days of an EDTF string with a known year; None for what is no such string."""
    first, slash, last = value.partition("/")
    if slash:
        start, end = read_period(first), read_period(last)
        return Period(start.first, end.last) if start and end and start.first <= end.last else None
    try:
        return _single(value)
    except ValueError:
        return None


def _single(value: str) -> Period | None:
    if match := _DAY.fullmatch(value):
        day = date(int(match[1]), int(match[2]), int(match[3])).toordinal()
        return Period(day, day)
    if match := _MONTH.fullmatch(value):
        year, month = int(match[1]), int(match[2])
        start, end = _SEASONS.get(month, (month, month))
        last = date(year, end, monthrange(year, end)[1])
        return Period(date(year, start, 1).toordinal(), last.toordinal())
    if match := _YEAR.fullmatch(value):
        year = int(match[1])
        return Period(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())
    if match := _MASKED.fullmatch(value):
        if len(match[0]) != len("195X"):
            return None
        span = 10 ** len(match[2])
        year = int(match[1]) * span
        last = date(min(9999, year + span - 1), 12, 31)
        return Period(date(year, 1, 1).toordinal(), last.toordinal())
    return None


def read_yearless(value: str) -> Yearless | None:
    """The month and day of 'XXXX-05-23'."""
    match = _YEARLESS.fullmatch(value)
    if match is None:
        return None
    return Yearless(int(match[1]), int(match[2]) if match[2] else None)


def yearless_of(period: Period) -> Yearless | None:
    """The month, and the day where the period is one, of a period inside one month."""
    first, last = date.fromordinal(period.first), date.fromordinal(period.last)
    if (first.year, first.month) != (last.year, last.month):
        return None
    return Yearless(first.month, first.day if first == last else None)
