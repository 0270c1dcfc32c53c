"""A link in a note: opened by the system's browser only where a person says so."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QWidget

from reader.ui.dialogs.sheet import fit, sheet


class LinkDialog(QDialog):
    """Shows the whole address; Enter leaves it unopened."""

    def __init__(self, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Link in a note")
        self._address = address
        told = QLabel(
            "Source Reader opens no address. Your browser can; the server then learns of it."
        )
        told.setWordWrap(True)
        where = QLabel(address)
        where.setTextFormat(Qt.TextFormat.PlainText)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        where.setWordWrap(True)
        where.setAccessibleName(f"Address: {address}")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.open_button = buttons.addButton("Open in the browser", role)
        self.copy_button = buttons.addButton("Copy address", role)
        for button in (self.open_button, self.copy_button):
            button.setAutoDefault(False)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        self.open_button.clicked.connect(self._open)
        self.copy_button.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        sheet(self, where, told, buttons)
        fit(self, 520)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl(self._address))
        self.accept()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
        self.accept()
