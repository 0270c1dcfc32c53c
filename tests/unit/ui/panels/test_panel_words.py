"""Facts in plain words."""

from __future__ import annotations

import pytest

from reader.core.annotating.annotation import ReviewState, Standing, Status
from reader.core.difference.divergence import DivergenceKind, Verdict
from reader.core.facts.figure import Bound, Figure, FigureKind
from reader.core.matching.link import Link, Reading, Relation
from reader.core.text.span import Span
from reader.ui.panels import words


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("2022-05-24", "24 May 2022"),
        ("XXXX-05-23", "23 May"),
        ("2018", "2018"),
        ("2018-06", "June 2018"),
        ("2018-01/2018-06", "January 2018 to June 2018"),
        ("2022-05-24T10:31", "2022-05-24T10:31"),
        ("2022-13-40", "2022-13-40"),
    ],
)
def test_dates_are_told_as_people_write_them(told: str, expected: str) -> None:
    assert words.date_words(told) == expected


def figure(value: int | float | str | None, **more: int | float | str | None) -> Figure:
    return Figure(
        Span(0, 1),
        "x",
        FigureKind.COUNT,
        value,
        Bound.EXACTLY,
        upper=more.get("upper"),
        resolved=more.get("resolved"),
    )


def test_values_are_told_in_words() -> None:
    assert words.value_words(figure(5000)) == "5,000"
    assert words.value_words(figure(12.1)) == "12.1"
    assert words.value_words(figure(3, upper=5)) == "3 to 5"
    assert words.value_words(figure(None)) == "no number"
    assert words.value_words(figure(17, resolved="2005")) == "17 (comes to 2005)"


def test_a_score_never_looks_surer_than_it_is() -> None:
    side = Reading(0, Span(0, 1))
    link = Link(side, side, Relation.NEAR, 0.714, True, (), ())
    assert words.score_words(link) == "score .71"


def test_every_fact_has_words() -> None:
    for kind, told in (
        (Verdict, words.VERDICT_WORDS),
        (Verdict, words.VERDICT_SIGNS),
        (Relation, words.RELATION_WORDS),
        (DivergenceKind, words.KIND_WORDS),
        (ReviewState, words.STATE_WORDS),
        (Standing, words.STANDING_WORDS),
        (Status, words.STATUS_WORDS),
        (Bound, words.BOUND_WORDS),
    ):
        assert set(told) == set(kind)
    assert len(set(words.VERDICT_SIGNS.values())) == len(Verdict)


def test_counting() -> None:
    assert words.count_words(1, "note") == "1 note"
    assert words.count_words(1200, "note") == "1,200 notes"
