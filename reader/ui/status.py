"""The line below: what happened last, how far long work is, and whether everything is saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QSizePolicy, QStatusBar

from reader.ui.jobs import Asking
from reader.ui.session import Changing, Comparing
from reader.ui.widgets.line import Line
from reader.ui.widgets.saying import Saying

PATIENCE = 500
"""Milliseconds of work before progress and cancel come up."""


Work = Comparing | Changing | Asking
Doing = str | Callable[[], str]
"""A sentence that says what is being done, or what gives it."""


class StatusLine(QObject):
    """Fills a status bar. `works` are what may take long, each with the sentence that says so."""

    cancelled = Signal()
    """The person wants no answer any more."""

    def __init__(self, bar: QStatusBar, works: Sequence[tuple[Work, Doing]]) -> None:
        super().__init__(bar)
        self._works = works
        self._told = Line(about="What happened last")
        self._told.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._checked = Saying("How many passages are checked")
        self._saved = Saying("Whether everything is saved")
        self._saved.setProperty("role", "")
        self._progress = QProgressBar()
        self._progress.setAccessibleName("Progress")
        self._progress.setFixedWidth(120)
        self._progress.setRange(0, 100)
        self._cancel = QPushButton("Cancel")
        self._cancel.setProperty("role", "small")
        self._cancel.setAccessibleName("Cancel what is running")
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(8, 0, 8, 0)
        bar.addWidget(self._told, 1)
        for widget in (self._progress, self._cancel, self._checked, self._saved):
            bar.addPermanentWidget(widget)
        self._progress.hide()
        self._cancel.hide()
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(PATIENCE)
        self._waiting.timeout.connect(self._show_work)
        self._cancel.clicked.connect(self.cancelled)
        for work, _ in works:
            work.running_changed.connect(self._on_running)
            work.progressed.connect(self._on_progressed)

    def say(self, sentence: str) -> None:
        self._told.say(sentence)

    def show_checked(self, done: int, of: int) -> None:
        """'12 of 41 checked'; nothing where there is nothing to check."""
        self._checked.setText(f"{done:,} of {of:,} checked" if of else "")

    def show_saved(self, word: str) -> None:
        self._saved.setText(word)

    @property
    def said(self) -> str:
        return self._told.text()

    def _busy(self) -> bool:
        return any(work.running for work, _ in self._works)

    def _on_running(self) -> None:
        if self._busy():
            self._progress.setRange(0, 0)  # busy: nobody knows yet how much there is
            self._waiting.start()
        else:
            self._waiting.stop()
            self._progress.hide()
            self._cancel.hide()

    def _show_work(self) -> None:
        self._progress.show()
        self._cancel.show()
        running = (doing for work, doing in self._works if work.running)
        self.say(" ".join(doing if isinstance(doing, str) else doing() for doing in running))

    def _on_progressed(self, part: float) -> None:
        if part > 0:
            self._progress.setRange(0, 100)
            self._progress.setValue(round(100 * part))
