"""The map between code points and UTF-16 units, beside Python's own encoder."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.text.offsets import Utf16Map
from reader.core.text.span import Span

TEXTS = st.text(alphabet=st.sampled_from("aé漢\n😀𐍈🏴"), max_size=60)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS)
def test_it_agrees_with_the_encoder(text: str) -> None:
    offsets = Utf16Map(text)
    assert offsets.qt_length == units(text)
    for index in range(len(text) + 1):
        unit = offsets.to_qt(index)
        assert unit == units(text[:index])
        assert offsets.from_qt(unit) == index


@given(TEXTS)
def test_a_unit_inside_a_pair_belongs_to_its_character(text: str) -> None:
    offsets = Utf16Map(text)
    for index, character in enumerate(text):
        if character > "\uffff":
            assert offsets.from_qt(offsets.to_qt(index) + 1) == index


def test_a_selection_that_cuts_a_pair_takes_it_whole() -> None:
    offsets = Utf16Map("a😀b")
    assert offsets.span_from_qt(1, 2) == Span(1, 2)
    assert offsets.span_from_qt(2, 4) == Span(1, 3)
    assert offsets.qt_range(Span(1, 3)) == (1, 4)


def test_an_empty_selection_stays_empty() -> None:
    assert Utf16Map("a😀b").span_from_qt(3, 3) == Span(2, 2)
    assert Utf16Map("a😀b").span_from_qt(2, 2) == Span(1, 1)


def test_units_past_the_end_are_the_end() -> None:
    assert Utf16Map("a😀").from_qt(9) == 2


def test_places_outside_the_text_are_refused() -> None:
    offsets = Utf16Map("ab")
    for wrong in (-1, 3):
        with pytest.raises(IndexError):
            offsets.to_qt(wrong)
    with pytest.raises(IndexError):
        offsets.from_qt(-1)
