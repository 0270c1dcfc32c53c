"""Work for the GUI thread that comes in steps, one a turn of the event loop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

Step = Callable[[], None]


class Steps(QObject):
    """Does named steps in order, so that painting and keys come between; a step that is asked for
    again before its turn is done once, at its first place.
    """

    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[str, Step] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def running(self) -> bool:
        return bool(self._waiting)

    def ask(self, name: str, step: Step) -> None:
        self._waiting[name] = step
        self._timer.start()

    def finish(self) -> None:
        """Do what is waiting now."""
        while self._waiting:
            self._next()

    def stop(self) -> None:
        """Drop what is waiting."""
        self._waiting.clear()
        self._timer.stop()

    def _on_timeout(self) -> None:
        if self._waiting:
            self._next()

    def _next(self) -> None:
        name = next(iter(self._waiting))
        step = self._waiting.pop(name)
        step()
        if not self._waiting:
            self._timer.stop()
            self.finished.emit()
