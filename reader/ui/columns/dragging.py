"""Dragging a column by its head to another place, which a key or a drop outside calls off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.ui.appearance import Appearance
from reader.ui.columns.plan.placing import GUTTER

_DRAG: Final = 12
"""Pixels after which a press on a head becomes a drag."""
_EDGE: Final = 48
"""Pixels from the desk's sides within which a drag brings more columns into view."""
_EDGE_MS: Final = 500
_DROP_LINE: Final = 3


class HeadDrag(QObject):
    """Watches the mouse on a column's head; its places are global pixels."""

    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    called_off = Signal()
    """Escape was pressed, or the head has gone: everything stays where it was."""

    def __init__(self, head: QWidget) -> None:
        super().__init__(head)
        self._head = head
        self._pressed: QPoint | None = None
        self._dragging = False
        head.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QMouseEvent):
            return self._follow(event)
        if isinstance(event, QKeyEvent) and self._dragging:
            if kind is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
                self._call_off()
            event.accept()  # no other command meanwhile, not even by a shortcut
            return True
        if kind is QEvent.Type.Hide and self._dragging:
            self._call_off()
        return False

    def _follow(self, event: QMouseEvent) -> bool:
        here, place = event.position().toPoint(), event.globalPosition().toPoint()
        kind, left = event.type(), event.button() is Qt.MouseButton.LeftButton
        if kind is QEvent.Type.MouseButtonPress and left:
            self._pressed = here
        elif kind is QEvent.Type.MouseMove and self._pressed is not None:
            if not self._dragging and abs(here.x() - self._pressed.x()) > _DRAG:
                self._begin()
            if self._dragging:
                self.dragged.emit(place)
        elif kind is QEvent.Type.MouseButtonRelease and left:
            if self._dragging:
                self._end()
                self.dropped.emit(place)
            self._pressed = None
        else:
            return False
        return True

    def _begin(self) -> None:
        self._dragging = True
        self._head.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._head.grabKeyboard()

    def _end(self) -> None:
        self._dragging, self._pressed = False, None
        self._head.unsetCursor()
        self._head.releaseKeyboard()

    def _call_off(self) -> None:
        self._end()
        self.called_off.emit()


class DropMark(QWidget):
    """A line where a dragged column would come to stand; its parent is the desk."""

    def __init__(
        self, appearance: Appearance, boxes: Callable[[], list[QRect]], desk: QWidget
    ) -> None:
        """`boxes` tells where the columns stand now, from left to right."""
        super().__init__(desk)
        self._appearance = appearance
        self._boxes = boxes
        self._desk = desk
        self.hide()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName("Where the column will stand")

    def place_under(self, point: QPoint) -> int | None:
        """The place from the left where a column dropped at a global point would stand; None
        where the point is not on the desk.
        """
        here = self._desk.mapFromGlobal(point)
        if not self._desk.rect().contains(here):
            return None
        return sum(1 for box in self._boxes() if box.center().x() < here.x())

    def show_under(self, point: QPoint) -> None:
        number, boxes = self.place_under(point), self._boxes()
        if number is None:
            self.hide()
            return
        before = number < len(boxes)
        x = boxes[number].x() - GUTTER // 2 if before else boxes[-1].right() + GUTTER // 2
        x = min(max(x, 0), self._desk.width() - _DROP_LINE)
        self.setGeometry(QRect(x, 0, _DROP_LINE, self._desk.height()))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(self._appearance.theme.ink["accent"]))


class EdgeScroll(QTimer):
    """While a drag rests at a side of the desk, the columns beyond it come into view."""

    wanted = Signal(int)
    """-1 for the next column at the left, 1 for the one at the right."""

    def __init__(self, desk: QWidget) -> None:
        super().__init__(desk)
        self._desk = desk
        self._by = 0
        self.setInterval(_EDGE_MS)
        self.timeout.connect(lambda: self.wanted.emit(self._by))

    def watch(self, point: QPoint) -> None:
        """A drag is at this global point."""
        here = self._desk.mapFromGlobal(point)
        inside = self._desk.rect().contains(here)
        far = here.x() >= self._desk.width() - _EDGE
        self._by = (far - (here.x() < _EDGE)) if inside else 0
        if self._by == 0:
            self.stop()
        elif not self.isActive():
            self.start()
