"""Where a place in one version of a text lies in the next version, by their difference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from reader.core.text.span import Span

_PIECE: Final = re.compile(r"\w+|\s+|.", re.DOTALL)
_WHOLE: Final = 4_000
"""Pieces of a changed stretch up to which it is compared word by word."""


def carried(span: Span, old: str, new: str) -> Span | None:
    """Where a span of the old text lies in the new one by their difference, None if cut away.

    The answer covers whatever replaced a part of the span. Offsets are code points.
    """
    hull: Span | None = None
    for ours, theirs in _difference(old, new, span):
        if not ours.overlaps(span) or theirs.start == theirs.end:
            continue
        if len(ours) == len(theirs) and ours.of(old) == theirs.of(new):
            by = theirs.start - ours.start
            part = Span(max(ours.start, span.start) + by, min(ours.end, span.end) + by)
        else:
            part = theirs
        hull = part if hull is None else hull.hull(part)
    return hull


def _difference(old: str, new: str, span: Span) -> Iterator[tuple[Span, Span]]:
    """Stretches of both texts that answer to each other, in fine steps where the span is.

    What both begin and end with is set aside, then lines are compared, then, inside changed lines
    that the span touches, words.
    """
    head, tail = _shared_ends(old, new)
    yield Span(0, head), Span(0, head)
    yield Span(len(old) - tail, len(old)), Span(len(new) - tail, len(new))
    ours, theirs = Span(head, len(old) - tail), Span(head, len(new) - tail)
    for a, b in _steps(_LINE, old, ours, new, theirs):
        if a.overlaps(span) and a.of(old) != b.of(new):
            yield from _steps(_PIECE, old, a, new, b)
        else:
            yield a, b


def _shared_ends(old: str, new: str) -> tuple[int, int]:
    """How many code points both texts begin and end with: whole words, none counted twice."""
    shorter = min(len(old), len(new))
    if old == new:
        return shorter, 0
    head = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    while head and old[head - 1].isalnum():
        head -= 1
    rest = shorter - head
    tail = next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)
    while tail and old[-tail].isalnum():
        tail -= 1
    return head, tail


_LINE: Final = re.compile(r"[^\n]*\n|[^\n]+")


def _steps(
    cut: re.Pattern[str], old: str, ours: Span, new: str, theirs: Span
) -> Iterator[tuple[Span, Span]]:
    """The difference of two stretches by the pieces of `cut`; whole where they are too many."""
    a = [match.span() for match in cut.finditer(old, ours.start, ours.end)]
    b = [match.span() for match in cut.finditer(new, theirs.start, theirs.end)]
    if len(a) + len(b) > _WHOLE:
        yield ours, theirs
        return
    matcher = SequenceMatcher(None, [old[s:e] for s, e in a], [new[s:e] for s, e in b])
    a.append((ours.end, ours.end))
    b.append((theirs.end, theirs.end))
    for _, a_from, a_to, b_from, b_to in matcher.get_opcodes():
        yield Span(a[a_from][0], a[a_to][0]), Span(b[b_from][0], b[b_to][0])
