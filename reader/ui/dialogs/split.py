"""Splitting a passage: which of its readings make another claim than the rest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidgetItem,
    QWidget,
)

from reader.ui.dialogs.sheet import quiet, sheet
from reader.ui.dialogs.wrapped_list import WrappedList


class SplitDialog(QDialog):
    """A list to tick; it can be accepted while both parts have a reading."""

    def __init__(
        self,
        readings: Sequence[tuple[str, str]],
        ticked: Sequence[bool],
        parent: QWidget | None = None,
    ) -> None:
        """`readings` are sources and words; `ticked` says which stand apart at first."""
        super().__init__(parent)
        self.setWindowTitle("Split the passage")
        self.resize(620, 380)
        told = quiet(
            "Tick the readings that say something else than the rest. Space ticks, Enter splits."
        )
        self.list = WrappedList("Readings of the passage", told.text())
        for (source, words), on in zip(readings, ticked, strict=True):
            item = QListWidgetItem(f"{source}: {words}")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText("Split")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.list.itemChanged.connect(self._on_ticked)
        sheet(self, told, self.list, buttons)
        self._on_ticked()

    @property
    def apart(self) -> tuple[int, ...]:
        """Numbers of the readings that are ticked."""
        return tuple(
            n
            for n in range(self.list.count())
            if self.list.item(n).checkState() == Qt.CheckState.Checked
        )

    def _on_ticked(self) -> None:
        self.ok.setEnabled(0 < len(self.apart) < self.list.count())
