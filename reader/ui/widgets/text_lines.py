"""Laid-out lines of text as Qt hands them over, typed in one place."""

from __future__ import annotations

from typing import cast

from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout, QTextLine


def x_of(line: QTextLine, unit: int) -> float:
    """How far from the left a UTF-16 unit of the text stands on its line, in pixels."""
    # PySide answers (x, unit); its stubs say float or object, by version.
    answer = cast("tuple[float, int]", line.cursorToX(unit))
    return answer[0]


def in_ink(start: int, length: int, colour: str) -> QTextLayout.FormatRange:
    """A run of UTF-16 units to be painted in another ink."""
    made = QTextLayout.FormatRange()
    shape = QTextCharFormat()
    shape.setForeground(QColor(colour))
    made.start, made.length = start, length  # type: ignore[attr-defined]
    made.format = shape  # type: ignore[attr-defined]
    return made
