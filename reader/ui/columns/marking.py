"""Carries what the session knows to the columns: marks, ribbons, shares, stripes, reasons."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.core.comparison import Comparison
from reader.ui.appearance import Appearance
from reader.ui.columns.desk import Desk
from reader.ui.columns.marks.tones import Tones
from reader.ui.columns.plan.bands import Attention, Note, Showing, stripes
from reader.ui.columns.plan.bridges import Bridge, active_bridges
from reader.ui.columns.plan.marked import Marked, Marks, Pairs, Standing, mark
from reader.ui.columns.plan.reasons import reasons
from reader.ui.jobs import Asking
from reader.ui.session import Session
from reader.ui.steps import Steps, Turns


class Marking(QObject):
    """Knows which facts go to which column; what takes long is done off the GUI thread."""

    marked = Signal()
    """What ties the columns is known anew; their marks follow, a column a turn."""

    def __init__(
        self,
        session: Session,
        appearance: Appearance,
        desk: Desk,
        turns: Turns,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._appearance = appearance
        self._desk = desk
        self._steps = Steps(turns, self)
        self._asking = Asking(self, patient=True)
        self._asking.answered.connect(self._put_on)
        self._asking.failed.connect(session.comparing.failed)
        self._pairs: Mapping[tuple[str, str], Pairs] = {}
        self._attended: int | None = None
        """The active passage, where the board shows a reading of it."""

    @property
    def comparison(self) -> Comparison | None:
        return self._session.comparing.comparison

    def showing(self) -> Showing:
        """Which marks are wanted now."""
        board, comparing = self._session.board, self._session.comparing
        indices = (comparing.index_of(key) for key in self._desk.frames)
        emphasis = board.emphasis
        return Showing(
            articles=frozenset(index for index in indices if index is not None),
            base=comparing.index_of(board.base or ""),
            relations=emphasis.relations,
            kinds=emphasis.kinds,
            conflicts=emphasis.conflicts,
            only=emphasis.only,
            possible=emphasis.possible,
        )

    # ---- asked for, worked out elsewhere, and put on a column at a time

    @property
    def running(self) -> bool:
        return self._asking.running or self._steps.running

    def mark(self) -> None:
        """Marks, ribbons and the bars in the heads as they are now."""
        self._asking.cancel()  # what is under way may be about texts that are gone
        self._steps.ask("ask", self._ask)

    def finish(self) -> None:
        """Have every mark in its place now; for whoever cannot wait."""
        if self._asking.running:
            self._asking.cancel()
            self._put_on(self._question()())
        while self._steps.running:
            self._steps.finish()
            if self._asking.running:
                self._asking.cancel()
                self._put_on(self._question()())

    def stop(self) -> None:
        """Drop what is under way; for closing."""
        self._steps.stop()
        self._asking.finish()

    def _ask(self) -> None:
        if self.comparison is None:
            self._asking.cancel()
            self._put_on(Marks())
        else:
            question = self._question()
            self._asking.ask(lambda cancelled, _progress: question(cancelled))

    def _question(self) -> Callable[..., Marks]:
        comparison, comparing = self.comparison, self._session.comparing
        if comparison is None:
            return Marks
        board = [
            Standing(key, index, frame.column.text)
            for key, frame in self._desk.frames.items()
            if (index := comparing.index_of(key)) is not None
        ]
        return partial(mark, comparison, board, self.showing())

    def _put_on(self, marks: object) -> None:
        assert isinstance(marks, Marks)
        self._pairs = marks.pairs
        for key in self._desk.frames:
            put = partial(self._mark, key, marks.columns.get(key), self.comparison)
            self._steps.ask(f"mark {key}", put)
        for number, keys in enumerate(itertools.pairwise(self._desk.frames)):
            ties = marks.bridges.get(keys, ())
            self._steps.ask(f"tie {number}", partial(self._tie, number, keys, ties))
        self.marked.emit()

    def _mark(self, key: str, marked: Marked | None, of: Comparison | None) -> None:
        """Put marks on a column, unless another comparison has come or gone meanwhile."""
        frame, index = self._desk.frames.get(key), self._session.comparing.index_of(key)
        if frame is None or of is not self.comparison:
            return
        found = marked or Marked()
        if found.paragraphs:
            frame.column.set_paragraphs(found.paragraphs)
        frame.column.set_bands(found.bands)
        if index is not None:
            frame.column.set_reasons(partial(self._why, index))
        frame.column.setAccessibleDescription(found.told)
        frame.header.show_shares(found.shares, Tones(self._appearance.theme))
        self._steps.ask(f"overview {key}", partial(self._survey, key))

    def _survey(self, key: str) -> None:
        """Renew a column's overview, unless the column is gone by now."""
        frame = self._desk.frames.get(key)
        if frame is not None:
            frame.overview.refresh_bands()

    def _tie(self, number: int, keys: tuple[str, str], ties: tuple[Bridge, ...]) -> None:
        if number < len(self._desk.gutters) and self._keys_of(number) == keys:
            self._desk.gutters[number].set_bridges(ties)
            self._tie_active(number)

    def _keys_of(self, gutter: int) -> tuple[str, str]:
        return list(itertools.pairwise(self._desk.frames))[gutter]

    # ---- done at once

    def attend(self) -> None:
        """The active passage stands out and the rest steps back; if it stands in no column of the
        board, nothing does.
        """
        active = self._session.passages.active
        places = () if active is None else self._session.passages.places(active)
        self._attended = active if any(key in self._desk.frames for key, _ in places) else None
        for key, frame in self._desk.frames.items():
            readings = tuple(span for place, span in places if place == key)
            frame.column.set_attention(Attention(readings, self._attended is not None))
            frame.overview.refresh_attention()
        for number in range(len(self._desk.gutters)):
            self._tie_active(number)

    def _tie_active(self, number: int) -> None:
        comparing, comparison = self._session.comparing, self.comparison
        active = self._attended
        gutter = self._desk.gutters[number]
        one, other = self._keys_of(number)
        left, right = comparing.index_of(one), comparing.index_of(other)
        if comparison is None or active is None or left is None or right is None:
            gutter.set_active((), fading=False)
        else:
            own = active_bridges(comparison, left, right, active, gutter.bridges)
            gutter.set_active(own, fading=True)

    def note(self) -> None:
        """The person's stripes."""
        notes = self._session.notes
        for key, frame in self._desk.frames.items():
            own = [
                Note(
                    annotation.id,
                    span,
                    tuple(tag.colour for t in annotation.tag_ids if (tag := notes.tag(t))),
                    self._told(annotation.note, annotation.tag_ids),
                )
                for annotation, span in notes.on(key)
            ]
            found = stripes(own, notes.active)
            if found != frame.column.stripes:
                frame.column.set_stripes(found)
                frame.overview.refresh_notes()

    def _told(self, note: str, tag_ids: Sequence[str]) -> str:
        names = [tag.name for t in tag_ids if (tag := self._session.notes.tag(t))]
        return ": ".join(part for part in (", ".join(names), note) if part)

    # ---- asked

    def pairs(self, one: str, other: str) -> Pairs:
        """Linked readings of two columns, for scrolling together."""
        return self._pairs.get((one, other), ())

    def _why(self, article: int, offset: int) -> Sequence[str]:
        comparison = self.comparison
        if comparison is None or article >= len(comparison.articles):
            return ()
        return reasons(comparison, article, offset, self.showing(), self._names())

    def _names(self) -> list[str]:
        names: list[str] = []
        for key in self._session.comparing.ids:
            stored = self._session.stories.article(key)
            article = stored.article if stored else None
            names.append(
                "?" if article is None else article.outlet or article.title or article.name
            )
        return names
