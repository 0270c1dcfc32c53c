"""Giving a tag a key: press it, see whose it is, keep it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget

from reader.core.annotating.hotkey import and_go_on, hotkey_of, on_all_readings
from reader.ui.dialogs.sheet import sheet
from reader.ui.widgets.saying import Saying

_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
_LEAVING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)


class TagKeyDialog(QDialog):
    """Shows who has the key that is pressed before it is given away."""

    def __init__(
        self,
        name: str,
        key: str | None,
        command_of: Callable[[str], str | None],
        wearer_of: Callable[[str], str | None],
        parent: QWidget | None = None,
    ) -> None:
        """`command_of` names the command that has a key, `wearer_of` the other tag that has it."""
        super().__init__(parent)
        self.setWindowTitle(f"Key of “{name}”")
        self.setMinimumWidth(440)
        self._command_of, self._wearer_of = command_of, wearer_of
        self.key = key
        """What was pressed last, as it is kept; None where it cannot be a tag's."""
        self.field = QLineEdit(key or "")
        self.field.setReadOnly(True)
        self.field.setPlaceholderText("Press a key")
        self.field.setAccessibleName("Key")
        self.field.setAccessibleDescription("Press a letter or a digit, also with Ctrl or Shift")
        self.told = Saying("What the key does")
        self.told.setProperty("role", "")
        self.told.setText("Press a letter or a digit, alone or with Ctrl or Shift.")
        self.told.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText("Use this key")
        self.ok.setEnabled(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        sheet(self, self.field, self.told, buttons)
        self.field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if event.type() == QEvent.Type.ShortcutOverride and key not in _LEAVING:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and key not in (*_LEAVING, *_MODIFIERS):
                if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.ok.isEnabled():
                    self.accept()
                else:
                    pressed = QKeyCombination(event.modifiers(), key)
                    self.show_key(QKeySequence(pressed).toString())
                return True
        return super().eventFilter(watched, event)

    def show_key(self, pressed: str) -> None:
        """Say what a key would do and who has it."""
        self.key = hotkey_of(pressed)
        self.field.setText(self.key or pressed)
        command = self._command_of(self.key) if self.key else None
        self.ok.setEnabled(self.key is not None and command is None)
        if self.key is None:
            self.told.setText(_refusal(pressed))
        elif command is not None:
            self.told.setText(
                f"{self.key} already belongs to “{command}”. Press another key, or change that one "
                "in Help > Keys."
            )
        else:
            self.told.setText(self._does(self.key))

    def _does(self, key: str) -> str:
        wearer = self._wearer_of(key)
        told = f"{key} tags."
        if wearer is not None:
            told = f"{key} tags; until now it is the key of “{wearer}”, which then has none."
        for made, what in (
            (on_all_readings(key), "tags all readings"),
            (and_go_on(key), "tags and goes on"),
        ):
            if made is not None:
                command = self._command_of(made)
                told += f" {made} {what}." if command is None else f" {made} stays “{command}”."
        return told


def _refusal(pressed: str) -> str:
    """Why a key cannot be a tag's: the sign that Shift types depends on the keyboard."""
    rule = "A tag's key is a letter or a digit, alone or with Ctrl or Shift."
    sign = pressed[-1:]
    if "Shift+" in pressed[:-1] and not sign.isalnum():
        return (
            f"With Shift this key types “{sign}” here, something else on another keyboard. {rule} "
            "Press the digit alone: with Shift it then tags all readings."
        )
    return rule
