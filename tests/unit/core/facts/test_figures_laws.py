"""What must hold for the figures of any text at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.core.difference.amounts.period import read_period, read_yearless
from reader.core.facts.figure import Figure, FigureKind
from reader.core.facts.figures import find_figures
from reader.core.text.span import Span

WORDS = (
    "a an the one two twenty hundred million thousands of half quarter first more than nearly over "
    "least at 5 12 1,250 12.1 2018 2,884 0.5 1. $ € % per cent percent - – to between and in on "
    "since May March Tuesday 23 ago years year old km ° C 10:31 p.m. am 2022-05-24 24.05.2022 no. "
    "Flight , . ; ( ) ' s th st 3月4日 二十 三人 数千 Millionen Euro ans 'Age early late 30s 1950s "
    "last week today http://a/1 A320 \n \n\n \u00a0 🙂 ١٢ ½"
)
PIECES = st.sampled_from(WORDS.split(" "))
PROSE = st.lists(PIECES, max_size=25).map(" ".join)
ANY = st.text(max_size=80)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31)) | st.none()


@settings(max_examples=150, deadline=None)
@given(PROSE | ANY, DAYS)
@example("the first half of \U0001d7d8", None)
@example("in ²018 ① ⅷ Ⅻ 𝟚𝟘𝟙𝟠", date(1, 1, 1))
@example("9999999999999999999 years ago and 5000 weeks ago", date(1, 1, 1))
@example("$" * 50 + "1" * 60, date(9999, 12, 31))
@example("next week, tomorrow", date(9999, 12, 31))
@example("February 29 and 31 June 2021 and 30.02.2020", date(2021, 1, 1))
def test_figures_stand_in_order_and_apart(text: str, published: date | None) -> None:
    end = 0
    for figure in find_figures(text, published=published):
        assert end <= figure.span.start < figure.span.end <= len(text)
        assert figure.text == figure.span.of(text)
        end = figure.span.end


@settings(max_examples=150, deadline=None)
@given(PROSE | ANY, PROSE | ANY, PROSE | ANY)
def test_neighbours_beyond_blank_lines_change_nothing(before: str, text: str, after: str) -> None:
    head = f"{before}\n\n"
    whole = find_figures(f"{head}{text}\n\n{after}")
    shifted = [
        replace(figure, span=figure.span.shifted(len(head))) for figure in find_figures(text)
    ]
    inside = Span(len(head), len(head) + len(text))
    assert [figure for figure in whole if inside.covers(figure.span)] == shifted


@settings(max_examples=80, deadline=None)
@given(PROSE, PROSE)
def test_a_span_is_read_like_a_text_of_its_own(before: str, text: str) -> None:
    whole = find_figures(before + text, Span(len(before), len(before) + len(text)))
    assert [figure.span.start - len(before) for figure in whole] == [
        figure.span.start for figure in find_figures(text)
    ]


@settings(max_examples=150, deadline=None)
@given(PROSE, DAYS)
def test_dates_are_strings_that_can_be_read_back(text: str, published: date | None) -> None:
    for figure in find_figures(text, published=published):
        if figure.kind in {FigureKind.DATE, FigureKind.YEAR} and figure.value is not None:
            assert isinstance(figure.value, str)
            assert readable(figure.value)
        if figure.resolved is not None:
            assert isinstance(figure.resolved, str)
            assert read_period(figure.resolved)


def readable(value: str) -> bool:
    if value.startswith("XXXX"):
        return all(read_yearless(part) is not None for part in value.split("/"))
    return read_period(value) is not None


@pytest.mark.parametrize(
    "text",
    [
        "1" * 20_000,
        "1," * 10_000,
        "one " * 10_000,
        "two hundred and " * 5_000,
        "- " * 10_000,
        "1-" * 10_000,
        "$" * 20_000,
        "tens of " * 5_000,
        "early " * 10_000,
        "1 2 3 " * 5_000,
        "二" * 20_000,
        "万" * 20_000,
        "x" * 20_000,
        "at least " * 5_000,
        "\n" * 20_000,
        "1\n\n" * 5_000,
        "half of the of the " * 3_000,
        "2018-" * 5_000,
        "May 5," * 5_000,
    ],
)
def test_hostile_texts_are_read_to_their_end(text: str) -> None:
    """Read with a last paragraph that must still be found."""
    found = find_figures(f"{text}\n\nOver 5,000 photos.")
    assert last(found).text == "Over 5,000"


def last(found: tuple[Figure, ...]) -> Figure:
    return found[-1]
