"""Ties the find bar to the columns: what is found is marked there, and stepping comes to it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.ui.columns.desk import Desk
from reader.ui.columns.finding.find import FindBar, Finding
from reader.ui.columns.finding.searching import Query
from reader.ui.columns.moving.travel import Travel
from reader.ui.session import Session


class Looking(QObject):
    """Looks for words in all columns of the desk."""

    def __init__(
        self,
        session: Session,
        desk: Desk,
        travel: Travel,
        finding: Finding,
        bar: FindBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._desk = desk
        self._travel = travel
        self._finding = finding
        self._bar = bar
        finding.found.connect(self._show_hits)
        finding.current_changed.connect(self._on_hit)
        bar.step_wanted.connect(self.step)

    def open(self) -> None:
        """Open the find bar; a selection on one line is looked for at once."""
        chosen = self._session.board.selection
        text = ""
        if chosen is not None and chosen[0] in self._desk.frames:
            text = chosen[1].of(self._desk.frames[chosen[0]].column.text)
        self._bar.open("" if "\n" in text else text)

    def close(self) -> bool:
        """Close the find bar and take the hits off the columns; whether it was open."""
        if not self._bar.isVisible():
            return False
        self._bar.hide()
        self._finding.look_for(Query())
        return True

    def step(self, by: int) -> None:
        """To the next (1) or previous (-1) hit, at first from where the reader is."""
        if not self._finding.query.text:
            self.open()
            return
        focus, frames = self._session.board.focus, self._desk.frames
        start = (focus, frames[focus].column.selection.start) if focus in frames else None
        self._finding.step(by, start)

    def _show_hits(self) -> None:
        at = self._finding.current
        for key, frame in self._desk.frames.items():
            current = at[1] if at is not None and at[0] == key else None
            hits, before = self._finding.hits(key), frame.column.hits
            frame.column.set_hits(hits, current)
            frame.header.show_hits(self._finding.count(key))
            if hits != before:
                frame.overview.refresh_hits()

    def _on_hit(self) -> None:
        self._show_hits()
        at = self._finding.current
        if at is not None and at[0] in self._desk.frames:
            self._travel.go_to(*at)
