"""Places carried from one version of a text to the next."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.core.anchoring.versions import carried
from reader.core.text.span import Span

LINES = st.lists(st.sampled_from(["one two.", "three", "four five six!", "", "😀"]), max_size=8)


def test_an_edit_elsewhere_only_shifts() -> None:
    old = "Ann came.\nBob left early.\nCy stayed.\n"
    new = "Ann came late.\nBob left early.\nCy and Di stayed.\n"
    at = old.index("Bob left")
    place = carried(Span(at, at + 8), old, new)
    assert place is not None
    assert place.of(new) == "Bob left"


def test_a_replaced_word_is_covered_by_what_replaced_it() -> None:
    old, new = "It drew 9,000 people.\n", "It drew some 8,500 people.\n"
    place = carried(Span(0, len(old) - 1), old, new)
    assert place == Span(0, len(new) - 1)


def test_what_was_cut_away_has_no_place() -> None:
    assert carried(Span(4, 7), "one two three", "one three") is None


@given(LINES, LINES)
def test_a_line_below_changed_ones_stays_itself(kept: list[str], before: list[str]) -> None:
    middle = "a line that is nowhere else"
    old = "\n".join([*kept, middle, *kept])
    new = "\n".join([*before, middle, *kept])
    at = old.index(middle)
    place = carried(Span(at, at + len(middle)), old, new)
    assert place is not None
    assert place.of(new) == middle


@given(LINES, st.data())
def test_an_unchanged_text_carries_every_span_to_itself(
    lines: list[str], data: st.DataObject
) -> None:
    text = "\n".join(lines)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert start == end or carried(Span(start, end), text, text) == Span(start, end)
