"""What must hold for figure and date divergences of any two readings."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.difference import date as dates
from reader.core.difference import figure as figures
from reader.core.difference.amounts.amount import amount, interval, judge
from reader.core.difference.divergence import Divergence, Verdict
from reader.core.difference.pair import Pair, pair_of_texts
from reader.core.facts.figures import find_figures

FINDERS = (figures.find, dates.find)
SUBJECTS = ("The blast", "A leak", "Officials say it", "In 2018 they")
VERBS = ("killed", "holds", "lasted", "cost", "rose to", "began")
AMOUNTS = (
    "over 5,000 photos",
    "nearly 5,000 images",
    "12 people",
    "a dozen people",
    "5.2 percent",
    "half of the votes",
    "$2 million",
    "17 years",
    "on Tuesday",
    "on 24 May 2022",
    "since 2005",
    "at 7 p.m.",
    "55 miles",
    "90 km",
    "3-2",
    "no figure",
)
SENTENCES = st.builds(
    lambda *words: " ".join(words) + ".",
    st.sampled_from(SUBJECTS),
    st.sampled_from(VERBS),
    st.sampled_from(AMOUNTS),
    st.sampled_from(("in the market", "and then " + AMOUNTS[2], "last week", "")),
)
TEXTS = SENTENCES | st.text(max_size=40)
DAYS = st.dates(date(2020, 1, 1), date(2023, 1, 1)) | st.none()


def sides(divergence: Divergence) -> tuple[object, ...]:
    places = [
        (side.article, side.span.start, side.span.end)
        for side in (divergence.a, divergence.b)
        if side
    ]
    return (divergence.kind, divergence.verdict, divergence.reason, *sorted(places))


@settings(max_examples=120, deadline=None)
@given(TEXTS, TEXTS, DAYS, DAYS)
def test_sides_can_be_exchanged(a: str, b: str, day_a: date | None, day_b: date | None) -> None:
    pair = pair_of_texts(a, b, published_a=day_a, published_b=day_b)
    for find in FINDERS:
        there = Counter(sides(one) for one in find(pair))
        assert there == Counter(sides(one) for one in find(pair.swapped()))


@settings(max_examples=60, deadline=None)
@given(TEXTS, DAYS)
def test_a_text_does_not_contradict_itself(text: str, day: date | None) -> None:
    pair = pair_of_texts(text, text, published_a=day, published_b=day)
    for find in FINDERS:
        assert not [one for one in find(pair) if one.verdict is not Verdict.COMPATIBLE]


@settings(max_examples=80, deadline=None)
@given(TEXTS, TEXTS)
def test_every_figure_is_in_one_divergence_at_most(a: str, b: str) -> None:
    pair: Pair = pair_of_texts(a, b)
    for find in FINDERS:
        for article in (0, 1):
            places = [
                side.span.start
                for one in find(pair)
                for side in (one.a, one.b)
                if side and side.article == article
            ]
            assert len(places) == len(set(places))


AMOUNT_TEXTS = [
    "over 5,000 photos",
    "nearly 5,000 photos",
    "fewer than 300 men",
    "at least 12 men",
    "up to 90 boats",
    "about 600 metres",
    "200 feet",
    "thousands of photos",
    "between 5 and 7 men",
    "12.1 percent",
    "a third of voters",
    "$2.4 billion",
    "-2 C",
    "104 degrees Fahrenheit",
    "8 years",
    "34-7 win",
    "Flight 370",
]


@pytest.mark.parametrize(("a", "b"), list(product(AMOUNT_TEXTS, repeat=2)))
def test_judging_amounts_is_symmetric_and_explains_itself(a: str, b: str) -> None:
    first, second = (amount(find_figures(text)[0]) for text in (a, b))
    assert first
    assert second
    low, high = interval(first)
    assert low <= high
    there, back = judge(first, second), judge(second, first)
    assert there == back
    if there and a != b:
        assert find_figures(a)[0].text in there.reason
        assert find_figures(b)[0].text in there.reason
    if a == b:
        assert there
        assert there.verdict is Verdict.AGREE
