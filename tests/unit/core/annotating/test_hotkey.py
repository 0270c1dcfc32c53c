"""Keys of tags are written one way, whoever typed them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.annotating.hotkey import and_go_on, hotkey_of, on_all_readings


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("1", "1"),
        ("0", "0"),
        ("g", "G"),
        ("shift + g", "Shift+G"),
        ("Shift+Ctrl+9", "Ctrl+Shift+9"),
        ("ö", "Ö"),
        ("ж", "Ж"),
        ("", None),
        ("12", None),
        ("ß", None),
        ("+", None),
        ("]", None),
        ("Alt+G", None),
        ("Ctrl+Ctrl+G", None),
        ("F5", None),
        ("Return", None),
    ],
)
def test_one_letter_or_digit_alone_or_with_control_and_shift(told: str, kept: str | None) -> None:
    assert hotkey_of(told) == kept


@given(st.text(max_size=8) | st.from_regex(r"((ctrl|Shift)\+){0,2}[a-z0-9]", fullmatch=True))
def test_what_is_kept_stays_as_it_is(told: str) -> None:
    kept = hotkey_of(told)
    assert kept is None or hotkey_of(kept) == kept


def test_what_goes_with_a_key() -> None:
    assert (on_all_readings("G"), and_go_on("G")) == ("Shift+G", "Ctrl+G")
    assert (on_all_readings("Ctrl+G"), and_go_on("Ctrl+G")) == ("Ctrl+Shift+G", None)
    assert (on_all_readings("Shift+G"), and_go_on("Shift+G")) == (None, "Ctrl+Shift+G")
