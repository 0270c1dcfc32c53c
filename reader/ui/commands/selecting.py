"""Selecting by keys: the selection of the focused column grows and shrinks by what words mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.core.text.article import Block
from reader.core.text.blocks import find_blocks
from reader.core.text.growing import grown, shrunk
from reader.core.text.span import Span
from reader.ui.columns.board import BoardView
from reader.ui.columns.column import Column
from reader.ui.session import Session


class SelectionCommands(QObject):
    """Word, clause, sentence, paragraph; shrinking goes back the way that growing came."""

    def __init__(self, session: Session, board: BoardView, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._board = board
        self._way: tuple[str, tuple[Span, ...]] = ("", ())
        """An article and the selections that grew out of each other in it, the newest last."""

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"select.grow": self.grow, "select.shrink": self.shrink}

    def grow(self) -> None:
        article_id, column = self._focused()
        if column is None:
            return
        here = column.selection
        larger = grown(column.text, here, self._blocks(article_id), self._readings(article_id))
        if larger != here:
            self._way = (article_id, (*self._walked(article_id, here), larger))
            column.select(larger)

    def shrink(self) -> None:
        article_id, column = self._focused()
        if column is None:
            return
        here = column.selection
        walked = self._walked(article_id, here)
        if len(walked) > 1:
            self._way = (article_id, walked[:-1])
            column.select(walked[-2])
        elif len(here):
            blocks, readings = self._blocks(article_id), self._readings(article_id)
            column.select(shrunk(column.text, here, blocks, readings))

    def _walked(self, article_id: str, here: Span) -> tuple[Span, ...]:
        """The way to the selection that stands; a new one where the person chose another."""
        way = self._way
        return way[1] if way[0] == article_id and way[1][-1] == here else (here,)

    def _focused(self) -> tuple[str, Column | None]:
        focus = self._session.board.focus or ""
        frame = self._board.frames.get(focus)
        return focus, None if frame is None else frame.column

    def _blocks(self, article_id: str) -> Sequence[Block]:
        comparing = self._session.comparing
        index = comparing.index_of(article_id)
        if comparing.comparison is not None and index is not None:
            return comparing.comparison.articles[index].blocks
        stored = self._session.stories.article(article_id)
        return () if stored is None else find_blocks(stored.article)

    def _readings(self, article_id: str) -> tuple[Span, ...]:
        comparing = self._session.comparing
        index = comparing.index_of(article_id)
        if comparing.comparison is None or index is None:
            return ()
        return tuple(
            reading.span
            for passage in comparing.comparison.passages
            for reading in passage.readings
            if reading.article == index
        )
