"""Brings a passage's columns to their readings, all at the same height, in one smooth move."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QObject, QVariantAnimation, Signal

from reader.ui.columns.column import Column
from reader.ui.columns.plan.placing import between, common_height

GLIDE_MS: Final = 150
_UPPER_THIRD: Final = 1 / 3


@dataclass(frozen=True, slots=True)
class Move:
    """One thing to be brought from where it is to where it should be, in pixels."""

    start: float
    end: float
    put: Callable[[float], None]


class Glide(QObject):
    """Carries out moves together: gliding, or at once where motion is unwanted."""

    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._moves: tuple[Move, ...] = ()
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(GLIDE_MS)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._on_value)
        self._animation.finished.connect(self._on_finished)

    @property
    def moving(self) -> bool:
        return self._animation.state() is QAbstractAnimation.State.Running

    def go(self, moves: Sequence[Move], *, calm: bool) -> None:
        """Begin; a move under way is given up where it is."""
        self._animation.stop()
        self._moves = tuple(move for move in moves if abs(move.end - move.start) >= 0.5)
        if not self._moves or calm:
            self._put(1.0)
            self.finished.emit()
            return
        self._animation.start()

    def stop(self) -> None:
        """Stay where things are, as when a person takes over."""
        if self.moving:
            self._animation.stop()
            self.finished.emit()

    def _on_value(self, share: object) -> None:
        if isinstance(share, float):
            self._put(share)

    def _on_finished(self) -> None:
        self._put(1.0)
        self.finished.emit()

    def _put(self, share: float) -> None:
        for move in self._moves:
            move.put(between(move.start, move.end, share))


@dataclass(frozen=True, slots=True)
class Sight:
    """A column and the stretch of its text that should be seen, in pixels of the text."""

    column: Column
    top: float
    bottom: float


def moves(sights: Sequence[Sight], wanted: float | None = None) -> tuple[Move, ...]:
    """How each column scrolls so that all stretches begin at one height of the view.

    `wanted` is that height in pixels, a third from the top where none is given.
    """
    if not sights:
        return ()
    view = min(sight.column.viewport().height() for sight in sights)
    at = view * _UPPER_THIRD if wanted is None else wanted
    ranges = [(sight.top - sight.column.furthest, sight.top) for sight in sights]
    height = common_height(ranges, at)
    return tuple(
        Move(
            sight.column.upper_edge,
            min(max(sight.top - height, 0.0), sight.column.furthest),
            sight.column.scroll_to,
        )
        for sight in sights
    )
