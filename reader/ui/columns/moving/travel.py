"""How the board moves: to passages and places, along with a scrolled column, back and forth."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from reader.core.difference.divergence import Verdict
from reader.core.text.span import Span
from reader.ui.appearance import Appearance
from reader.ui.columns.desk import Desk
from reader.ui.columns.moving.together import Pairs, Together
from reader.ui.columns.plan.history import History, Place
from reader.ui.columns.plan.standing import by_weight
from reader.ui.columns.reveal import Glide, Move, Sight, moves
from reader.ui.session import Session

_FLASH_MS: Final = 1_200
"""How long a place that was asked for stays boxed."""


class Travel(QObject):
    """Moves columns so that what belongs together stands at one height."""

    history_changed = Signal()
    moved = Signal()
    """Columns have come to rest after a reveal."""

    def __init__(
        self,
        session: Session,
        appearance: Appearance,
        desk: Desk,
        pairs: Pairs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._appearance = appearance
        self._desk = desk
        self._together = Together(pairs, self)
        self._history = History()
        self._glide = Glide(self)
        self._glide.finished.connect(self._on_arrived)
        self._clicked: tuple[str, int] | None = None
        self._waiting: tuple[str, Span] | int | None = None
        self._returning = False
        self._passage: int | None = None
        self._flash = QTimer(self)
        self._flash.setSingleShot(True)
        self._flash.setInterval(_FLASH_MS)
        self._flash.timeout.connect(self.end_flash)

    @property
    def history(self) -> History:
        return self._history

    @property
    def gliding(self) -> bool:
        return self._glide.moving

    # ---- columns come and go

    def set_columns(self) -> None:
        self._glide.stop()
        self._together.set_columns({k: f.column for k, f in self._desk.frames.items()})

    def forget(self) -> None:
        """Heights or links are others now: what was waited for may be reached."""
        self._together.forget()
        self._together.remember()
        waiting, self._waiting = self._waiting, None
        if isinstance(waiting, int):
            self.reveal(waiting)
        elif waiting is not None:
            self.go_to(*waiting)

    def forget_passages(self) -> None:
        """Passages have other numbers now."""
        self._history.forget_passages()
        self._passage = self._session.passages.active

    def follow(self, leader: str) -> None:
        """A column was scrolled by a person: the others come along where that is wanted."""
        if self._glide.moving:
            return
        if self._session.board.together:
            self._together.lead(leader)
        else:
            self._together.remember()

    def alone(self, move: Callable[[], None]) -> None:
        """Move one column without any other following."""
        self._together.hold(True)
        move()
        self._together.hold(False)

    def level(self) -> None:
        """Bring the others level with the column that has the attention."""
        focus = self._session.board.focus
        if focus is not None and self._session.board.together:
            self._together.lead(focus, leap=True)

    # ---- to passages and places

    def click(self, article_id: str, offset: int) -> None:
        """A click on the text: its passage becomes the active one and comes level everywhere."""
        passages = self._session.passages
        found = None if offset < 0 else passages.at(article_id, offset)
        if found == passages.active:
            return
        self._clicked = (article_id, offset)
        passages.activate(found)
        self._clicked = None

    def reveal(self, passage: int) -> None:
        """Bring every column to its reading; of several the one in conflict, else the nearest."""
        places = self._places(passage)
        sights: list[Sight] = []
        wanted: float | None = None
        for article_id, spans in places.items():
            frame = self._desk.frames.get(article_id)
            if frame is None:
                continue
            nearest = self._nearest(article_id, spans)
            if nearest is None:
                if not frame.column.is_settled:
                    self._waiting = passage
                continue
            span, sight = nearest
            self._session.passages.attend(article_id, span)
            if self._clicked is not None and self._clicked[0] == article_id:
                wanted = sight.top - frame.column.upper_edge
            sights.append(sight)
        if not sights:
            return
        self._leave()
        self._go([*moves(sights, wanted), *self._across(passage, places)])

    def _across(self, passage: int, places: Mapping[str, object]) -> list[Move]:
        """Brings the columns of a passage side by side, as many as there is room for."""
        board = self._session.board
        conflicts = self._session.passages.conflicts(passage)
        kept = [board.focus] if board.making_way and board.focus is not None else None
        return self._desk.row.moves_to_show(
            by_weight(tuple(places), conflicts, board.focus, board.base), kept=kept
        )

    def _places(self, passage: int) -> dict[str, list[Span]]:
        """The readings of a passage by article."""
        places: dict[str, list[Span]] = {}
        for article_id, span in self._session.passages.places(passage):
            places.setdefault(article_id, []).append(span)
        return places

    def _nearest(self, article_id: str, spans: list[Span]) -> tuple[Span, Sight] | None:
        column = self._desk.frames[article_id].column
        clicked = self._clicked
        if clicked is not None and clicked[0] == article_id:
            spans = [s for s in spans if s.start <= clicked[1] < s.end] or spans
        found = [
            (span, Sight(column, *extent))
            for span in spans
            if (extent := column.extent(span)) is not None
        ]
        boxed = [box.span for box in column.bands.boxes if box.verdict is Verdict.CONFLICT]
        middle = column.upper_edge + column.viewport().height() / 3

        def rank(one: tuple[Span, Sight]) -> tuple[bool, float]:
            """What is in conflict is worth seeing first."""
            return not any(b.overlaps(one[0]) for b in boxed), abs(one[1].top - middle)

        return min(found, key=rank, default=None)

    def go_to(self, article_id: str, span: Span) -> None:
        """Bring one place into view and box it for a moment."""
        frame = self._desk.frames.get(article_id)
        if frame is None:
            return
        extent = frame.column.extent(span)
        if extent is None:
            self._waiting = (article_id, span) if not frame.column.is_settled else None
            return
        self._leave()
        self.end_flash()
        frame.column.set_flash((span,))
        self._flash.start()
        across = self._desk.row.moves_to_show([article_id])
        view = frame.column.viewport().height()
        top = extent[0] - frame.column.upper_edge
        if top >= 0 and extent[1] - frame.column.upper_edge <= view:
            self._go(across)
        else:
            self._go([*moves([Sight(frame.column, *extent)]), *across])

    def end_flash(self) -> None:
        self._flash.stop()
        for frame in self._desk.frames.values():
            frame.column.set_flash(())

    def stop(self) -> None:
        self._flash.stop()
        self._glide.stop()

    # ---- back and forth

    def back(self) -> None:
        """To where the board stood before the last leap."""
        self._return_to(self._history.back(self._here(self._session.passages.active)))

    def forward(self) -> None:
        self._return_to(self._history.forward(self._here(self._session.passages.active)))

    def _here(self, passage: int | None) -> Place:
        return Place({key: f.column.standing for key, f in self._desk.frames.items()}, passage)

    def _leave(self) -> None:
        """Remember where the board stands before a leap."""
        if not self._returning:
            self._history.leave(self._here(self._passage))
            self._passage = self._session.passages.active
            self.history_changed.emit()

    def _return_to(self, place: Place | None) -> None:
        if place is None:
            return
        self._returning = True
        self._session.passages.activate(place.passage)
        self._passage = place.passage
        self._returning = False
        frames = self._desk.frames
        passage = place.passage
        across = [] if passage is None else self._across(passage, self._places(passage))
        stood = [
            Move(column.upper_edge, column.height_of(standing), column.scroll_to)
            for key, standing in place.stands.items()
            if (column := frames[key].column if key in frames else None) is not None
        ]
        self._go([*across, *stood])
        self.history_changed.emit()

    @property
    def returning(self) -> bool:
        return self._returning

    def _go(self, wanted: list[Move]) -> None:
        self._together.hold(True)
        self._glide.go(wanted, calm=self._appearance.calm)

    def _on_arrived(self) -> None:
        self._together.hold(False)
        self.moved.emit()
