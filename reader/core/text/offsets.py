"""The one door between code points, by which this program counts, and Qt's UTF-16 units."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from reader.core.text.span import Span

_ASTRAL: Final = re.compile("[\U00010000-\U0010ffff]")


class Utf16Map:
    """Turns code points of one text into UTF-16 units and back.

    Only the characters outside the Basic Multilingual Plane are kept, for they alone take two
    units: a text without any costs nothing, another O(log n) a question.
    """

    __slots__ = ("_astral", "_astral_units", "_length")

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._astral: list[int] = [match.start() for match in _ASTRAL.finditer(text)]
        self._astral_units: list[int] = [at + before for before, at in enumerate(self._astral)]

    @property
    def qt_length(self) -> int:
        """UTF-16 units in the whole text."""
        return self._length + len(self._astral)

    def to_qt(self, index: int) -> int:
        """The UTF-16 unit where code point `index` begins; raises IndexError outside the text."""
        if not 0 <= index <= self._length:
            raise IndexError(f"code point {index} of {self._length}")
        return index + bisect_left(self._astral, index)

    def from_qt(self, unit: int) -> int:
        """The code point that UTF-16 unit `unit` belongs to; inside a pair it rounds down.

        Units past the end give the end, as Qt's documents count one closing unit of their own.
        Raises IndexError for negative units.
        """
        if unit < 0:
            raise IndexError(f"UTF-16 unit {unit}")
        before = bisect_left(self._astral_units, unit)
        if before and self._astral_units[before - 1] == unit - 1:
            return self._astral[before - 1]
        return min(unit - before, self._length)

    def span_from_qt(self, start: int, end: int) -> Span:
        """A selection in UTF-16 units as a span; a pair that it cuts at its end is taken whole."""
        first, last = self.from_qt(start), self.from_qt(end)
        if start < end and last < self._length and self.to_qt(last) < end:
            last += 1
        return Span(first, last)

    def qt_range(self, span: Span) -> tuple[int, int]:
        """First and past-the-last UTF-16 unit of a span."""
        return self.to_qt(span.start), self.to_qt(span.end)
