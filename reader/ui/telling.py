"""What the status line says about the comparison, what was decided and how far the reader is."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.core.comparison import Comparison
from reader.core.difference.divergence import Verdict
from reader.ui.session import Session
from reader.ui.status import StatusLine


class Telling(QObject):
    """Puts into the status line what the session says; a later sentence never talks over a due one.

    What was decided or opened makes a comparison: its sentence stands before the comparison's own.
    """

    def __init__(self, session: Session, status: StatusLine) -> None:
        super().__init__(status)
        self._session = session
        self._status = status
        self._first = ""
        """A sentence that the next comparison's own follow."""
        session.said.connect(self._on_said)
        session.comparing.comparison_changed.connect(self._on_compared)
        session.links.done.connect(self._on_decided)
        session.passages.reviews_changed.connect(self._on_reviewed)

    def from_now_on(self, sentence: str) -> None:
        """Say something that the next comparison's own words do not talk over."""
        self._status.say(sentence)
        self._first = sentence

    def _on_said(self, sentence: str) -> None:
        if self._session.comparing.running:
            self.from_now_on(sentence)
        else:
            self._status.say(sentence)

    def _on_decided(self, sentence: str) -> None:
        self._first = sentence

    def _on_compared(self) -> None:
        comparison = self._session.comparing.comparison
        if comparison is None:
            self._status.say("")
            return
        told = [self._first, *_found(comparison)]
        self._first = ""
        new, changed = self._session.passages.news
        if new or changed:
            told.append(f"Since the last comparison {new} are new, {changed} changed.")
        if not comparison.complete:
            told.append(f"Not everything was compared: {comparison.left_out}")
        self._status.say(" ".join(filter(None, told)))

    def _on_reviewed(self) -> None:
        self._status.show_checked(*self._session.passages.checked)


def _found(comparison: Comparison) -> list[str]:
    found = len(comparison.passages)
    shared = sum(p.shared_by > 1 for p in comparison.passages)
    conflicts = sum(p.verdict is Verdict.CONFLICT for p in comparison.passages)
    return [
        f"{found} passage{'' if found == 1 else 's'}, {shared} shared, {conflicts} in conflict."
    ]
