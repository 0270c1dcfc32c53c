"""The command palette: any action by a few letters of its name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    Qt,
)
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.ui.appearance import SPACES
from reader.ui.widgets.items import NO_PARENT, Index, area_of, palette_of

KEYS_ROLE = Qt.ItemDataRole.UserRole + 1
_QUIETER = 0.75
"""How much of the ink keys are written in: still 4.5:1 on every ground, computed by a test."""


def rank(name: str, typed: str) -> int | None:
    """How well a name answers what was typed: lower is better, None for not at all.

    A run at the start of a word beats one inside; both beat letters that merely follow in order.
    """
    name, typed = name.casefold(), typed.casefold().strip()
    if not typed:
        return 0
    place = name.find(typed)
    if place >= 0:
        return place if place == 0 or name[place - 1] == " " else 100 + place
    at = -1
    for letter in typed.replace(" ", ""):
        at = name.find(letter, at + 1)
        if at < 0:
            return None
    return 1000 + at


class _Commands(QAbstractListModel):
    def __init__(self, actions: Sequence[QAction], menus: Sequence[QMenu], parent: QObject) -> None:
        super().__init__(parent)
        self._all = [(plain(action), action) for action in actions]
        for menu in menus:
            self._all += [(f"{menu.title()}: {plain(a)}", a) for a in menu.actions()]
        self._found = self._all

    def narrow(self, typed: str) -> None:
        self.beginResetModel()
        able = [(name, action) for name, action in self._all if action.isEnabled()]
        ranked = [(rank(name, typed), n) for n, (name, _) in enumerate(able)]
        self._found = [able[n] for _, n in sorted((r, n) for r, n in ranked if r is not None)]
        self.endResetModel()

    def action(self, row: int) -> QAction | None:
        return self._found[row][1] if 0 <= row < len(self._found) else None

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        action = self.action(index.row())
        if action is None:
            return None
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        checked = "✓ " if action.isCheckable() and action.isChecked() else ""
        name = self._found[index.row()][0]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{checked}{name}"
        if role == KEYS_ROLE:
            return keys
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{checked}{name}" + (f", {keys}" if keys else "")
        if role == Qt.ItemDataRole.ToolTipRole:
            return action.statusTip()
        return None


def plain(action: QAction) -> str:
    """An action's name without the mark of its mnemonic."""
    return action.text().replace("&", "")


class _Row(QStyledItemDelegate):
    """A command at the left, its keys at the right in quieter ink."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        area = area_of(option)
        palette = palette_of(option)
        painter.save()
        painter.setOpacity(_QUIETER)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area.adjusted(0, 0, -SPACES[1], 0), int(right), index.data(KEYS_ROLE))
        painter.restore()


class Palette(QDialog):
    """Type, arrow down, Enter: the chosen action runs after the palette has closed."""

    def __init__(
        self, actions: Sequence[QAction], parent: QWidget, menus: Sequence[QMenu] = ()
    ) -> None:
        """`menus` grow with what there is; their entries are found under the menu's name."""
        super().__init__(parent)
        self.setWindowTitle("All commands")
        self.setAccessibleName("All commands")
        self.resize(520, 420)
        self._typed = QLineEdit()
        self._typed.setPlaceholderText("Type a few letters of a command")
        self._typed.setAccessibleName("Command")
        self._model = _Commands(actions, menus, self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Row(self._list))
        self._list.setAccessibleName("Commands found")
        self._list.setUniformItemSizes(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self._typed)
        layout.addWidget(self._list)
        self._nothing = QLabel("No command has these letters.", self._list)
        self._nothing.setAccessibleName("Nothing found")
        self._nothing.setProperty("role", "quiet")
        self._nothing.move(SPACES[1], SPACES[1])
        self._typed.textChanged.connect(self._on_typed)
        self._typed.installEventFilter(self)
        self._list.activated.connect(self._on_activated)
        self._list.clicked.connect(self._on_activated)
        self.chosen: QAction | None = None
        self._on_typed("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._typed and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and event.key() in (
                Qt.Key.Key_Down,
                Qt.Key.Key_Up,
            ):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                row = self._list.currentIndex().row() + step
                row = max(0, min(self._model.rowCount() - 1, row))
                self._list.setCurrentIndex(self._model.index(row))
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() in (
                Qt.Key.Key_Return,
                Qt.Key.Key_Enter,
            ):
                self._on_activated(self._list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _on_typed(self, typed: str) -> None:
        self._model.narrow(typed)
        self._list.setCurrentIndex(self._model.index(0))
        self._nothing.setVisible(self._model.rowCount() == 0)

    def _on_activated(self, index: QModelIndex) -> None:
        self.chosen = self._model.action(index.row())
        self.accept()
