"""The history of one note: who changed what when, and the way back to any state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QWidget,
)

from reader.ui.appearance import SPACES
from reader.ui.dialogs.sheet import sheet


@dataclass(frozen=True, slots=True)
class PastState:
    """A change in words and the state it left; `seq` is None where there is none to restore."""

    words: str
    state: str
    seq: int | None


class NoteHistoryDialog(QDialog):
    """Lists the changes, the newest first, beside the state that each left."""

    def __init__(self, past: Sequence[PastState], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._past = tuple(past)
        self.setWindowTitle("History of this note")
        self.resize(760, 420)
        self.list = QListWidget()
        self.list.setAccessibleName("Changes, the newest first")
        self.list.addItems([one.words for one in self._past])
        self.state = QPlainTextEdit()
        self.state.setReadOnly(True)
        self.state.setTabChangesFocus(True)
        self.state.setAccessibleName("The note after this change")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.restore = buttons.addButton(
            "Restore this state", QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.list.currentRowChanged.connect(self._on_row)
        across = QHBoxLayout()
        across.setSpacing(SPACES[2])
        across.addWidget(self.list, 1)
        across.addWidget(self.state, 1)
        sheet(self, across, buttons)
        self.list.setCurrentRow(0)
        self._on_row(self.list.currentRow())

    @property
    def seq(self) -> int | None:
        """The change whose state is chosen."""
        row = self.list.currentRow()
        return self._past[row].seq if 0 <= row < len(self._past) else None

    def _on_row(self, row: int) -> None:
        self.state.setPlainText(self._past[row].state if 0 <= row < len(self._past) else "")
        self.restore.setEnabled(self.seq is not None and row > 0)
