"""The board's line-up: a column for each article that the session wants, kept true to it."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QPoint, Signal

from reader.core.anchoring.versions import carried
from reader.core.annotating.annotation import StoredArticle
from reader.core.text.article import Block
from reader.core.text.blocks import find_blocks
from reader.core.text.span import Span
from reader.ui.appearance import Appearance
from reader.ui.columns.desk import Desk
from reader.ui.columns.dragging import HeadDrag
from reader.ui.columns.frame import Frame
from reader.ui.columns.moving.memory import Memory
from reader.ui.session import Session
from reader.ui.steps import Steps, Turns

_LONG: Final = 60_000
"""Characters above which a text is first set without roles: those come with the comparison."""
_AT_TOP: Final = 80
"""Code points at a column's upper edge by which the place is found again in another version."""


class Lineup(QObject):
    """Makes, renews and sets columns; what takes long of it comes in steps of the event loop."""

    passage_wanted = Signal(str, int)
    """Article id and the code point that was clicked, -1 beside the text."""
    menu_wanted = Signal(str, QPoint)
    pin_wanted = Signal(bool)
    edit_requested = Signal(str)
    text_requested = Signal(str)
    scrolled = Signal(str)
    settled = Signal(str)

    def __init__(
        self,
        session: Session,
        appearance: Appearance,
        desk: Desk,
        memory: Memory,
        turns: Turns,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._appearance = appearance
        self._desk = desk
        self._memory = memory
        self._turns = turns
        self._steps = Steps(turns, self)

    @property
    def running(self) -> bool:
        """Whether a column is still to be set or dressed."""
        return self._steps.running

    def finish(self) -> None:
        """Do what is waiting now."""
        self._steps.finish()

    def stop(self) -> None:
        """Drop what is waiting; for closing."""
        self._steps.stop()

    # ---- as the session has it

    def follow(self) -> None:
        """Have the columns that the session wants, in its order, with the articles as they are."""
        stored = {article.id: article for article in self._session.stories.articles}
        wanted = [key for key in self._session.board.columns if key in stored]
        for key, frame in list(self._desk.frames.items()):
            if key in wanted and frame.stored != stored[key]:
                self._renew(key, stored[key])
        self._desk.set_columns(wanted, lambda key: self._make(stored[key]))

    def place_heads(self, *, pinned: bool) -> None:
        """Tell each head where its column stands; `pinned`: the base stays in view at the left."""
        board, keys = self._session.board, list(self._desk.frames)
        kept = pinned and bool(keys) and board.base == keys[0]
        self._desk.row.pin(board.base if kept else None)
        for number, (key, frame) in enumerate(self._desk.frames.items()):
            frame.header.show_place(
                is_base=key == board.base,
                first=number == 0,
                last=number == len(keys) - 1,
                pinned=pinned,
            )

    def tell_dates(self) -> None:
        """Tell in each head the day that the compared text gives."""
        comparing = self._session.comparing
        for key, frame in self._desk.frames.items():
            index = comparing.index_of(key)
            if comparing.comparison is not None and index is not None:
                frame.header.show_appeared(comparing.comparison.articles[index].published)

    def show_look(self) -> None:
        """Theme, zoom, folding and numbers as they are now; long texts one a turn."""
        for key, frame in self._desk.frames.items():
            if len(frame.column.text) < _LONG:
                frame.show_look()
            else:
                self._steps.ask(f"look {key}", partial(self._look, key))

    def _look(self, key: str) -> None:
        frame = self._desk.frames.get(key)
        if frame is not None:
            frame.show_look()

    # ---- one column

    def _renew(self, key: str, stored: StoredArticle) -> None:
        frame = self._desk.frames[key]
        if frame.column.text == stored.article.text:
            frame.show_article(stored)
        else:
            self._exchange(key, stored)

    def _exchange(self, key: str, stored: StoredArticle) -> None:
        """Another version of the text: the reader stays in this column, at the same words."""
        old, board = self._desk.frames[key].column, self._session.board
        attended, typed_in = board.focus == key, old.hasFocus()
        if old.paragraphs:
            top = Span(old.top_offset, min(old.top_offset + _AT_TOP, len(old.text)))
            place = carried(top, old.text, stored.article.text)
            self._memory.expect(key, 0 if place is None else place.start)
        self._desk.replace(key, self._make(stored))
        if typed_in:
            self._desk.frames[key].column.setFocus()
        if attended:
            board.set_focus(key)

    def _make(self, stored: StoredArticle) -> Frame:
        key = stored.id
        frame = Frame(stored, self._session.board, self._appearance, self._turns, self._desk)
        self._steps.ask(key, partial(self._set, key))
        frame.passage_wanted.connect(self.passage_wanted)
        frame.note_wanted.connect(self._session.notes.activate)
        frame.menu_wanted.connect(self.menu_wanted)
        frame.column.attended.connect(self._session.notes.leave_begun)
        frame.column.scrolled.connect(lambda _height: self.scrolled.emit(key))
        frame.column.settled.connect(lambda: self.settled.emit(key))
        frame.overview.height_wanted.connect(partial(self._bring_height, key))
        self._connect_head(key, frame)
        return frame

    def _connect_head(self, key: str, frame: Frame) -> None:
        head, board = frame.header, self._session.board
        head.base_wanted.connect(lambda: board.set_base(key))
        head.hide_wanted.connect(lambda: board.hide(key))
        head.moved.connect(lambda by: board.move(key, board.columns.index(key) + by))
        head.pin_wanted.connect(self.pin_wanted)
        head.details_wanted.connect(lambda: self.edit_requested.emit(key))
        head.text_wanted.connect(lambda: self.text_requested.emit(key))
        drag = HeadDrag(head)
        drag.dragged.connect(self._desk.drag)
        drag.dropped.connect(partial(self._desk.drop, key))
        drag.called_off.connect(self._desk.call_off_drag)

    def _set(self, key: str) -> None:
        """Set a column's text for the first time."""
        frame = self._desk.frames.get(key)
        if frame is not None and not frame.column.paragraphs:
            frame.column.set_blocks(self._blocks(frame.stored))

    def _blocks(self, stored: StoredArticle) -> tuple[Block, ...]:
        index = self._session.comparing.index_of(stored.id)
        comparison = self._session.comparing.comparison
        if comparison is not None and index is not None:
            return comparison.articles[index].blocks
        return find_blocks(stored.article) if len(stored.article.text) < _LONG else ()

    def _bring_height(self, key: str, height: float) -> None:
        """Have a height of the text in the middle of the view."""
        column = self._desk.frames[key].column
        column.scroll_to(height - column.viewport().height() / 2)
