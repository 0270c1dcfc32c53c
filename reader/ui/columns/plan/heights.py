"""How high each place of a settled text stands, without asking the layout for every one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence


class Heights:
    """Heights of paragraphs, and between them by share of the text.

    `starts` are the code points where paragraphs begin, from 0, and `tops` the heights of their
    upper edges in pixels; the last paragraph ends at code point `length` and height `bottom`.
    Inside a paragraph this is exact to a line or so: enough for what shows a whole article.
    """

    def __init__(
        self, starts: Sequence[int], tops: Sequence[float], length: int, bottom: float
    ) -> None:
        self._starts = [*starts, max(length, starts[-1] + 1) if starts else length]
        self._tops = [*tops, bottom]

    def at(self, offset: int) -> float:
        """The height of a code point, in pixels of the text."""
        if len(self._starts) < 2:
            return 0.0
        n = min(max(bisect_right(self._starts, offset) - 1, 0), len(self._starts) - 2)
        start, end = self._starts[n], self._starts[n + 1]
        top, bottom = self._tops[n], self._tops[n + 1]
        share = min(max((offset - start) / (end - start), 0.0), 1.0)
        return top + (bottom - top) * share
