"""What the rows of all lists and tables share: ground, faces, spaces."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui.appearance import Appearance
from reader.ui.themes import Theme
from reader.ui.widgets.items import area_of, state_of


def smaller(font: QFont, by: float = 0.9) -> QFont:
    """A font for what is said beside the main thing."""
    made = QFont(font)
    made.setPointSizeF(max(7.0, font.pointSizeF() * by))
    return made


def bolder(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def check(painter: QPainter, area: QRect, theme: Theme, *, on: bool) -> None:
    """A check box in the theme's own ink: the style's has no edge on dark paper."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.ink["quiet"]), 1))
    painter.setBrush(QColor(theme.surface["raised"]))
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if on:
        pen = QPen(QColor(theme.ink["text"]), 1.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        across, down = area.width() / 14, area.height() / 14
        corners = ((3.5, 7.2), (6.0, 9.8), (10.5, 4.4))
        at = [QPointF(area.left() + x * across, area.top() + y * down) for x, y in corners]
        painter.drawPolyline(at)


class RowDelegate(QStyledItemDelegate):
    """A delegate that paints for itself on the common ground."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance

    @property
    def theme(self) -> Theme:
        return self._appearance.theme

    def ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Selection, hover and focus behind a row."""
        theme, area = self.theme, area_of(option)
        state = state_of(option)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(theme.surface["selection"]))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(theme.surface["hover"]))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.ink["accent"]), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -1, -1))

    def rule(self, painter: QPainter, area: QRect) -> None:
        """A hair line below a row."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(self.theme.surface["edge"]), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())


def selected(option: QStyleOptionViewItem) -> bool:
    return bool(state_of(option) & QStyle.StateFlag.State_Selected)
