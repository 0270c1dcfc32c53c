"""A small form: where and when an article appeared. What is not known stays empty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from reader.core.text.article import Article
from reader.ui.dialogs.sheet import Warned, form, quiet, sheet


@dataclass(frozen=True, slots=True)
class Described:
    """What the person said of an article; None is unknown."""

    outlet: str | None
    title: str | None
    published: date | None
    url: str | None
    language: str | None


class ArticleForm(QDialog):
    """Asks outlet, title, date and address of one article, filled with what is known."""

    def __init__(self, article: Article, parent: QWidget | None = None, *, of: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(f"About this article {of}".strip())
        self.setMinimumWidth(600)
        self._outlet = self._line(article.outlet, "Outlet")
        self._title = self._line(article.title, "Title")
        published = article.published.isoformat() if article.published else None
        self._published = self._line(published, "Date")
        self._published.setPlaceholderText("2022-05-24")
        self._url = self._line(article.url, "Address")
        self._language = self._line(article.language, "Language")
        self._language.setPlaceholderText("en")
        self._warning = Warned()
        fields = form(
            ("&Outlet", self._outlet),
            ("&Title", self._title),
            ("&Date", self._published),
            ("&Address", self._url),
            ("&Language", self._language),
        )
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        hint = quiet("The text itself is never changed. Leave empty what is not known.")
        sheet(self, hint, fields, self._warning, buttons)

    @staticmethod
    def _line(text: str | None, name: str) -> QLineEdit:
        field = QLineEdit(text or "")
        field.setAccessibleName(name)
        field.setCursorPosition(0)
        return field

    def described(self) -> Described:
        """What stands in the form; raises ValueError where the date is none."""

        def said(field: QLineEdit) -> str | None:
            return field.text().strip() or None

        day = said(self._published)
        return Described(
            outlet=said(self._outlet),
            title=said(self._title),
            published=date.fromisoformat(day) if day else None,
            url=said(self._url),
            language=said(self._language),
        )

    def _on_accepted(self) -> None:
        try:
            self.described()
        except ValueError:
            self._warning.say("Write the date as year-month-day, such as 2022-05-24.")
            self._published.setFocus()
            return
        self.accept()


class PasteDialog(QDialog):
    """Takes a pasted text; the text is kept as it is pasted."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Add pasted text")
        self.resize(640, 480)
        self._name = QLineEdit()
        self._name.setAccessibleName("Outlet or name of the text")
        self._name.setPlaceholderText("Outlet or name, such as “Evening Post”")
        self._text = QPlainTextEdit(text)
        self._text.setAccessibleName("The text")
        self._text.setTabChangesFocus(True)
        self._text.setPlaceholderText("Paste or type the text here")
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText("Add to the story")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._text.textChanged.connect(self._on_typed)
        sheet(self, self._name, self._text, buttons)
        self._pasted = text
        self._on_typed()

    @property
    def name(self) -> str:
        return self._name.text().strip()

    @property
    def text(self) -> str:
        """The text; what was not touched is given as it came, since widgets alter characters."""
        shown = self._text.toPlainText()
        self_made = QPlainTextEdit(self._pasted).toPlainText()
        return self._pasted if shown == self_made else shown

    def _on_typed(self) -> None:
        self._ok.setEnabled(bool(self._text.toPlainText().strip()))
