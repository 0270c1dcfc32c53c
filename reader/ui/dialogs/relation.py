"""Choosing what a note is to another note."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from reader.core.annotating.annotation import RelationKind
from reader.ui.dialogs.sheet import sheet
from reader.ui.dialogs.walking import Walking
from reader.ui.widgets.choices import Choice
from reader.ui.widgets.saying import Saying

_ID = Qt.ItemDataRole.UserRole


class RelationDialog(QDialog):
    """Asks for the relation and for the other note, found by typing some of its words."""

    def __init__(
        self,
        kinds: Mapping[RelationKind, str],
        others: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """`kinds` are relations in words; `others` are notes: identifier and words."""
        super().__init__(parent)
        self.setWindowTitle("Relate to another note")
        self.resize(560, 420)
        self.kinds = Choice("What this note is to the other", 24)
        for kind, words in kinds.items():
            self.kinds.addItem(f"This note {words}", kind)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Find a note by some of its words")
        self.search.setAccessibleName("Find a note")
        self.list = QListWidget()
        self.list.setAccessibleName("Notes")
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for annotation_id, words in others:
            item = QListWidgetItem(words)
            item.setData(_ID, annotation_id)
            item.setToolTip(words)
            self.list.addItem(item)
        self.chosen = Saying("The chosen note")
        self.chosen.setWordWrap(True)
        self.chosen.setTextFormat(Qt.TextFormat.PlainText)
        self.chosen.hide()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText("Relate")
        self.ok.setEnabled(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._walking = Walking(self.search, self.list)
        self._walking.entered.connect(self._take)
        self.search.textChanged.connect(self._on_typed)
        self.list.itemSelectionChanged.connect(self._on_chosen)
        self.list.itemActivated.connect(lambda _item: self._take())
        sheet(self, self.kinds, self.search, self.list, self.chosen, buttons)

    @property
    def kind(self) -> RelationKind:
        return RelationKind(self.kinds.currentData())

    @property
    def other(self) -> str | None:
        """The identifier of the note that is chosen."""
        chosen = self.list.selectedItems()
        return str(chosen[0].data(_ID)) if chosen else None

    def _on_typed(self, text: str) -> None:
        """Any order of the words will do."""
        wanted = text.casefold().split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            told = item.text().casefold()
            item.setHidden(not all(word in told for word in wanted))
            if item.isHidden():
                item.setSelected(False)

    def _on_chosen(self) -> None:
        """The list cuts long notes: the chosen one is told whole."""
        items = self.list.selectedItems()
        self.chosen.setText(items[0].text() if items else "")
        self.chosen.setVisible(bool(items))
        self.ok.setEnabled(bool(items))

    def _take(self) -> None:
        if self.other is not None:
            self.accept()
