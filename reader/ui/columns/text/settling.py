"""Gives every line of a long document its place, a slice at a time, and tells when that is done."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, Signal
from PySide6.QtGui import QTextDocument

from reader.ui.steps import Turns

_SLICE_MS: Final = 8
_STEP: Final = 4_000
"""UTF-16 units between two looks at the clock."""
_BLOCKS: Final = 100
"""Paragraphs between two looks at the clock."""


class Settling(QObject):
    """Asks the layout for places further and further down, so that nobody has to wait for all.

    QTextDocument lays out lazily, but does the whole rest at once when it is asked for a place far
    down. When every line has its place, the upper edges of the paragraphs are read off.
    """

    advanced = Signal(int)
    """Every line up to this UTF-16 unit has its place."""
    settled = Signal()

    def __init__(
        self, document: QTextDocument, turns: Turns, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._turns = turns
        self._reached = 0
        self._laid_out = False
        self._tops: list[float] = []

    @property
    def running(self) -> bool:
        return self in self._turns

    @property
    def tops(self) -> list[float]:
        """Upper edges of the document's paragraphs, in pixels; only of what is settled."""
        return self._tops

    def again(self) -> None:
        """The text, its width or its formats are others now."""
        self._begin()
        self._turns.take(self, self._slice)

    def finish(self) -> None:
        if self.running:
            self._begin()
            layout = self._document.documentLayout()
            layout.blockBoundingRect(self._document.lastBlock())
            self._laid_out = True
            while self.running:
                self._slice()

    def stop(self) -> None:
        self._turns.leave(self)

    def _begin(self) -> None:
        self._reached = 0
        self._laid_out = False
        self._tops = []

    def _slice(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while clock.elapsed() < _SLICE_MS:
            if not self._laid_out:
                self._lay_out()
                self.advanced.emit(self._reached)
            elif not self._measure():
                self.stop()
                self.settled.emit()
                return

    def _lay_out(self) -> None:
        layout = self._document.documentLayout()
        self._reached += _STEP
        self._laid_out = self._reached >= self._document.characterCount()
        there = self._document.findBlock(self._reached)
        layout.blockBoundingRect(self._document.lastBlock() if self._laid_out else there)

    def _measure(self) -> bool:
        """Read off some more upper edges; whether there were any left."""
        layout = self._document.documentLayout()
        block = self._document.findBlockByNumber(len(self._tops))
        for _ in range(_BLOCKS):
            if not block.isValid():
                return False
            if not block.layout().lineCount():
                # Qt loses lines where formats change while it is still placing others.
                self._document.markContentsDirty(block.position(), block.length())
            self._tops.append(layout.blockBoundingRect(block).top())
            block = block.next()
        return True
