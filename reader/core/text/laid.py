"""Things laid along a text in order, found again by the stretch they touch or lie in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Generic, Protocol, TypeVar

from reader.core.text.span import Span


class Placed(Protocol):
    @property
    def span(self) -> Span: ...


_P = TypeVar("_P", bound=Placed)


class Laid(Generic[_P]):
    """Things in order of their starts, with their edges apart, where bisection is quick.

    A text need be cut only once, however many of its stretches are looked at: each look takes
    O(log n) and the number of what is found.
    """

    def __init__(self, placed: Sequence[_P]) -> None:
        self._placed = placed
        self._starts = [one.span.start for one in placed]
        self._ends = list(accumulate((one.span.end for one in placed), max))

    def touching(self, span: Span) -> tuple[_P, ...]:
        """Those that overlap `span`."""
        first = bisect_right(self._ends, span.start)
        last = bisect_left(self._starts, span.end)
        if first >= last:
            return ()
        return tuple(one for one in self._placed[first:last] if one.span.overlaps(span))

    def inside(self, span: Span) -> Sequence[_P]:
        """Those that lie inside `span` whole, of things that follow one another."""
        first = bisect_left(self._starts, span.start)
        return self._placed[first : bisect_right(self._ends, span.end, lo=first)]
