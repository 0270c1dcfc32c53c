"""EDTF strings as days of the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from reader.core.difference.amounts.period import (
    Period,
    Yearless,
    read_period,
    read_yearless,
    yearless_of,
)


def days(first: date, last: date) -> Period:
    return Period(first.toordinal(), last.toordinal())


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2022-05-24", date(2022, 5, 24), date(2022, 5, 24)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("195X", date(1950, 1, 1), date(1959, 12, 31)),
        ("20XX", date(2000, 1, 1), date(2099, 12, 31)),
        ("2019-22", date(2019, 6, 1), date(2019, 8, 31)),
        ("2018-01/2018-06", date(2018, 1, 1), date(2018, 6, 30)),
    ],
)
def test_days_of_a_value(value: str, first: date, last: date) -> None:
    assert read_period(value) == days(first, last)


@pytest.mark.parametrize(
    "value", ["", "2022-13", "2022-02-30", "0000", "XXXX-05", "2018/2017", "x"]
)
def test_no_days(value: str) -> None:
    assert read_period(value) is None


def test_a_date_without_its_year() -> None:
    assert read_yearless("XXXX-05-23") == Yearless(5, 23)
    assert read_yearless("XXXX-05") == Yearless(5, None)
    assert read_yearless("2022-05-23") is None
    assert yearless_of(days(date(2022, 5, 23), date(2022, 5, 23))) == Yearless(5, 23)
    assert yearless_of(days(date(2022, 5, 1), date(2022, 5, 31))) == Yearless(5, None)
    assert yearless_of(days(date(2022, 5, 1), date(2022, 6, 1))) is None


def test_periods_meet_within_a_tolerance() -> None:
    may, july = read_period("2022-05"), read_period("2022-07")
    assert may
    assert july
    assert not may.meets(july)
    assert not may.meets(july, 30)
    assert may.meets(july, 31)
