"""The shortcuts page: every command with its keys, and how to change them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from reader.core.errors import ReaderError
from reader.ui.actions import Actions
from reader.ui.dialogs.sheet import sheet
from reader.ui.dialogs.walking import Walking
from reader.ui.widgets.items import NO_PARENT, Index
from reader.ui.widgets.saying import Saying

_PRESS = "Press the new key"
_RESET = "All keys as at first"
_BACK = "My own keys again"


class _Keys(QAbstractTableModel):
    """The commands that a search leaves, with their keys."""

    HEADS = ("Command", "Keys", "Where")

    def __init__(self, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        self._ids = list(actions)

    def action_id(self, row: int) -> str:
        return self._ids[row]

    def narrow(self, wanted: str) -> None:
        """List the commands whose words or keys hold all that is searched for."""
        words = wanted.casefold().split()
        self.beginResetModel()
        self._ids = [
            one for one in self._actions if all(word in self._searched(one) for word in words)
        ]
        self.endResetModel()

    def told(self) -> None:
        if self._ids:
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
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = str(self.data(index) or "none")
            return f"{self.HEADS[index.column()]}: {words}"
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if index.column() == 0:
            return record.text
        if index.column() == 1:
            return self._keys_of(record.id)
        return "while reading" if record.where == "board" else "everywhere"

    def _keys_of(self, action_id: str) -> str:
        native = QKeySequence.SequenceFormat.NativeText
        return ", ".join(QKeySequence(k).toString(native) for k in self._actions.keys(action_id))

    def _searched(self, action_id: str) -> str:
        record = self._actions.record(action_id)
        return f"{record.text} {record.tip} {self._keys_of(action_id)}".casefold()


class KeysDialog(QDialog):
    """Choose a command, press the new key, done; a key that is taken is refused with a reason."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self.resize(680, 600)
        self._actions = actions
        self._before: Mapping[str, tuple[str, ...]] = {}
        """The person's own keys before all were taken back; while it is empty none were."""
        self._model = _Keys(actions, self)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search the commands and keys")
        self.search.setAccessibleName("Search the commands and keys")
        self.search.setClearButtonEnabled(True)
        self._table = QTableView()
        self._dress_table()
        self._edit = QKeySequenceEdit()
        self._edit.setAccessibleName("New key for the chosen command")
        self._edit.setMaximumSequenceLength(1)
        field = self._edit.findChild(QLineEdit)
        if field is not None:
            field.setPlaceholderText(_PRESS)
            field.setAccessibleName("New key for the chosen command")
        self._set = QPushButton("Use this key")
        self._clear = QPushButton("No key")
        for button in (self._set, self._clear):
            button.setAutoDefault(False)
        self._said = Saying("What became of the key")
        self._said.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.reset = self._buttons.addButton(_RESET, QDialogButtonBox.ButtonRole.ResetRole)
        self.reset.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(self._edit, 1)
        row.addWidget(self._set)
        row.addWidget(self._clear)
        sheet(self, self.search, self._table, self._said, row, self._buttons)
        self._connect()
        self._table.selectRow(0)
        self._on_pressed()
        self._show_reset()

    def _dress_table(self) -> None:
        table = self._table
        table.setModel(self._model)
        table.setAccessibleName("Commands and their keys")
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setAccessibleName("Columns of the commands")
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def _connect(self) -> None:
        self._walking = Walking(self.search, self._table)
        self._walking.entered.connect(self._edit.setFocus)
        self.search.textChanged.connect(self._on_searched)
        self._table.selectionModel().currentRowChanged.connect(self._on_row)
        self._table.doubleClicked.connect(self._edit.setFocus)
        self._edit.keySequenceChanged.connect(self._on_pressed)
        self._set.clicked.connect(self._on_set)
        self._clear.clicked.connect(self._on_clear)
        self.reset.clicked.connect(self._on_reset)
        self._buttons.rejected.connect(self.reject)

    def _chosen(self) -> str | None:
        row = self._table.currentIndex().row()
        return self._model.action_id(row) if row >= 0 else None

    def _on_searched(self, wanted: str) -> None:
        self._model.narrow(wanted)
        self._table.selectRow(0)
        if not self._model.rowCount():
            self._said.setText("No command has these words or keys.")
        self._on_pressed()

    def _on_row(self, _current: QModelIndex, _before: QModelIndex) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._said.setText(f"“{self._actions.record(chosen).text}”: press its new key below.")
        self._on_pressed()

    def _on_pressed(self) -> None:
        chosen = self._chosen()
        self._set.setEnabled(chosen is not None and not self._edit.keySequence().isEmpty())
        self._clear.setEnabled(chosen is not None and bool(self._actions.keys(chosen)))

    def _on_set(self) -> None:
        key = self._edit.keySequence().toString()
        if key:
            self._give((key,))

    def _on_clear(self) -> None:
        self._give(())

    def _give(self, keys: tuple[str, ...]) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        try:
            self._actions.set_keys(chosen, keys)
        except ReaderError as problem:
            self._said.setText(f"{problem.title} {problem.advice}")
            return
        self._edit.clear()
        for field in self._edit.findChildren(QLineEdit):
            field.setPlaceholderText(_PRESS)  # Qt puts words of its own there
        self._tell("Kept.")

    def _on_reset(self) -> None:
        """Take the person's own keys back, or bring those that were just taken back again."""
        if self._before:
            self._actions.give_keys({**self._before, **self._actions.own_keys})
            self._before = {}
            self._tell("Your own keys are in force again.")
        else:
            self._before = self._actions.own_keys
            self._actions.reset_keys()
            self._tell("All keys are as at first. The same button brings yours back.")

    def _tell(self, words: str) -> None:
        self._said.setText(words)
        self._model.told()
        self._on_pressed()
        self._show_reset()

    def _show_reset(self) -> None:
        self.reset.setText(_BACK if self._before else _RESET)
        self.reset.setEnabled(bool(self._before or self._actions.own_keys))
