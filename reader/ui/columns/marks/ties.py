"""The shapes of what ties two columns: bands between readings, arrows to those out of view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QPainterPath, QPolygonF

from reader.ui.columns.plan.bridges import Bridge

_ARROW: Final = 5.0
_STUB: Final = 9.0
"""How far into the gutter an arrow stands, in pixels."""


@dataclass(frozen=True, slots=True)
class Ends:
    """A bridge with the heights of its readings in either text, in pixels."""

    bridge: Bridge
    left: tuple[float, float]
    right: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn of one bridge, in pixels of the gutter.

    A band where both readings are in view; where one is not, an arrow beside the other.
    `told` says where the missing one is.
    """

    bridge: Bridge
    path: QPainterPath
    arrow: QPolygonF | None = None
    told: str = ""


def draw(ends: Ends, upper_edges: tuple[float, float], gutter: QSizeF) -> Drawn | None:
    """What is drawn of a bridge; None where both readings are out of view.

    `upper_edges` are the heights of either text at the upper edge of the gutter, in pixels.
    """
    left = ends.left[0] - upper_edges[0], ends.left[1] - upper_edges[0]
    right = ends.right[0] - upper_edges[1], ends.right[1] - upper_edges[1]
    sees_left = left[1] > 0 and left[0] < gutter.height()
    sees_right = right[1] > 0 and right[0] < gutter.height()
    if sees_left and sees_right:
        return Drawn(ends.bridge, band(left, right, gutter.width()))
    if sees_left:
        return _stub(ends.bridge, left, right, gutter, at_left=True)
    if sees_right:
        return _stub(ends.bridge, right, left, gutter, at_left=False)
    return None


def _stub(
    bridge: Bridge,
    seen: tuple[float, float],
    unseen: tuple[float, float],
    gutter: QSizeF,
    *,
    at_left: bool,
) -> Drawn:
    """A short tie that ends in an arrow towards the reading that is out of view."""
    height = max(gutter.height(), 1.0)
    up = unseen[0] < 0
    screens = abs(unseen[0] if up else unseen[0] - height) / height
    x = _STUB if at_left else gutter.width() - _STUB
    edge = 0.0 if at_left else gutter.width()
    y = min(max((max(seen[0], 0.0) + min(seen[1], height)) / 2, 8.0), height - 8.0)
    tip = y - _ARROW if up else y + _ARROW
    path = QPainterPath(QPointF(edge, y))
    path.lineTo(x, y)
    arrow = QPolygonF(
        [QPointF(x - _ARROW, y), QPointF(x + _ARROW, y), QPointF(x, tip + (-2 if up else 2))]
    )
    return Drawn(bridge, path, arrow, told_way(up=up, screens=screens))


def band(left: Sequence[float], right: Sequence[float], width: float) -> QPainterPath:
    """A band from a stretch at the left edge to one at the right, with eased sides."""
    half = width / 2
    path = QPainterPath(QPointF(0, left[0]))
    path.cubicTo(QPointF(half, left[0]), QPointF(half, right[0]), QPointF(width, right[0]))
    path.lineTo(width, right[1])
    path.cubicTo(QPointF(half, right[1]), QPointF(half, left[1]), QPointF(0, left[1]))
    path.closeSubpath()
    return path


def edges(path: QPainterPath) -> tuple[QPainterPath, QPainterPath]:
    """The upper and lower side of a band, without the ends that touch the columns."""
    points = [path.elementAt(n) for n in range(path.elementCount())]
    at = [QPointF(point.x, point.y) for point in points]  # pyright: ignore[reportAttributeAccessIssue]
    upper, lower = QPainterPath(at[0]), QPainterPath(at[4])
    upper.cubicTo(at[1], at[2], at[3])
    lower.cubicTo(at[5], at[6], at[7])
    return upper, lower


def middle_line(left: float, right: float, width: float) -> QPainterPath:
    """One eased line from edge to edge."""
    path = QPainterPath(QPointF(0, left))
    path.cubicTo(QPointF(width / 2, left), QPointF(width / 2, right), QPointF(width, right))
    return path


def told_way(*, up: bool, screens: float) -> str:
    """'up 2 screens', 'just below'."""
    if screens < 0.5:
        return "just above" if up else "just below"
    count = max(1, round(screens))
    return f"{'up' if up else 'down'} {count} screen{'' if count == 1 else 's'}"
