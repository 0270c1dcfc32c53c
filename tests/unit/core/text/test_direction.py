"""A text runs as its first letter does."""

from __future__ import annotations

import pytest

from reader.core.text.direction import is_right_to_left


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("مرحبا بالعالم", True),
        ("  «שלום» said", True),
        ("2022: 新疆", False),
        ("He said مرحبا", False),
        ("123 — !", False),
        ("", False),
    ],
)
def test_direction_follows_the_first_strong_character(line: str, expected: bool) -> None:
    assert is_right_to_left(line) is expected
