"""Choosing a tag by a few letters: two hundred tags without the mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from reader.ui.dialogs.sheet import quiet, sheet
from reader.ui.tag_choices import TagChoice, is_new, narrowed

_CHOICE = Qt.ItemDataRole.UserRole
_ARROWS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TagPicker(QDialog):
    """Type, arrow down, Enter: tagged. The last row makes a new tag of what was typed."""

    def __init__(
        self,
        offered: Sequence[TagChoice],
        swatch: Callable[[str], QIcon],
        about: str,
        parent: QWidget | None = None,
        *,
        goes_on: bool = True,
    ) -> None:
        """`swatch` paints a tag's colour by its name; `about` says what would be tagged;
        `goes_on` offers to go on to the next passage.
        """
        super().__init__(parent)
        self.setWindowTitle("Tag with")
        self.setAccessibleName("Tag with")
        self.resize(460, 420)
        self._offered = tuple(offered)
        self._swatch = swatch
        self.chosen: TagChoice | None = None
        """The tag that was chosen; None where a new one is made of `new_name`."""
        self.new_name = ""
        self.goes_on = False
        """Whether to go on to the next passage: chosen with Control."""
        self.typed = QLineEdit()
        self.typed.setPlaceholderText("Some letters of a tag, or a new tag's name")
        self.typed.setAccessibleName("Tag")
        self.typed.setAccessibleDescription("Arrow keys choose, Enter tags")
        self.list = QListWidget()
        self.list.setAccessibleName("Tags found")
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words = quiet(about)
        words.setTextFormat(Qt.TextFormat.PlainText)
        hint = quiet(
            "Enter tags or takes the tag off"
            + ("; with Ctrl it tags and goes on." if goes_on else ".")
        )
        sheet(self, words, self.typed, self.list, hint)
        self.typed.textChanged.connect(self._fill)
        self.typed.installEventFilter(self)
        self.list.itemClicked.connect(lambda _item: self._take())
        self._fill("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.typed and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if event.type() == QEvent.Type.ShortcutOverride and key in _ENTER:
                event.accept()  # never a note on the board behind
                return True
            if event.type() != QEvent.Type.KeyPress:
                return False
            if key in _ARROWS:
                row = self.list.currentRow() + _ARROWS[key]
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))
                return True
            if key in _ENTER:
                self.goes_on = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                self._take()
                return True
        return super().eventFilter(watched, event)

    def _fill(self, typed: str) -> None:
        self.list.clear()
        for choice in narrowed(self._offered, typed):
            worn, key = "✓ " if choice.worn else "", choice.tag.hotkey
            item = QListWidgetItem(
                self._swatch(choice.tag.colour),
                f"{worn}{choice.words}" + (f"    {key}" if key else ""),
            )
            item.setData(_CHOICE, choice)
            item.setToolTip(choice.tag.description)
            self.list.addItem(item)
        if is_new(self._offered, typed):
            self.list.addItem(QListWidgetItem(f"New tag “{typed.strip()}”"))
        self.list.setCurrentRow(0)

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        choice = item.data(_CHOICE)
        if isinstance(choice, TagChoice):
            self.chosen = choice
        else:
            self.new_name = self.typed.text().strip()
        self.accept()
