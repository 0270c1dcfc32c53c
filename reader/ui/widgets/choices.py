"""Combo boxes that stay narrow: long entries are cut with an ellipsis."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

_ARROW, _FROM_RIGHT = 3.5, 14


class Choice(QComboBox):
    """A combo box in the theme's ink whose width does not follow its longest entry."""

    def __init__(self, name: str, least: int = 8, parent: QWidget | None = None) -> None:
        """`name` says what is chosen; `least` is how many characters it always shows."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(least)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        field.setRight(self.width() - _FROM_RIGHT - 8)
        icon = self.itemIcon(self.currentIndex())
        if not icon.isNull():
            sign = QRect(field.left(), field.center().y() - 7, 16, 16)
            icon.paint(painter, sign)
            field.setLeft(sign.right() + 8)
        chosen = self.currentIndex() >= 0
        ink = QPalette.ColorRole.Text if chosen else QPalette.ColorRole.PlaceholderText
        words = self.fontMetrics().elidedText(
            self.currentText() if chosen else self.placeholderText(),
            Qt.TextElideMode.ElideRight,
            field.width(),
        )
        painter.setPen(self.palette().color(ink))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(field, int(left), words)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        quiet = self.palette().color(QPalette.ColorRole.PlaceholderText)
        painter.setPen(QPen(quiet, 1.4))
        at = QPointF(self.width() - _FROM_RIGHT, self.height() / 2 + 1)
        painter.drawPolyline(
            [
                at + QPointF(-_ARROW, -_ARROW / 2),
                at + QPointF(0, _ARROW / 2),
                at + QPointF(_ARROW, -_ARROW / 2),
            ]
        )
        painter.end()


def choice(name: str, anything: str, entries: Iterable[tuple[str, object]]) -> Choice:
    """A filter whose first entry filters nothing."""
    combo = Choice(name)
    combo.addItem(anything, None)
    for words, value in entries:
        combo.addItem(words, value)
    longest = max(len(combo.itemText(n)) for n in range(combo.count()))
    combo.setMinimumContentsLength(min(longest, 10))
    combo.view().setMinimumWidth(combo.view().sizeHintForColumn(0) + 24)  # the list cuts nothing
    return combo
