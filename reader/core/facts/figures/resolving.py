"""What relative and partial dates come to by the date of their article."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

_DAYS_OF: Final = {"day": 1, "week": 7}
_FARTHEST: Final = 1000
"""Years back that are still resolved."""


def near_day(month: int, day: int, published: date) -> date | None:
    """The day of that month which lies nearest to the article's date."""
    found: list[date] = []
    for year in (published.year, published.year - 1, published.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return min(found, key=lambda day: abs((day - published).days), default=None)


def near_month(month: int, published: date) -> str:
    """The month of that name which lies nearest to the article's date, the past one in doubt."""
    here = published.year * 12 + published.month
    years = (published.year - 1, published.year, published.year + 1)
    year = min(years, key=lambda year: abs(year * 12 + month - here))
    return f"{year:04}-{month:02}"


def weekday_of(weekday: int, published: date, which: str) -> date | None:
    """The weekday an article of that date means: `which` is 'last', 'next', 'past' or 'coming'.

    'past' and 'coming' are what a bare name means beside a past or a future verb, the day of the
    article included.
    """
    back = (published.weekday() - weekday) % 7
    if which == "last" and back == 0:
        back = 7
    ahead = -back % 7
    if which == "next" and ahead == 0:
        ahead = 7
    return shifted(published, ahead if which in {"next", "coming"} else -back)


def shifted(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def ago(count: float, unit: str, published: date) -> str | None:
    """The date so many units before the article, no finer than the unit says."""
    if count < 0 or count != int(count):
        return None
    number = int(count)
    if unit in _DAYS_OF:
        if number > 366 * 5:
            return None
        day = shifted(published, -number * _DAYS_OF[unit])
        return day.isoformat() if day else None
    if unit == "month" and number < 12 * _FARTHEST:
        months = published.year * 12 + published.month - 1 - number
        return f"{months // 12:04}-{months % 12 + 1:02}" if months >= 12 else None
    if unit in {"year", "decade"}:
        year = published.year - number * (10 if unit == "decade" else 1)
        return f"{year:04}" if year > 0 and number < _FARTHEST else None
    return None


def period(unit: str, offset: int, published: date) -> str | None:
    """The day, week, month or year that lies `offset` of them from the article's date."""
    if unit == "day":
        day = shifted(published, offset)
        return day.isoformat() if day else None
    if unit == "week":
        monday = shifted(published, 7 * offset - published.weekday())
        sunday = shifted(published, 7 * offset - published.weekday() + 6)
        return f"{monday}/{sunday}" if monday and sunday else None
    if unit == "weekend":
        saturday = shifted(published, 7 * offset - published.weekday() + 5)
        sunday = shifted(published, 7 * offset - published.weekday() + 6)
        return f"{saturday}/{sunday}" if saturday and sunday else None
    if unit == "month":
        months = published.year * 12 + published.month - 1 + offset
        return f"{months // 12:04}-{months % 12 + 1:02}" if months >= 12 else None
    if unit == "year":
        year = published.year + offset
        return f"{year:04}" if 0 < year < 10_000 else None
    return None
