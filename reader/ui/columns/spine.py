"""A column that has stepped aside: a strip like a book's spine, to bring it back by a click."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from reader.ui.columns.marks.ties import middle_line
from reader.ui.columns.marks.tones import Tones
from reader.ui.themes import Theme

_MARGIN: Final = 4
"""Between the strip and what stands beside it, in pixels; less where it is narrow."""
_NARROW: Final = 20
"""Too narrow for a name, in pixels: the tooltip tells it."""
_TOP: Final = 16
_POINTED_LINE: Final = 2


class Spine(QWidget):
    """Says whose column stood here; the passage's line crosses it."""

    wanted = Signal()
    """The column should stand again."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._name = ""
        self._has_passage = False
        self._pointed = False
        self._top = 0
        self._crossings: tuple[tuple[float, float], ...] = ()
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def has_passage(self) -> bool:
        """Whether the column has the passage for which it has made way."""
        return self._has_passage

    @property
    def crossings(self) -> tuple[tuple[float, float], ...]:
        return self._crossings

    def show_column(self, name: str, theme: Theme, *, has_passage: bool) -> None:
        """`name` is the outlet's, or the headline."""
        self._name, self._theme, self._has_passage = name, theme, has_passage
        why = (
            "has this passage too; there is no room for it beside the others"
            if has_passage
            else "does not have this passage"
        )
        self.setAccessibleName(f"{name}, set aside")
        self.setAccessibleDescription(f"{name} {why}. A click brings the column back.")
        self.setToolTip(f"{name} {why}.\nClick to bring the column back.")
        self.update()

    def stand(self, x: int, width: int, height: int, top: int) -> None:
        """Its place, and where the texts beside it begin, in pixels."""
        self._top = top
        self.setGeometry(x, 0, width, height)

    def set_crossings(self, heights: tuple[tuple[float, float], ...]) -> None:
        """Where lines enter at the left and leave at the right, in pixels below the heads."""
        if heights != self._crossings:
            self._crossings = heights
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if inside and event.button() is Qt.MouseButton.LeftButton:
            self.wanted.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._pointed = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._pointed = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        margin = _MARGIN if self.width() >= _NARROW else 1
        strip = self.rect().adjusted(margin, 0, -margin, 0)
        painter.fillRect(strip, QColor(self._theme.surface["page"]))
        if self._theme.high_contrast:
            edge = QColor(self._theme.surface["edge"])
            painter.fillRect(QRect(strip.left(), 0, 1, strip.height()), edge)
            painter.fillRect(QRect(strip.right(), 0, 1, strip.height()), edge)
        if self._pointed:
            line = QRect(strip.left(), 0, strip.width(), _POINTED_LINE)
            painter.fillRect(line, QColor(self._theme.ink["accent"]))
        if self.width() >= _NARROW:
            self._paint_name(painter, strip, self._theme)
        painter.setPen(QPen(QColor(Tones(self._theme).quiet().line), 1, Qt.PenStyle.DashLine))
        painter.translate(0, self._top)
        for left, right in self._crossings:
            painter.drawPath(middle_line(left, right, float(self.width())))

    def _paint_name(self, painter: QPainter, strip: QRect, theme: Theme) -> None:
        """Downwards, as on a book; in full ink where the column has the passage too."""
        ink = "text" if self._has_passage or self._pointed else "quiet"
        painter.save()
        painter.setPen(QColor(theme.ink[ink]))
        painter.translate(strip.right() + 1, _TOP)
        painter.rotate(90)
        room = QRectF(0, 0, self.height() - 2 * _TOP, strip.width())
        told = QFontMetricsF(self.font()).elidedText(
            self._name, Qt.TextElideMode.ElideRight, room.width()
        )
        # A narrow strip has no room for the face's whole height: descenders would be cut.
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(flags) | int(Qt.TextFlag.TextDontClip), told)
        painter.restore()
