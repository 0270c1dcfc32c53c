"""Things that stand somewhere in a text, found by their place without a search."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import Generic, TypeVar

from reader.core.text.span import Span

T = TypeVar("T")


class ByPlace(Generic[T]):
    """Things by their spans, which may overlap; built once, asked often."""

    def __init__(self, things: Iterable[T], span_of: Callable[[T], Span]) -> None:
        self._things = sorted(things, key=lambda thing: span_of(thing).start)
        self._starts = [span_of(thing).start for thing in self._things]
        self._ends = [span_of(thing).end for thing in self._things]
        self._reach = list(accumulate(self._ends, max))
        """How far the things up to each one reach: never less than before."""

    def touching(self, view: Span) -> list[T]:
        """Those that share a code point with a stretch of the text, in order of place."""
        first = bisect_left(self._reach, view.start + 1)
        last = bisect_left(self._starts, view.end)
        return [
            self._things[n]
            for n in range(first, last)
            if max(self._starts[n], view.start) < min(self._ends[n], view.end)
        ]
