"""A bar that shows how much of an article is shared, and in which way."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.core.passages.shares import Shares
from reader.ui.columns.marks.tones import Tones

HEIGHT: Final = 7
"""In logical pixels; the lowest of them is the rule that is there before anything is compared."""


class ShareBar(QWidget):
    """How much of the article is shared and how, as lengths told apart by height as well as hue."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares = Shares()
        self._tones: Tones | None = None
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName("How much is shared")

    def show_shares(self, shares: Shares, tones: Tones) -> None:
        self._shares, self._tones = shares, tones
        words = shares.in_words()
        self.setToolTip(words)
        self.setAccessibleDescription(words or "Not compared yet.")
        self.update()

    @property
    def shares(self) -> Shares:
        return self._shares

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._tones is None:
            return
        painter = QPainter(self)
        marks, surface = self._tones.theme.marks, self._tones.theme.surface
        colours = (
            (marks["verbatim"].line, 6.0),
            (marks["near"].line, 4.5),
            (marks["paraphrase"].line, 3.0),
            (marks["only"].line, 1.5),
        )
        painter.fillRect(QRectF(0, HEIGHT - 1, self.width(), 1), QColor(surface["edge"]))
        x = 0.0
        parts = (share for _, share in self._shares.parts())
        for share, (colour, height) in zip(parts, colours, strict=False):
            width = share * self.width()
            gap = 1.0 if width > 3 else 0.0
            part = QRectF(x, HEIGHT - height, max(0.0, width - gap), height)
            painter.fillRect(part, QColor(colour))
            x += width
