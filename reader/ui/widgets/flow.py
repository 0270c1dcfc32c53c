"""A layout that wraps: filters and chips stand in as many lines as the width asks for."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from reader.ui.appearance import SPACES


class FlowLayout(QLayout):
    """Puts widgets beside each other, then below.

    A widget that wants width gives way down to the least it can stand in before a line breaks, and
    takes what is left over.
    """

    def __init__(self, parent: QWidget | None = None, space: int = SPACES[0]) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._space = space

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins: QMargins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        """Place the lines; the height they take."""
        margins = self.contentsMargins()
        room = rect.marginsRemoved(margins)
        y = room.top()
        for line in self._lines(room.width()):
            height = max(size.height() for _, size in line)
            if place:
                self._place(line, QPoint(room.left(), y), room.width(), height)
            y += height + self._space
        return max(0, y - self._space - room.top()) + margins.top() + margins.bottom()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = -1
        for item in self._items:
            if item.isEmpty():
                continue
            size = _least(item)
            if left < size.width() or not lines:
                lines.append([])
                left = width
            lines[-1].append((item, size))
            left -= size.width() + self._space
        return lines

    def _place(
        self, line: list[tuple[QLayoutItem, QSize]], at: QPoint, width: int, height: int
    ) -> None:
        used = sum(size.width() for _, size in line) + self._space * (len(line) - 1)
        wide = [item for item, _ in line if _wants_width(item)]
        extra = max(0, width - used) // len(wide) if wide else 0
        x = at.x()
        for item, size in line:
            own = size.width() + (extra if item in wide else 0)
            own = min(own, width, item.maximumSize().width())
            item.setGeometry(QRect(x, at.y() + (height - size.height()) // 2, own, size.height()))
            x += own + self._space


def _wants_width(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & Qt.Orientation.Horizontal)


def _least(item: QLayoutItem) -> QSize:
    """The size in which an item stands beside others."""
    hint, minimum = item.sizeHint(), item.minimumSize()
    least = QSize(minimum.width(), hint.height()) if _wants_width(item) else hint
    return least.expandedTo(minimum).boundedTo(item.maximumSize())
