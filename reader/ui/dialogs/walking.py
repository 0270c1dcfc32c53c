"""A search field above a list: one types, and the arrow keys walk the list meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Walking(QObject):
    """Lends a field the keys of a list; hidden rows are passed over."""

    entered = Signal()
    """Enter was pressed: what the arrows came to should be taken."""

    def __init__(self, field: QLineEdit, view: QAbstractItemView) -> None:
        super().__init__(field)
        self._field, self._view = field, view
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._walk(_STEPS[key])
            return True
        if key in _ENTER:
            self.entered.emit()
            return True
        return super().eventFilter(watched, event)

    def _walk(self, by: int) -> None:
        model, current = self._view.model(), self._view.currentIndex()
        shown = [
            row
            for row in range(model.rowCount())
            if not self._view.visualRect(model.index(row, 0)).isEmpty()
        ]
        if not shown:
            return
        here = shown.index(current.row()) + by if current.row() in shown else 0
        row = shown[max(0, min(len(shown) - 1, here))]
        self._view.setCurrentIndex(model.index(row, max(0, current.column())))
