"""A line of words that gives way where it is narrow, and says the whole as a tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class Line(QLabel):
    """One line in the interface's face; where it is elided, the whole of it is its tooltip."""

    def __init__(self, parent: QWidget | None = None, *, about: str = "") -> None:
        """`about` says to a screen reader what the line tells, before what it says."""
        super().__init__(parent)
        self._about = about
        self.setAccessibleName(about)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @property
    def shown(self) -> str:
        """What there is room for."""
        return self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width() + 1
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def say(self, text: str) -> None:
        """Show a text, elided where there is no room."""
        self.setText(text)
        self.setAccessibleName(": ".join(part for part in (self._about, text) if part))
        self._tell_whole()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._tell_whole()

    def _tell_whole(self) -> None:
        self.setToolTip("" if self.shown == self.text() else self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), self.alignment(), self.shown)
