"""Captions, the credits inside them, and second copies of what a page prints twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reader.core.text.blocks.lines import Line

_AGENCY: Final = (
    r"(?:getty(?:\s+images)?|afp|reuters|ap|epa(?:-efe)?|dpa|xinhua|shutterstock|anadolu|imago|alamy"
    r"|picture[\s-]alliance|efe|ansa|tass|kyodo|bloomberg|zuma|sipa|keystone|新华社|共同|时事)"
)
_PICTURE: Final = (
    r"(?:photo|photograph|picture|image|foto|archivfoto|bild|symbolbild|crédit\s+photo"
    r"|photo\s+d['’]archives?|imagen|foto\s+de\s+archivo)"
)
_BEGINS: Final = re.compile(
    rf"(?:file\s+)?{_PICTURE}\b\s*[:：–—-]|图为|图[:：]|資料写真|写真[:：]", re.IGNORECASE
)
_ENDS: Final = re.compile(
    rf"""
    \b{_PICTURE}\s*(?:courtesy\s+of|credits?|by|:|/|©)\s*[:：]?\s*\S.{{0,80}}$
  | [\[(][^\])]{{0,80}}\b(?:courtesy|{_AGENCY}|photo|foto|file|handout|archiv|screenshot|crédit)\b
        [^\])]{{0,80}}[\])][.\s]*$
  | \b{_AGENCY}\s*(?:photo)?\s*/\s*[\w.\s-]{{2,40}}$
  | /\s*{_AGENCY}(?:\s+via\s+[\w\s]{{2,30}})?[.\s]*$
  | \b(?:file\s+(?:photo|picture|image)|photo\s+d['’]archives?)\b[.)\]\s]*$
  | [（(【\[][^）)】\]]{{0,30}}(?:摄|提供|資料写真|撮影)[）)】\]]$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MAY_END: Final = ("/", "photo", "picture", "image", "foto", "bild", "]", ")", "）", "】")
"""Some of these is in every credit at a line's end: to pass over the lines that have none."""
_TAIL: Final = 180
"""Code points at a line's end among which a credit stands."""
_LONGEST: Final = 90
"""Words in the longest caption."""
_LIKE: Final = 0.75
"""Share of the shorter line's words that a second copy has in common with the first."""


_ALIKE: Final = 0.95
"""The same where no credit tells that they are captions."""


def is_credited(line: Line) -> bool:
    """Whether a line is a caption by its credit: '... [Name of agency]', 'Photo: ...'."""
    if not line.brief or line.words > _LONGEST:
        return False
    if _BEGINS.match(line.text):
        return True
    tail = line.text[-_TAIL:]
    small = tail.lower()
    return any(sign in small for sign in _MAY_END) and _ENDS.search(tail) is not None


def is_copy(first: Line, second: Line, like: float = _LIKE) -> bool:
    """Whether two lines of some words say nearly the same, as a page's second copy does."""
    shorter, longer = sorted((first.bag.total(), second.bag.total()))
    if shorter < 4 or shorter < 0.5 * longer:
        return False
    common = first.bag.keys() & second.bag.keys()
    return sum(min(first.bag[word], second.bag[word]) for word in common) >= like * shorter


def is_same(first: Line, second: Line) -> bool:
    """Whether two lines are the same but for case and marks."""
    return first.bag == second.bag and first.bag.total() > 0


def copies(lines: Sequence[Line], apart: int = 3) -> list[tuple[int, int]]:
    """Pairs of line numbers, near each other, whose second is a copy of the first.

    Running text may say a thing twice: captions are told by a credit, or by no end.
    """
    return [
        (first.number, second.number)
        for at, first in enumerate(lines)
        if 4 <= first.words <= _LONGEST
        for second in lines[at + 1 : at + 1 + apart]
        if second.words <= _LONGEST and _are_captions(first, second)
    ]


def _are_captions(first: Line, second: Line) -> bool:
    if 2 * min(first.words, second.words) < max(first.words, second.words):
        return False
    if not is_copy(first, second):
        return False
    if is_credited(first) or is_credited(second):
        return True
    near = abs(first.words - second.words) <= 1
    return near and not first.ended and is_copy(first, second, _ALIKE)
