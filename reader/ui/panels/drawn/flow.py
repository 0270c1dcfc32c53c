"""A layout that wraps: filters and chips stand in as many lines as the width asks for."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from reader.ui.appearance import SPACES


class FlowLayout(QLayout):
    """Puts widgets beside each other, then below; a widget that wants width takes what is left."""

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
            size = item.sizeHint().expandedTo(item.minimumSize()).boundedTo(item.maximumSize())
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
        wide = [item for item, _ in line if item.expandingDirections() & Qt.Orientation.Horizontal]
        extra = max(0, width - used) // len(wide) if wide else 0
        x = at.x()
        for item, size in line:
            own = size.width() + (extra if item in wide else 0)
            own = min(own, width, item.maximumSize().width())
            item.setGeometry(QRect(x, at.y() + (height - size.height()) // 2, own, size.height()))
            x += own + self._space
