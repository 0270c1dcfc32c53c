"""The forms of marks, drawn: solid, dashed and dotted lines, boxes, the bar and the stripe."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen


class Stroke(Enum):
    """How a line is drawn."""

    SOLID = auto()
    DASHED = auto()
    DOTTED = auto()


def line(
    painter: QPainter,
    left: float,
    right: float,
    y: float,
    colour: str,
    width: float,
    stroke: Stroke = Stroke.SOLID,
) -> None:
    """A level line in logical pixels; its form does not depend on its length."""
    pen = QPen(QColor(colour), width)
    match stroke:
        case Stroke.SOLID:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        case Stroke.DASHED:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([6 / width, 3 / width])
        case Stroke.DOTTED:
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setDashPattern([0.01, 2.2 + 1 / width])
    painter.setPen(pen)
    painter.drawLine(QPointF(left, y), QPointF(right, y))


def box(painter: QPainter, around: QRectF, colour: str, width: float) -> None:
    """A thin solid frame."""
    painter.setPen(QPen(QColor(colour), max(1.0, width * 0.75)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(around, 2, 2)


def bar(painter: QPainter, area: QRectF, colour: str) -> None:
    """A filled bar or stripe."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    radius = min(area.width(), area.height(), 4) / 2
    painter.drawRoundedRect(area, radius, radius)


def dot(painter: QPainter, centre: QPointF, radius: float, colour: str) -> None:
    """A tag's swatch."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(centre, radius, radius)
