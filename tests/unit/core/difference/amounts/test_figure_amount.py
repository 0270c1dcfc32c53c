"""When two amounts can both be true."""

from __future__ import annotations

import pytest

from reader.core.difference.amounts.amount import Judged, amount, judge
from reader.core.difference.amounts.clock_time import judge_times
from reader.core.difference.divergence import Verdict
from reader.core.facts.figures import find_figures

AGREE, COMPATIBLE, CONFLICT = Verdict.AGREE, Verdict.COMPATIBLE, Verdict.CONFLICT


def judged(a: str, b: str) -> Judged | None:
    first, second = (amount(find_figures(text)[0]) for text in (a, b))
    assert first
    assert second
    return judge(first, second)


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("over 5,000 photos", "nearly 5,000 photos", CONFLICT),
        ("nearly 2,900 photos", "more than 2,800 photos", COMPATIBLE),
        ("2,884 photos", "nearly 2,900 photos", COMPATIBLE),
        ("2,884 photos", "2,900 photos", COMPATIBLE),
        ("41 men", "40 men", CONFLICT),
        ("41 men", "about 40 men", COMPATIBLE),
        ("at least 41 men", "60 men", COMPATIBLE),
        ("fewer than 41 men", "60 men", CONFLICT),
        ("thousands of men", "300 men", CONFLICT),
        ("thousands of men", "23,000 men", COMPATIBLE),
        ("12.1 percent", "12 percent", COMPATIBLE),
        ("a quarter of men", "25 percent", AGREE),
        ("a third of men", "33 percent", COMPATIBLE),
        ("55 miles", "90 km", COMPATIBLE),
        ("200 feet", "200 metres", CONFLICT),
        ("104 F", "40 C", COMPATIBLE),
        ("104 F", "30 C", CONFLICT),
        ("$200MM", "$200 million", AGREE),
        ("$85 million", "85 million euros", CONFLICT),
        ("18 months", "one and a half years", COMPATIBLE),
        ("eight-year term", "8 years", AGREE),
        ("up to 5 men", "up to 50 men", CONFLICT),
        ("a 3-2 win", "a 2-3 loss", AGREE),
        ("a 3-2 win", "a 3-1 win", CONFLICT),
        ("Flight 370", "Flight 307", CONFLICT),
    ],
)
def test_verdicts(a: str, b: str, verdict: Verdict) -> None:
    found = judged(a, b)
    assert found
    assert found.verdict is verdict


@pytest.mark.parametrize(
    ("a", "b"),
    [("5 km", "5 hours"), ("$85 million", "£74 million"), ("Flight 370", "Highway 94")],
)
def test_what_cannot_be_compared(a: str, b: str) -> None:
    assert judged(a, b) is None


def test_a_reason_says_what_one_unit_is_in_the_other() -> None:
    found = judged("200 feet", "200 metres")
    assert found
    assert found.reason == "“200 feet” and “200 metres” cannot both hold: 200 feet are 61 m."


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("7 p.m.", "19:00", AGREE),
        ("9:27 a.m.", "9:30 a.m.", COMPATIBLE),
        ("9:27 a.m.", "9:29 a.m.", CONFLICT),
        ("about 9 a.m.", "9:40 a.m.", COMPATIBLE),
        ("23:58", "00:01", CONFLICT),
        ("10:31 IST", "05:01 GMT", None),
    ],
)
def test_times_of_day(a: str, b: str, verdict: Verdict | None) -> None:
    found = judge_times(find_figures(a)[0], find_figures(b)[0])
    assert (found and found.verdict) == verdict
