"""The shortcuts page: every command with its keys, and how to change them."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.core.errors import ReaderError
from reader.ui.actions import Actions
from reader.ui.widgets.items import NO_PARENT, Index


class _Keys(QAbstractTableModel):
    HEADS = ("Command", "Keys", "Where")

    def __init__(self, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        self._ids = list(actions)

    def action_id(self, row: int) -> str:
        return self._ids[row]

    def told(self) -> None:
        self.dataChanged.emit(self.index(0, 1), self.index(len(self._ids) - 1, 1))

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.HEADS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.HEADS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        record = self._actions.record(self._ids[index.row()])
        if role == Qt.ItemDataRole.ToolTipRole:
            return record.tip
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if index.column() == 0:
            return record.text
        if index.column() == 1:
            native = QKeySequence.SequenceFormat.NativeText
            return ", ".join(
                QKeySequence(k).toString(native) for k in self._actions.keys(record.id)
            )
        return "while reading" if record.where == "board" else "everywhere"


class KeysDialog(QDialog):
    """Choose a command, press the new key, done; a key that is taken is refused with a reason."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self.resize(640, 560)
        self._actions = actions
        self._model = _Keys(actions, self)
        self._table = QTableView()
        self._table.setModel(self._model)
        self._table.setAccessibleName("Commands and their keys")
        self._table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self._table.setTabKeyNavigation(False)
        self._table.setShowGrid(False)
        self._table.verticalHeader().hide()
        self._table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self._table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._table.horizontalHeader().setSectionResizeMode(
            1, QHeaderView.ResizeMode.ResizeToContents
        )
        self._edit = QKeySequenceEdit()
        self._edit.setAccessibleName("New key for the chosen command")
        self._edit.setMaximumSequenceLength(1)
        self._set = QPushButton("Use this key")
        self._clear = QPushButton("No key")
        self._said = QLabel("Choose a command, then press the key that it should have.")
        self._said.setWordWrap(True)
        self._said.setProperty("role", "quiet")
        row = QHBoxLayout()
        row.addWidget(self._edit, 1)
        row.addWidget(self._set)
        row.addWidget(self._clear)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        reset = buttons.addButton("All keys as at first", QDialogButtonBox.ButtonRole.ResetRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self._table)
        layout.addWidget(self._said)
        layout.addLayout(row)
        layout.addWidget(buttons)
        self._set.clicked.connect(self._on_set)
        self._clear.clicked.connect(self._on_clear)
        reset.clicked.connect(self._on_reset)
        buttons.rejected.connect(self.reject)
        self._table.selectRow(0)

    def _chosen(self) -> str:
        return self._model.action_id(max(0, self._table.currentIndex().row()))

    def _on_set(self) -> None:
        key = self._edit.keySequence().toString()
        if key:
            self._give((key,))

    def _on_clear(self) -> None:
        self._give(())

    def _give(self, keys: tuple[str, ...]) -> None:
        try:
            self._actions.set_keys(self._chosen(), keys)
        except ReaderError as problem:
            self._said.setText(f"{problem.title} {problem.advice}")
            return
        self._said.setText("Kept.")
        self._edit.clear()
        self._model.told()

    def _on_reset(self) -> None:
        self._actions.reset_keys()
        self._said.setText("All keys are as at first.")
        self._model.told()
