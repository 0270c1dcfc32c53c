"""An article as plain text: exactly what is kept, to read or copy."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QWidget,
)

from reader.core.annotating.annotation import StoredArticle
from reader.ui.dialogs.sheet import quiet, sheet


class PlainTextDialog(QDialog):
    """Shows a text and copies it whole, character for character, not as a widget would give it."""

    def __init__(self, stored: StoredArticle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        article = stored.article
        self._text = article.text
        self.setWindowTitle(article.outlet or article.title or article.name)
        self.resize(720, 640)
        told = quiet(
            f"{len(article.text):,} characters · SHA-256 {article.sha256}"
            + (f" · from {stored.source}" if stored.source else "")
        )
        shown = QPlainTextEdit(article.text)
        shown.setReadOnly(True)
        shown.setAccessibleName("The text as it is kept")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton("Copy the whole text", QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._text))
        buttons.rejected.connect(self.reject)
        sheet(self, told, shown, buttons)
