"""Half-open ranges of code points, the only way this program says where something is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """Code points `[start, end)` of one text.

    Raises ValueError where start is negative or end lies before start.
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"no span: [{start}, {end})")
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """An empty span is still a span: truth is not length."""
        return True

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether at least one code point is in both."""
        return self.start < other.end and other.start < self.end

    def shared(self, other: Span) -> int:
        """How many code points are in both."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def hull(self, other: Span) -> Span:
        """The shortest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


def merged(spans: Iterable[Span]) -> list[Span]:
    """Spans that overlap or touch as one, in order."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = found[-1].hull(span)
        else:
            found.append(span)
    return found


# Spans are made by the hundred thousand: the slots' own setters take 60 % of the time of
# `object.__setattr__`, which a frozen dataclass uses.
_set_start: Final[Callable[[Span, int], None]] = vars(Span)["start"].__set__
_set_end: Final[Callable[[Span, int], None]] = vars(Span)["end"].__set__
