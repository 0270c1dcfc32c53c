"""A field for a whole number, its words as far from the edge as those of every other field."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSpinBox, QWidget

from reader.ui.appearance import SPACES


class Number(QSpinBox):
    """A spin box without arrows; Qt's style sheets give the words of such a box no padding."""

    def __init__(self, name: str, least: int, most: int, parent: QWidget | None = None) -> None:
        """`name` says what is counted."""
        super().__init__(parent)
        self.setRange(least, most)
        self.setAccessibleName(name)
        self.lineEdit().setTextMargins(SPACES[1], 0, SPACES[0], 0)

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(SPACES[0] + SPACES[1], 0)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint() + QSize(SPACES[0] + SPACES[1], 0)
