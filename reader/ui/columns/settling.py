"""Gives every line of a long document its place, a slice at a time, and tells when that is done."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtGui import QTextDocument

_SLICE_MS: Final = 8
_STEP: Final = 4_000
"""UTF-16 units between two looks at the clock."""


class Settling(QObject):
    """Asks the layout for places further and further down, so that nobody has to wait for all.

    QTextDocument lays out lazily, but does the whole rest at once when it is asked for a place far
    down.
    """

    settled = Signal()

    def __init__(self, document: QTextDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._reached = 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def running(self) -> bool:
        return self._timer.isActive()

    def again(self) -> None:
        """The text, its width or its formats are others now."""
        self._reached = 0
        self._timer.start()

    def finish(self) -> None:
        if self._timer.isActive():
            self._reached = self._document.characterCount()
            self._document.documentLayout().blockBoundingRect(self._document.lastBlock())
            self._done()

    def stop(self) -> None:
        self._timer.stop()

    def _on_timeout(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        layout = self._document.documentLayout()
        while clock.elapsed() < _SLICE_MS:
            self._reached += _STEP
            if self._reached >= self._document.characterCount():
                layout.blockBoundingRect(self._document.lastBlock())
                self._done()
                return
            layout.blockBoundingRect(self._document.findBlock(self._reached))

    def _done(self) -> None:
        self._timer.stop()
        self.settled.emit()
