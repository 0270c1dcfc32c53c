"""Which way a text runs."""

from __future__ import annotations

import unicodedata

_LEFT_TO_RIGHT = frozenset({"L"})
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_LOOKED_AT = 200
"""Characters after which a paragraph without any letter counts as left to right."""


def is_right_to_left(line: str) -> bool:
    """Whether the first character with a strong direction runs from right to left (UAX 9, P2)."""
    for character in line[:_LOOKED_AT]:
        kind = unicodedata.bidirectional(character)
        if kind in _LEFT_TO_RIGHT:
            return False
        if kind in _RIGHT_TO_LEFT:
            return True
    return False
