"""What is found by its place, and how high a place stands: against the slow way."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.text.span import Span
from reader.ui.columns.plan.by_place import ByPlace
from reader.ui.columns.plan.heights import Heights

SPANS = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(0, 20)
)


@given(st.lists(SPANS, max_size=12), SPANS)
@settings(max_examples=60)
def test_those_that_touch_a_stretch_are_found_in_order_of_place(
    spans: list[Span], view: Span
) -> None:
    numbers = range(len(spans))
    found = ByPlace(numbers, lambda n: spans[n]).touching(view)
    assert found == sorted(
        (n for n in numbers if spans[n].shared(view)), key=lambda n: spans[n].start
    )


def test_a_long_reading_that_began_far_above_is_found() -> None:
    assert ByPlace([Span(0, 90), Span(1, 2)], lambda span: span).touching(Span(80, 81)) == [
        Span(0, 90)
    ]


def test_a_paragraph_begins_at_its_own_height_and_ends_where_the_next_begins() -> None:
    heights = Heights((0, 10, 11), (8.0, 60.0, 60.0), 31, 160.0)
    assert [heights.at(n) for n in (0, 5, 10, 11, 21, 31)] == [8.0, 34.0, 60.0, 60.0, 110.0, 160.0]


def test_heights_never_fall() -> None:
    heights = Heights((0, 10, 11, 40), (8.0, 60.0, 60.0, 90.0), 50, 99.0)
    rising = [heights.at(n) for n in range(52)]
    assert rising == sorted(rising)


def test_an_empty_text_has_no_height() -> None:
    assert Heights((), (), 0, 0.0).at(0) == 0.0
