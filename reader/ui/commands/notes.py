"""Commands on notes and the codebook beyond what single letters do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.core.errors import ReaderError
from reader.core.text.span import Span
from reader.ui.columns.board import BoardView
from reader.ui.session import Session


class NoteCommands(QObject):
    """Each says what it did; a problem is told by the session and changes nothing."""

    def __init__(self, session: Session, board: BoardView, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._board = board
        self._window = window

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        told: dict[str, Callable[[], object]] = {}
        for n in range(1, 10):
            told[f"note.tag_next_{n}"] = partial(self.tag_and_go_on, n)
        return told

    def tag_and_go_on(self, hotkey: int) -> None:
        """Tag what is selected, else the active passage, and go to the next passage.

        What has the tag keeps it: going over a passage again takes nothing away.
        """
        if not self._session.stories.is_open:
            return
        notes = self._session.notes
        tag = next((t for t in notes.tags if t.hotkey == hotkey), None)
        if tag is None:
            self._session.say(f"No tag has the key {hotkey}; give it one in the list of tags.")
            return
        chosen = self._session.board.selection
        try:
            made = notes.tag_places(tag.id, keep=True)
        except ReaderError as problem:
            self._session.tell(problem)
            return
        if made is None:
            self._session.say("Select some words first, or go to a passage with N.")
            return
        if chosen is not None:
            self._deselect(*chosen)
        self._session.passages.next()
        self._session.say(f"Tagged “{tag.name}”.")

    def _deselect(self, article_id: str, span: Span) -> None:
        """Let go of a selection, so that the next key means the next passage."""
        frame = self._board.frames.get(article_id)
        if frame is not None:
            frame.column.select(Span(span.end, span.end))
