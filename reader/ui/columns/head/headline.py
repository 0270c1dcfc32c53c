"""The headline in a column's head: it gives way where it is narrow, and is told as a tooltip."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from reader.core.text.direction import is_right_to_left
from reader.core.text.offsets import Utf16Map


class Headline(QWidget):
    """A headline in so many lines, elided; the whole of it is its tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._most = 1
        self._edge = 0
        self._font = QFont()
        self._ink = QColor()

    def show_text(self, text: str, font: QFont, ink: QColor) -> None:
        self._text, self._font, self._ink = text, font, ink
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.set_lines(self._most)

    def set_lines(self, most: int) -> None:
        """How many lines the headline may take; its height is that of so many, needed or not."""
        self._most = most
        self.setFixedHeight(round(_step(self._font) * most))
        self.update()

    def set_edge(self, edge: int) -> None:
        """How far from the right a headline that runs from the right begins, in pixels."""
        self._edge = edge
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._font)
        painter.setPen(self._ink)
        metrics = QFontMetricsF(self._font)
        baseline = metrics.ascent()
        turned = is_right_to_left(self._text)
        for line in self.lines:
            x = self._room() - metrics.horizontalAdvance(line) if turned else 0.0
            painter.drawText(QPointF(x, baseline), line)
            baseline += _step(self._font)

    @property
    def lines(self) -> list[str]:
        """The lines that fit; the last one ends in an ellipsis where words are left."""
        metrics = QFontMetricsF(self._font)
        layout = QTextLayout(self._text, self._font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        found: list[str] = []
        units = Utf16Map(self._text)
        rest = self._text
        while len(found) < self._most:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self._room())
            set_in = units.span_from_qt(line.textStart(), line.textStart() + line.textLength())
            found.append(set_in.of(self._text))
            rest = self._text[set_in.end :]
        layout.endLayout()
        if rest and found:
            found[-1] = metrics.elidedText(
                found[-1] + rest, Qt.TextElideMode.ElideRight, self._room()
            )
        return found

    def _room(self) -> int:
        return self.width() - (self._edge if is_right_to_left(self._text) else 0)


def _step(font: QFont) -> float:
    """From line to line, in pixels."""
    return QFontMetricsF(font).height()
