"""The scale by which claims are rated: add, rename, describe, colour, reorder, archive."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.annotating.annotation import Rating
from reader.core.errors import ReaderError
from reader.ui.appearance import SPACES
from reader.ui.dialogs.sheet import Warned, form, sheet
from reader.ui.themes import TAG_COLOURS, least_used
from reader.ui.widgets.choices import Choice
from reader.ui.widgets.saying import Saying

_RATING = Qt.ItemDataRole.UserRole


class RatingScaleDialog(QDialog):
    """Edits a copy of the scale; OK keeps it as one step that undo takes back."""

    def __init__(
        self,
        scale: Sequence[Rating],
        uses: Mapping[str, int],
        swatch: Callable[[str], QIcon],
        keep: Callable[[Sequence[Rating]], object],
        parent: QWidget | None = None,
    ) -> None:
        """`uses` counts notes by rating; `keep` saves the scale and may raise ReaderError."""
        super().__init__(parent)
        self.setWindowTitle("Rating scale")
        self.resize(640, 380)
        self._uses, self._swatch, self._keep = uses, swatch, keep
        self.list = QListWidget()
        self.list.setAccessibleName("Ratings in their order")
        self.name = QLineEdit()
        self.name.setAccessibleName("Name")
        self.description = QLineEdit()
        self.description.setAccessibleName("Description")
        self.colour = Choice("Colour", 10)
        for colour in TAG_COLOURS:
            self.colour.addItem(swatch(colour), colour.capitalize(), colour)
        self.archived = QCheckBox("Archived: notes keep it, it is no longer offered")
        self.used = Saying("How many notes are rated so")
        self.warning = Warned()
        self.add = self._button("Add", self._on_add)
        self.up = self._button("Up", lambda: self._move(-1))
        self.down = self._button("Down", lambda: self._move(1))
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._lay_out()
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        self.list.currentRowChanged.connect(self._show)
        for changed in (self.name.textEdited, self.description.textEdited):
            changed.connect(self._on_edited)
        self.colour.activated.connect(self._on_edited)
        self.archived.clicked.connect(self._on_edited)
        for rating in scale:
            self._append(rating)
        self.list.setCurrentRow(0)

    @property
    def scale(self) -> tuple[Rating, ...]:
        """The ratings as they stand in the dialog."""
        return tuple(self.list.item(row).data(_RATING) for row in range(self.list.count()))

    def _lay_out(self) -> None:
        fields = form(
            ("&Name", self.name),
            ("&Description", self.description),
            ("&Colour", self.colour),
            ("", self.archived),
            ("", self.used),
        )
        order = QHBoxLayout()
        order.setSpacing(SPACES[1])
        for button in (self.add, self.up, self.down):
            order.addWidget(button)
        order.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addLayout(order)
        across = QHBoxLayout()
        across.setSpacing(SPACES[4])
        across.addLayout(left, 1)
        across.addLayout(fields, 1)
        sheet(self, across, self.warning, self.buttons).setStretch(0, 1)

    def _button(self, words: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: do())
        return button

    def _append(self, rating: Rating) -> None:
        item = QListWidgetItem()
        self.list.addItem(item)
        self._tell(item, rating)

    def _tell(self, item: QListWidgetItem, rating: Rating) -> None:
        item.setData(_RATING, rating)
        item.setIcon(self._swatch(rating.colour))
        item.setText(f"{rating.name} (archived)" if rating.archived else rating.name)
        item.setToolTip(rating.description)

    def _show(self, row: int) -> None:
        item = self.list.item(row)
        if item is None:
            return
        rating: Rating = item.data(_RATING)
        self.name.setText(rating.name)
        self.description.setText(rating.description)
        self.description.setCursorPosition(0)
        with QSignalBlocker(self.colour):
            self.colour.setCurrentIndex(self.colour.findData(rating.colour))
        self.archived.setChecked(rating.archived)
        uses = self._uses.get(rating.id, 0)
        self.used.setText(f"{uses:,} note{'' if uses == 1 else 's'} rated so" if uses else "")
        self.up.setEnabled(row > 0)
        self.down.setEnabled(row < self.list.count() - 1)

    def _on_edited(self) -> None:
        item = self.list.currentItem()
        rating: Rating = item.data(_RATING)
        self.warning.say("")
        self._tell(
            item,
            replace(
                rating,
                name=self.name.text(),
                description=self.description.text(),
                colour=str(self.colour.currentData()),
                archived=self.archived.isChecked(),
            ),
        )

    def _on_add(self) -> None:
        self._append(Rating("", "", least_used(self.scale)))
        self.list.setCurrentRow(self.list.count() - 1)
        self.name.setFocus()

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        item = self.list.takeItem(row)
        self.list.insertItem(row + step, item)
        self.list.setCurrentRow(row + step)

    def _on_accepted(self) -> None:
        try:
            self._keep(self.scale)
        except ReaderError as problem:
            self.warning.say(f"{problem.title} {problem.advice}")
            return
        self.accept()
