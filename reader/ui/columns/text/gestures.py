"""What a person does on a sheet by mouse, wheel and hovering, told as signals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QToolTip, QWidget

from reader.ui.columns.text.sheet import Sheet
from reader.ui.steps import Turns

_CLICK: Final = 4
"""Pixels that a click may drift."""

_PAGES: Final = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}
_LINES: Final = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right})


class TouchedSheet(Sheet):
    """A sheet that tells clicks from drags, zooms, asks for menus and explains itself."""

    attended = Signal()
    """The keyboard came here."""
    tabbed = Signal()
    """It came by Tab, perhaps to a column that is out of view."""
    clicked = Signal(int)
    """A click, without dragging, on this code point; -1 beside the text."""
    note_clicked = Signal(str)
    """A click on a stripe in the margin."""
    zoom_wanted = Signal(int)
    """Steps of Ctrl and the wheel."""
    menu_wanted = Signal(QPoint)

    def __init__(
        self,
        text: str,
        font: QFont,
        parent: QWidget | None = None,
        turns: Turns | None = None,
    ) -> None:
        super().__init__(text, font, parent, turns)
        self._pressed: QPoint | None = None

    def note_at(self, point: QPoint) -> str | None:
        """The annotation under a point of the view."""
        return None

    def words_at(self, point: QPoint) -> Sequence[str]:
        """What is said of a point of the view while one hovers over it."""
        return ()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        here = event.position().toPoint()
        if (
            event.button() is not Qt.MouseButton.LeftButton
            or self._pressed is None
            or (here - self._pressed).manhattanLength() > _CLICK
            or self.textCursor().hasSelection()
        ):
            return
        self._pressed = None
        note = self.note_at(here)
        if note is not None:
            self.note_clicked.emit(note)
        else:
            self.clicked.emit(self.offset_at(here))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = event.angleDelta().y()
            self.zoom_wanted.emit(1 if steps > 0 else -1)
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or (
            abs(event.angleDelta().x()) > abs(event.angleDelta().y())
        ):
            event.ignore()
        elif not self.is_held:
            self._stay_put()
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pages and lines go on from what is in view, not from a caret that was left behind."""
        if self.is_held:
            return  # for a moment there is no telling how high the next page stands
        self._stay_put()
        page = _PAGES.get(Qt.Key(event.key()))
        if page is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.verticalScrollBar().triggerAction(page)
            event.accept()
            return
        if event.key() in _LINES and not self.textCursor().hasSelection():
            self._bring_caret()
        super().keyPressEvent(event)

    def _bring_caret(self) -> None:
        if not self.viewport().rect().intersects(self.cursorRect()):
            cursor = self.textCursor()
            cursor.setPosition(self.standing[0])
            self.setTextCursor(cursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.attended.emit()
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.tabbed.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            self._explain(event)
            return True
        return super().viewportEvent(event)

    def _explain(self, event: QHelpEvent) -> None:
        told = self.words_at(event.pos())
        if told:
            area = QRect(event.pos() - QPoint(4, 4), event.pos() + QPoint(4, 4))
            QToolTip.showText(event.globalPos(), "\n".join(told), self.viewport(), area)
        else:
            QToolTip.hideText()
