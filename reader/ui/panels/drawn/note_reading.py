"""A note as it is read: its Markdown laid out; nothing in it is loaded or opened by itself."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QTextBrowser

from reader.exporters.note_html import may_be_opened, note_html
from reader.ui.appearance import Appearance

LEAST: Final = 96
"""Height in which a note can be read and written, in logical pixels."""
_MOST: Final = 240


def within_bounds(height: int) -> int:
    """The height that a note asks for: what is longer is scrolled."""
    return max(LEAST, min(height, _MOST))


class NoteReading(QTextBrowser):
    """A click or Enter goes on to writing; a click on a link only asks for it."""

    writing_wanted = Signal()
    link_wanted = Signal(str)
    """This address was clicked; nothing has been opened."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._note = ""
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setAccessibleName("Note as it reads")
        self.setAccessibleDescription("Enter goes on writing")
        self.setMinimumHeight(LEAST)
        self.setTabChangesFocus(True)
        self.document().setIndentWidth(16)
        self.anchorClicked.connect(self._on_anchor)
        appearance.theme_changed.connect(self._lay_out)

    def loadResource(self, type: int, name: QUrl | str) -> object:  # noqa: A002
        """Nothing: a note that could load pictures would tell others when it is read."""
        return None

    def sizeHint(self) -> QSize:
        """As high as the note reads, within bounds."""
        wanted = round(self.document().size().height()) + 2 * self.frameWidth()
        return QSize(super().sizeHint().width(), within_bounds(wanted))

    def show_note(self, note: str) -> None:
        if note != self._note:
            self._note = note
            self._lay_out()

    def _lay_out(self) -> None:
        ink = self._appearance.theme.ink
        self.document().setDefaultStyleSheet(
            f"a {{ color: {ink['accent']}; }} td, th {{ padding: 2px 6px; }}"
        )
        self.setHtml(note_html(self._note))
        self.updateGeometry()

    def _on_anchor(self, address: QUrl) -> None:
        told = address.toString()
        if may_be_opened(told):
            self.link_wanted.emit(told)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        on_link = bool(self.anchorAt(event.position().toPoint()))
        super().mouseReleaseEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton
        if left and not on_link and not self.textCursor().hasSelection():
            self.writing_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
        if enter and not self.textCursor().hasSelection():
            self.writing_wanted.emit()
            return
        super().keyPressEvent(event)
