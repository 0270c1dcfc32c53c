"""Work off the GUI thread: a pure call, a ticket, and never an answer to an old question."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QRunnable,
    QThreadPool,
    QTimer,
    Signal,
    Slot,
)

Work = Callable[[Callable[[], bool], Callable[[float], None]], object]


class _Wire(QObject):
    """Carries what happens on the worker's thread over to the thread that asked."""

    answered = Signal(int, object)
    failed = Signal(int, object)
    progressed = Signal(int, float)


class _Run(QRunnable):
    def __init__(self, ticket: int, work: Work, wire: _Wire, stop: threading.Event) -> None:
        super().__init__()
        self._ticket = ticket
        self._work = work
        self._wire = wire
        self._stop = stop

    def run(self) -> None:
        try:
            answer = self._work(
                self._stop.is_set, lambda part: self._wire.progressed.emit(self._ticket, part)
            )
        except BaseException as problem:  # carried over to the thread that asked, whatever it is
            self._wire.failed.emit(self._ticket, problem)
        else:
            self._wire.answered.emit(self._ticket, answer)


class Asking(QObject):
    """Asks one kind of question at a time; a new question makes the answer to the old one stale.

    `work(cancelled, progress)` runs on a pool thread and must touch no widget and no connection.
    `answered` and `failed` come on the thread that owns this object, for the newest question only.
    """

    answered = Signal(object)
    failed = Signal(object)
    progressed = Signal(float)
    running_changed = Signal(bool)

    def __init__(
        self,
        parent: QObject | None = None,
        pool: QThreadPool | None = None,
        *,
        drop: Callable[[object], object] | None = None,
        patient: bool = False,
    ) -> None:
        """`drop` is given every answer that comes too late, for one that must be closed.

        Work that is `patient` starts when the turn of the event loop that asked is over: one
        interpreter serves both threads, and beside work that turn would take twice its time.
        """
        super().__init__(parent)
        self._drop = drop
        self._pool = pool or QThreadPool(self)
        self._ticket = 0
        self._running = False
        self._stop = threading.Event()
        self._waiting: _Run | None = None
        self._start = QTimer(self)
        self._start.setSingleShot(True)
        self._start.setInterval(0)
        self._patient = patient
        self._start.timeout.connect(self._on_start)
        self._wire = _Wire(self)
        self._wire.answered.connect(self._on_answered)
        self._wire.failed.connect(self._on_failed)
        self._wire.progressed.connect(self._on_progressed)

    @property
    def running(self) -> bool:
        return self._running

    def ask(self, work: Work) -> None:
        """Have `work` done; whatever was running is told to stop and its answer dropped."""
        self._stop.set()
        self._ticket += 1
        self._stop = threading.Event()
        self._set_running(True)
        self._waiting = _Run(self._ticket, work, self._wire, self._stop)
        if self._patient:
            self._start.start()
        else:
            self._on_start()

    def _on_start(self) -> None:
        if self._waiting is not None:
            self._pool.start(self._waiting)
            self._waiting = None

    def stop(self) -> None:
        """Tell the work to stop, and still hear what became of it; for work that writes."""
        self._stop.set()

    def cancel(self) -> None:
        """Give up the question that is running, if any; nothing is answered."""
        self._stop.set()
        self._waiting = None
        self._ticket += 1
        self._set_running(False)

    def finish(self) -> None:
        """Cancel and wait for the worker to leave; for closing."""
        self.stop()
        self._waiting = None
        self._pool.waitForDone()
        self.cancel()
        # What was answered meanwhile is dropped now, and not when there is no one left to do it.
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    def _set_running(self, running: bool) -> None:
        if running != self._running:
            self._running = running
            self.running_changed.emit(running)

    @Slot(int, object)
    def _on_answered(self, ticket: int, answer: object) -> None:
        if ticket == self._ticket:
            self._set_running(False)
            self.answered.emit(answer)
        elif self._drop is not None:
            self._drop(answer)

    @Slot(int, object)
    def _on_failed(self, ticket: int, problem: object) -> None:
        if ticket == self._ticket:
            self._set_running(False)
            self.failed.emit(problem)

    @Slot(int, float)
    def _on_progressed(self, ticket: int, part: float) -> None:
        if ticket == self._ticket:
            self.progressed.emit(part)
