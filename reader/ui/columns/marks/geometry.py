"""Where a stretch of text stands: its pieces line by line, from the layout's own geometry."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextLine

from reader.ui.widgets.text_lines import x_of

_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch on one line, in pixels from its block's corner; `baseline` is that line's."""

    left: float
    right: float
    top: float
    bottom: float
    baseline: float
    first: bool = False
    """Whether the stretch begins here, for what is drawn at its ends."""
    last: bool = False
    turned: bool = False
    """Whether its words run from right to left, so that it begins at its right."""


def is_mixed(block: QTextBlock) -> bool:
    """Whether words of the block may run from right to left, so that a stretch has several pieces
    on one line.
    """
    return _RIGHT_TO_LEFT.search(block.text()) is not None


def pieces(block: QTextBlock, start: int, end: int, *, mixed: bool) -> list[Piece]:
    """Pieces of the UTF-16 units `[start, end)` of a document that lie in this block."""
    layout = block.layout()
    first = max(start - block.position(), 0)
    last = min(end - block.position(), block.length() - 1)
    if first >= last or not layout.lineCount():
        return []
    lines: list[list[Piece]] = []
    turned = block.textDirection() is Qt.LayoutDirection.RightToLeft
    number = layout.lineForTextPosition(first).lineNumber()
    while 0 <= number < layout.lineCount():
        line = layout.lineAt(number)
        line_start = line.textStart()
        if line_start >= last:
            break
        here, there = max(first, line_start), min(last, line_start + line.textLength())
        if here < there:
            spans = _runs(line, here, there) if mixed else _span(line, here, there)
            if spans:
                lines.append([_piece(line, left, right, turned) for left, right in spans])
        number += 1
    if lines and start >= block.position():
        at = -1 if turned else 0
        lines[0][at] = replace(lines[0][at], first=True)
    if lines and end <= block.position() + block.length() - 1:
        at = 0 if turned else -1
        lines[-1][at] = replace(lines[-1][at], last=True)
    return [piece for line in lines for piece in line]


def _piece(line: QTextLine, left: float, right: float, turned: bool) -> Piece:
    top = line.y()
    bottom, baseline = top + line.height(), top + line.ascent()
    return Piece(left, right, top, bottom, baseline, turned=turned)


def _span(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    left, right = x_of(line, start), x_of(line, end)
    right = min(right, line.naturalTextRect().right())
    return [(left, right)] if right > left else []


def _runs(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    """From glyph runs: in mixed directions a stretch need not be one piece."""
    found: list[tuple[float, float]] = []
    for run in line.glyphRuns(start, end - start):
        box = run.boundingRect()
        found.append((box.left(), box.right()))
    found.sort()
    merged: list[tuple[float, float]] = []
    for left, right in found:
        if merged and left <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(right, merged[-1][1]))
        else:
            merged.append((left, right))
    return [(left, right) for left, right in merged if right > left]
