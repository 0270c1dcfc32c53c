"""A small form: one thing that a rating rests on. Nothing in it is ever fetched."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from reader.core.annotating.annotation import Evidence
from reader.ui.dialogs.sheet import Warned, form, sheet


class EvidenceForm(QDialog):
    """Asks where it is, its title, its words and the day it was seen."""

    def __init__(self, evidence: Evidence | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        known = evidence or Evidence("")
        self.setWindowTitle("Evidence")
        self.setMinimumWidth(480)
        self.where = _line(known.where, "Address or file")
        self.title = _line(known.title, "Title")
        self.quote = QPlainTextEdit(known.quote)
        self.quote.setAccessibleName("Quote")
        self.quote.setTabChangesFocus(True)
        self.quote.setMaximumHeight(96)
        self.seen = _line(known.seen, "Seen on")
        self.seen.setPlaceholderText("2022-05-24")
        self.warning = Warned()
        fields = form(
            ("&Address or file", self.where),
            ("&Title", self.title),
            ("&Quote", self.quote),
            ("&Seen on", self.seen),
        )
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        sheet(self, fields, self.warning, buttons)

    def evidence(self) -> Evidence:
        """What stands in the form; raises ValueError where the day is none or no place is named."""
        where, seen = self.where.text().strip(), self.seen.text().strip()
        if not where:
            raise ValueError("Say where it is: an address, or the name of a file.")
        try:
            day = date.fromisoformat(seen).isoformat() if seen else ""
        except ValueError as problem:
            raise ValueError("Write the day as year-month-day, such as 2022-05-24.") from problem
        return Evidence(where, self.title.text().strip(), self.quote.toPlainText().strip(), day)

    def _on_accepted(self) -> None:
        try:
            self.evidence()
        except ValueError as problem:
            self.warning.say(str(problem))
            return
        self.accept()


def _line(text: str, name: str) -> QLineEdit:
    field = QLineEdit(text)
    field.setAccessibleName(name)
    field.setCursorPosition(0)
    return field
