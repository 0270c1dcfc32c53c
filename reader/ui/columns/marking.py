"""Carries what the session knows to the columns: marks, ribbons, shares, stripes, reasons."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from reader.core.comparison import Comparison
from reader.core.difference.divergence import Verdict
from reader.core.text.span import Span
from reader.ui.appearance import Appearance
from reader.ui.columns.bands import Attention, Bands, Note, Showing, bands, stripes
from reader.ui.columns.bridges import active_bridges, bridges
from reader.ui.columns.desk import Desk
from reader.ui.columns.reasons import reasons
from reader.ui.columns.shares import Shares, shares
from reader.ui.columns.steps import Steps
from reader.ui.columns.tones import Tones
from reader.ui.session import Session


class Marking(QObject):
    """Knows which facts go to which column; what takes long is done a column at a time."""

    def __init__(
        self, session: Session, appearance: Appearance, desk: Desk, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._appearance = appearance
        self._desk = desk
        self.steps = Steps(self)

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

    # ---- asked for, and done in steps

    def mark(self) -> None:
        """Marks and ribbons as they are now."""
        for key in self._desk.frames:
            self.steps.ask(f"mark {key}", partial(self._mark, key))
        for number in range(len(self._desk.gutters)):
            self.steps.ask(f"tie {number}", partial(self._tie, number))

    def share(self) -> None:
        """Roles of blocks and the bars in the heads."""
        for key in self._desk.frames:
            self.steps.ask(f"share {key}", partial(self._share, key))

    def _mark(self, key: str) -> None:
        frame = self._desk.frames.get(key)
        if frame is None:
            return
        comparison, index = self.comparison, self._session.comparing.index_of(key)
        if comparison is None or index is None:
            frame.column.set_bands(Bands())
        else:
            frame.column.set_bands(bands(comparison, index, frame.column.text, self.showing()))
            frame.column.set_reasons(partial(self._why, index))
            frame.column.setAccessibleDescription(self._in_words(comparison, index))
        frame.overview.refresh()

    def _in_words(self, comparison: Comparison, index: int) -> str:
        """What is marked in an article, for whoever cannot see marks."""
        own = [p for p in comparison.passages if any(r.article == index for r in p.readings)]
        shared = sum(1 for passage in own if passage.shared_by > 1)
        conflicts = sum(1 for passage in own if passage.verdict is Verdict.CONFLICT)
        return (
            f"{shared} passages shared with other articles, {conflicts} of them in conflict, "
            f"{len(own) - shared} only here. The passages list says which."
        )

    def _share(self, key: str) -> None:
        frame = self._desk.frames.get(key)
        if frame is None:
            return
        tones = Tones(self._appearance.theme)
        comparison, index = self.comparison, self._session.comparing.index_of(key)
        if comparison is None or index is None:
            frame.header.show_shares(Shares(), tones)
        else:
            frame.column.set_blocks(comparison.articles[index].blocks)
            frame.header.show_shares(shares(comparison, index, self.showing()), tones)

    def _tie(self, number: int) -> None:
        pairs = list(itertools.pairwise(self._desk.frames))
        if number >= len(pairs):
            return
        comparing, comparison = self._session.comparing, self.comparison
        left, right = (comparing.index_of(key) for key in pairs[number])
        gutter = self._desk.gutters[number]
        if comparison is None or left is None or right is None:
            gutter.set_bridges(())
        else:
            gutter.set_bridges(bridges(comparison, left, right, self.showing()))
        self._tie_active(number)

    # ---- done at once

    def attend(self) -> None:
        """The active passage stands out and the rest steps back."""
        active = self._session.passages.active
        places = () if active is None else self._session.passages.places(active)
        for key, frame in self._desk.frames.items():
            readings = tuple(span for place, span in places if place == key)
            frame.column.set_attention(Attention(readings, active is not None))
            frame.overview.refresh_attention()
        for number in range(len(self._desk.gutters)):
            self._tie_active(number)

    def _tie_active(self, number: int) -> None:
        comparing, comparison = self._session.comparing, self.comparison
        active = self._session.passages.active
        gutter = self._desk.gutters[number]
        one, other = list(itertools.pairwise(self._desk.frames))[number]
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
            frame.column.set_stripes(stripes(own, notes.active))
            frame.overview.refresh()

    def _told(self, note: str, tag_ids: Sequence[str]) -> str:
        names = [tag.name for t in tag_ids if (tag := self._session.notes.tag(t))]
        return ": ".join(part for part in (", ".join(names), note) if part)

    # ---- asked

    def pairs(self, one: str, other: str) -> list[tuple[Span, Span]]:
        """Linked readings of two columns, for scrolling together."""
        comparison, comparing = self.comparison, self._session.comparing
        left, right = comparing.index_of(one), comparing.index_of(other)
        if comparison is None or left is None or right is None:
            return []
        found = bridges(comparison, left, right, Showing(frozenset({left, right})))
        return [(bridge.left, bridge.right) for bridge in found]

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
