"""Joining passages: which other passage says the same as the one at hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListView,
    QWidget,
)

from reader.ui.dialogs.sheet import quiet, sheet
from reader.ui.dialogs.walking import Walking

_SHOWN = 400
"""Entries listed at once: typing finds the others."""


class JoinDialog(QDialog):
    """Type some of its words, arrow down, Enter."""

    def __init__(self, own: str, others: Sequence[str], parent: QWidget | None = None) -> None:
        """`own` and `others` are passages in words; those likeliest to be meant come first."""
        super().__init__(parent)
        self.setWindowTitle("Join with another passage")
        self.resize(680, 460)
        self.chosen: int | None = None
        self._others = tuple(others)
        self._folded = tuple(other.casefold() for other in others)
        self._found: list[int] = []
        told = QLabel(own)
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setWordWrap(True)
        ask = quiet("Which passage says the same? The nearest in the text come first.")
        self.typed = QLineEdit()
        self.typed.setPlaceholderText("Type some of its words")
        self.typed.setAccessibleName("Words of the other passage")
        self._model = QStringListModel(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setAccessibleName("Passages")
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText("Join")
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        sheet(self, told, ask, self.typed, self.list, buttons)
        self._walking = Walking(self.typed, self.list)
        self._walking.entered.connect(self._choose)
        self.typed.textChanged.connect(self._narrow)
        self.list.activated.connect(self._choose)
        self._narrow("")

    def _narrow(self, typed: str) -> None:
        wanted = typed.casefold().split()
        self._found = [
            n for n, other in enumerate(self._folded) if all(word in other for word in wanted)
        ][:_SHOWN]
        self._model.setStringList([self._others[n] for n in self._found])
        self.list.setCurrentIndex(self._model.index(0))
        self.ok.setEnabled(bool(self._found))

    def _choose(self, _index: QPersistentModelIndex | None = None) -> None:
        row = self.list.currentIndex().row()
        if 0 <= row < len(self._found):
            self.chosen = self._found[row]
            self.accept()
