"""Items of lists and tables as Qt hands them over, typed in one place.

PySide's stubs do not know the fields that a style option has from its base class.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionHeader, QStyleOptionViewItem, QWidget

Index = QModelIndex | QPersistentModelIndex

NO_PARENT: Final = QModelIndex()
"""The parent of what has none; Qt asks for it by default."""


def area_of(option: QStyleOptionViewItem) -> QRect:
    """Where the item is painted, in pixels of its view."""
    return option.rect  # type: ignore[attr-defined]


def state_of(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    """Whether it is selected, under the mouse, has the focus."""
    return option.state  # type: ignore[attr-defined]


def palette_of(option: QStyleOptionViewItem) -> QPalette:
    return option.palette  # type: ignore[attr-defined]


def view_of(option: QStyleOptionViewItem) -> QWidget:
    """The view that it is painted in."""
    return option.widget  # type: ignore[attr-defined]


def font_of(option: QStyleOptionViewItem) -> QFont:
    """The face of its view."""
    return view_of(option).font()


def clear_words(option: QStyleOptionHeader) -> None:
    """Let the style paint a head without its words."""
    option.text = ""  # type: ignore[attr-defined]
