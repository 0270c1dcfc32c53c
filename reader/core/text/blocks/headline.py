"""Which line is the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reader.core.text.blocks.captions import is_copy, is_credited
from reader.core.text.blocks.cues import Cue
from reader.core.text.blocks.lines import Line

_HEADER: Final = 60
"""Lines of page that may stand before the article at most."""
_ENOUGH: Final = 6
"""Words from which a longer line is no likelier to be the headline."""
_TRAIL: Final = re.compile(r"[»›>/|→＞]")


def find_headline(
    lines: Sequence[Line], cues: Sequence[Cue | None], title: str | None
) -> int | None:
    """The number of the headline's line, None where the text begins with its first paragraph.

    A known title decides, then a line that a breadcrumb repeats; else the first line of some words
    before the running text, or the longest where the page's own furniture stands before it.
    """
    first = next((line.number for line in lines if line.prose and cues[line.number] is None), None)
    header = [
        line
        for line in lines[: min(_HEADER, len(lines) if first is None else first + 1)]
        if cues[line.number] is None and any(letter.isalpha() for letter in line.text)
    ]
    if title:
        wanted = Line(-1, lines[0].span, title, 0) if lines else None
        for line in header:
            if wanted is not None and is_copy(wanted, line):
                return line.number
    trails = [
        Line(-1, line.span, _TRAIL.split(line.text)[-1].strip(), 0)
        for line in lines[:_HEADER]
        if len(_TRAIL.split(line.text)) > 2
    ]
    for line in header:
        if any(is_copy(trail, line) for trail in trails):
            return line.number
    candidates = [line for line in header if _could_be(line)]
    if not candidates:
        return None
    if any(cues[number] not in (None, Cue.ADDRESS) for number in range(candidates[0].number)):
        return max(candidates, key=lambda line: (min(line.words, _ENOUGH), -line.number)).number
    return candidates[0].number


def _could_be(line: Line) -> bool:
    """Whether a line has the shape of a headline: some words, no paragraph."""
    figures = sum(word[0].isdecimal() for word in line.text.split())
    listed = figures >= 3 and figures >= 0.2 * line.words
    return 2 < line.words <= 30 and not line.prose and not listed and not is_credited(line)
