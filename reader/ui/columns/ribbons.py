"""The gutter between two columns, with a drawn band between readings that say the same."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from reader.core.matching.link import Relation
from reader.ui.columns.column import Column
from reader.ui.columns.marks.ties import Drawn, Ends, draw, edges, middle_line
from reader.ui.columns.marks.tones import Tones
from reader.ui.columns.plan.bridges import Bridge
from reader.ui.columns.plan.by_place import ByPlace

_NEAR_ENOUGH: Final = 6.0
"""Pixels around an arrow within which the pointer means it."""
_DASHES: Final = {
    Relation.VERBATIM: Qt.PenStyle.SolidLine,
    Relation.NEAR: Qt.PenStyle.DashLine,
    Relation.PARAPHRASE: Qt.PenStyle.DotLine,
}


class Ribbons(QWidget):
    """Draws what ties two neighbouring columns, and follows both as they scroll."""

    passage_wanted = Signal(int)
    """A click on a ribbon or an arrow."""

    def __init__(
        self, left: Column, right: Column, tones: Tones, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._left, self._right = left, right
        self._tones = tones
        self._bridges: tuple[Bridge, ...] = ()
        self._active: tuple[Bridge, ...] = ()
        self._fading = False
        self._ends: dict[Bridge, Ends | None] = {}
        self._known: tuple[ByPlace[Bridge], ByPlace[Bridge]] | None = None
        self._crossings: tuple[tuple[float, float], ...] = ()
        self._drawn: list[Drawn] = []
        self.setAccessibleName("Ties between two neighbouring articles")
        self.setAccessibleDescription("The passages list says the same in words.")
        for column in (left, right):
            column.scrolled.connect(self._on_scrolled)
            column.settled.connect(self._on_settled)

    @property
    def columns(self) -> tuple[Column, Column]:
        return self._left, self._right

    def let_go(self) -> None:
        """Follow the columns no longer: one of them has another neighbour now."""
        for column in (self._left, self._right):
            column.scrolled.disconnect(self._on_scrolled)
            column.settled.disconnect(self._on_settled)

    def set_tones(self, tones: Tones) -> None:
        self._tones = tones
        self.update()

    @property
    def bridges(self) -> tuple[Bridge, ...]:
        return self._bridges

    def set_bridges(self, bridges: tuple[Bridge, ...]) -> None:
        """All bridges between the two columns."""
        if bridges is not self._bridges:
            self._bridges = bridges
            self._known = None
            self.update()

    def set_active(self, active: tuple[Bridge, ...], *, fading: bool) -> None:
        """The bridges of the active passage; the others step back while there is one."""
        if (active, fading) != (self._active, self._fading):
            self._active, self._fading = active, fading
            self.update()

    def set_crossings(self, heights: tuple[tuple[float, float], ...]) -> None:
        """Thin lines of passages that one of the two columns lacks: height left and right."""
        if heights != self._crossings:
            self._crossings = heights
            self.update()

    # ---- what is in view

    def drawn(self) -> list[Drawn]:
        """What is drawn now, the active passage last, so that it lies on top."""
        if not (self._left.is_settled and self._right.is_settled):
            return self._drawn  # heights are on their way to others: stay as they were
        known = self._known
        if known is None:
            known = self._known = (
                ByPlace(self._bridges, lambda bridge: bridge.left),
                ByPlace(self._bridges, lambda bridge: bridge.right),
            )
        seen = dict.fromkeys(
            (
                *known[0].touching(self._left.part_in_view()),
                *known[1].touching(self._right.part_in_view()),
                *self._active,
            )
        )
        active = set(self._active)
        edges_in_view = self._left.upper_edge, self._right.upper_edge
        found = [
            drawn
            for bridge in seen
            if (ends := self._measured(bridge)) is not None
            and (drawn := draw(ends, edges_in_view, QSizeF(self.size()))) is not None
        ]
        found.sort(key=lambda drawn: drawn.bridge in active)
        self._drawn = found
        return found

    def _measured(self, bridge: Bridge) -> Ends | None:
        """Heights are asked of the layout once, and only for what comes into view."""
        if bridge not in self._ends:
            left, right = self._left.extent(bridge.left), self._right.extent(bridge.right)
            if left is None or right is None:
                self._ends[bridge] = None
            else:
                self._ends[bridge] = Ends(bridge, left, right)
        return self._ends[bridge]

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._tones.theme.surface["chrome"]))
        active = set(self._active)
        for drawn in self.drawn():
            self._paint(painter, drawn, strong=drawn.bridge in active)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._tones.quiet().line), 1, Qt.PenStyle.DashLine))
        for left, right in self._crossings:
            painter.drawPath(middle_line(left, right, float(self.width())))

    def _paint(self, painter: QPainter, drawn: Drawn, *, strong: bool) -> None:
        bridge, theme = drawn.bridge, self._tones.theme
        role = "conflict" if bridge.conflict else bridge.relation.value
        tone = self._tones.mark(role)
        line = QColor(tone.line)
        weak = self._fading and not strong
        line.setAlphaF(1.0 if strong or theme.high_contrast else 0.18 if weak else 0.42)
        pen = QPen(line, theme.line_width * (1.2 if strong else 0.6), _DASHES[bridge.relation])
        painter.setPen(pen)
        if drawn.arrow is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(drawn.path)
            painter.setBrush(line)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawPolygon(drawn.arrow)
            return
        if tone.tint is not None:
            fill = QColor(tone.tint)
            fill.setAlphaF(1.0 if strong else 0.25 if weak else 0.6)
            painter.setBrush(fill)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPath(drawn.path)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for edge in edges(drawn.path):
            painter.drawPath(edge)

    # ---- what a person does

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self._under(event.position())
        if found is not None and found.bridge.passage is not None:
            self.passage_wanted.emit(found.bridge.passage)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = self._under(QPointF(event.pos()))
            if found is not None:
                told = (
                    f"The counterpart is {found.told}."
                    if found.told
                    else _NAMES[found.bridge.relation]
                )
                if found.bridge.conflict:
                    told += " In conflict."
                QToolTip.showText(event.globalPos(), told, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _under(self, point: QPointF) -> Drawn | None:
        reach = QRectF(
            point.x() - _NEAR_ENOUGH, point.y() - _NEAR_ENOUGH, 2 * _NEAR_ENOUGH, 2 * _NEAR_ENOUGH
        )
        for drawn in reversed(self.drawn()):
            if drawn.arrow is not None:
                if drawn.arrow.boundingRect().intersects(reach):
                    return drawn
            elif drawn.path.contains(point):
                return drawn
        return None

    def _on_scrolled(self) -> None:
        self.update()

    def _on_settled(self) -> None:
        self._ends.clear()
        self.update()


_NAMES: Final = {
    Relation.VERBATIM: "Word for word the same.",
    Relation.NEAR: "Nearly the same words.",
    Relation.PARAPHRASE: "The same claim in other words.",
}
