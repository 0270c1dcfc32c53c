"""A list whose entries take as many lines as their words need."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QListWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

_EDGE = 40
"""Pixels of an entry's width that its frame, its check and the scroll bar may take."""


class _WholeEntry(QStyledItemDelegate):
    """As high as the words need: the style reckons without the room that its frame takes."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        view = self.parent()
        assert isinstance(view, QListView)
        width = view.viewport().width() - _EDGE
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        flags = int(Qt.TextFlag.TextWordWrap)
        needed = view.fontMetrics().boundingRect(0, 0, width, 0, flags, words)
        return QSize(width, needed.height() + 12)


class WrappedList(QListWidget):
    """Nothing is cut or scrolled sideways, however narrow the dialog."""

    def __init__(self, name: str, description: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.setItemDelegate(_WholeEntry(self))
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSpacing(4)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
