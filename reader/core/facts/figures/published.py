"""The day an article gives itself: 'Updated on: 26 May 2022, 10:31 IST' in the lines around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from reader.core.facts.figures.finding import find_figures
from reader.core.text.article import Block, Role
from reader.core.text.span import Span

_CUE: Final = re.compile(
    r"\b(?:(?P<first>first published|published|posted|veröffentlicht|publié|publicado|created|date)"
    r"|(?P<later>updated|modified|aktualisiert|mis à jour|actualizado))\b",
    re.IGNORECASE,
)
_SHORT: Final = 60
"""Code points of a line that says little more than a date."""
_LONGEST: Final = 300
_ROLES: Final = frozenset({Role.BYLINE, Role.FURNITURE})


def find_published(text: str, blocks: Iterable[Block]) -> date | None:
    """The date in the byline or furniture of a text that says when it was published.

    A line with 'published' comes before one with 'updated', and both before a line that is little
    more than a date; None where no line names a full day.
    """
    best: tuple[int, int, date] | None = None
    for block in blocks:
        if block.role not in _ROLES or len(block.span) > _LONGEST:
            continue
        at = block.span.start
        for line in block.span.of(text).splitlines(keepends=True):
            found = _dated_line(text, Span(at, at + len(line)))
            if found and (best is None or found < best):
                best = found
            at += len(line)
    return best[2] if best else None


def _dated_line(text: str, span: Span) -> tuple[int, int, date] | None:
    """How good a line's date is (0 is best), where it stands, and the date."""
    line = span.of(text)
    cue = _CUE.search(line)
    if cue is None and len(line.strip()) > _SHORT:
        return None
    for figure in find_figures(text, span):
        if not isinstance(figure.value, str) or len(figure.value) != len("2022-05-24"):
            continue
        try:
            day = date.fromisoformat(figure.value)
        except ValueError:
            continue
        rank = 2 if cue is None else 0 if cue["first"] else 1
        return rank, figure.span.start, day
    return None
