"""Work for the GUI thread that comes in slices, one a turn of the event loop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

Step = Callable[[], None]


class Turns(QObject):
    """Gives those who have work one slice each in rotation, one slice a turn of the event loop.

    Five columns that are set at the same time would take five slices a turn if each had a timer
    of its own: so they share one.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[object, Step] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_timeout)

    def take(self, owner: object, slice_of_work: Step) -> None:
        """Do this slice again and again until `leave`; one kind of work an owner."""
        self._waiting[owner] = slice_of_work
        self._timer.start()

    def leave(self, owner: object) -> None:
        self._waiting.pop(owner, None)
        if not self._waiting:
            self._timer.stop()

    def __contains__(self, owner: object) -> bool:
        return owner in self._waiting

    def _on_timeout(self) -> None:
        owner = next(iter(self._waiting))
        step = self._waiting.pop(owner)
        self._waiting[owner] = step  # to the end of the row
        step()


class Steps(QObject):
    """Does named steps in order, so that painting and keys come between; a step that is asked for
    again before its turn is done once, at its first place.
    """

    finished = Signal()

    def __init__(self, turns: Turns, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[str, Step] = {}
        self._turns = turns

    @property
    def running(self) -> bool:
        return bool(self._waiting)

    def ask(self, name: str, step: Step) -> None:
        self._waiting[name] = step
        self._turns.take(self, self._next)

    def finish(self) -> None:
        """Do what is waiting now."""
        while self._waiting:
            self._next()

    def stop(self) -> None:
        """Drop what is waiting."""
        self._waiting.clear()
        self._turns.leave(self)

    def _next(self) -> None:
        name = next(iter(self._waiting))
        step = self._waiting.pop(name)
        if not self._waiting:
            self._turns.leave(self)
        step()
        if not self._waiting:
            self.finished.emit()
