"""Where columns stand in the view: side by side, scrolled sideways, some of them stepped aside."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from reader.ui.appearance import Appearance
from reader.ui.columns.frame import Frame
from reader.ui.columns.plan.placing import (
    GUTTER,
    Placing,
    between,
    nearest_stop,
    place,
    scroll_to_show,
    stretch_to_show,
    whole_column,
)
from reader.ui.columns.plan.standing import aside_for
from reader.ui.columns.reveal import Glide, Move
from reader.ui.columns.ribbons import Ribbons
from reader.ui.columns.spine import Spine

_BAR: Final = 10
_MEANT: Final = 40
"""Pixels of a wheel from which one goes on to the next column instead of back."""
_REST_MS: Final = 160
"""After this pause in scrolling sideways, columns come to stand whole."""


class Row(QObject):
    """Gives frames and the gutters between them their places on a desk."""

    brought_back = Signal(str)
    """A person wants a column that has stepped aside."""

    def __init__(self, appearance: Appearance, desk: QWidget) -> None:
        super().__init__(desk)
        self._appearance = appearance
        self._desk = desk
        self._frames: Mapping[str, Frame] = {}
        self._gutters: Sequence[Ribbons] = ()
        self._placing = Placing((), 0, 0)
        self._view = 0
        self._pinned: str | None = None
        self._aside: frozenset[str] = frozenset()
        self._beside: tuple[str, ...] = ()
        """The columns of the passage for which others have stepped aside, the weightiest first."""
        self._spines: dict[str, Spine] = {}
        self._slide_from: dict[str, int] = {}
        """Left edges in the view from which columns are on their way; empty while they stand."""
        self._slid = 1.0
        self._bar = QScrollBar(Qt.Orientation.Horizontal, desk)
        self._bar.setAccessibleName("Sideways along the columns")
        self._bar.valueChanged.connect(self.put)
        self._bar.actionTriggered.connect(self._on_scrolled_by_hand)
        self._bar.sliderReleased.connect(self._on_scrolled_by_hand)
        self._glide = Glide(self)
        self._began: int | None = None
        """Where a wheel began to scroll sideways, until the columns stand again."""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.stand_whole)

    # ---- what stands in it

    def set_frames(self, frames: Mapping[str, Frame], gutters: Sequence[Ribbons]) -> None:
        """These columns from left to right, and the gutters between them."""
        self._frames, self._gutters = frames, gutters
        self._aside &= frozenset(frames)
        for key in [key for key in self._spines if key not in frames]:
            spine = self._spines.pop(key)
            spine.hide()
            spine.deleteLater()
        self.arrange()

    @property
    def spines(self) -> dict[str, Spine]:
        """What is left of the columns that have stepped aside, by article id."""
        return {key: spine for key, spine in self._spines.items() if key in self._aside}

    def pin(self, article_id: str | None) -> None:
        """Keep this column in view at the left while the others scroll; None for none."""
        if article_id != self._pinned:
            self._pinned = article_id
            self.arrange()

    @property
    def pinned(self) -> str | None:
        return self._pinned if self._pinned in self._frames else None

    # ---- places

    def arrange(self) -> None:
        """Give every column its place and width."""
        if not self._frames:
            self._bar.hide()
            return
        frames = self._frames.values()
        before = self._placing.stops(self._view) if self._placing.lefts else (0,)
        first = nearest_stop(before, self.sideways)
        widest = max(frame.widest() for frame in frames)
        narrowest = max(frame.narrowest() for frame in frames)
        self._view = self._desk.width()
        self._placing = place(self._view, len(frames), widest, narrowest)
        # Where all have room, none need make way.
        self._set_aside(self._aside if self._placing.total > self._view else frozenset())
        stops = self._placing.stops(self._view)
        self._bar.setValue(stops[min(first, len(stops) - 1)])
        self._slide(1.0)

    def _set_aside(self, aside: frozenset[str], passage: Collection[str] | None = None) -> None:
        """Which columns are spines; `passage` are those that have the passage in question."""
        self._aside = aside
        self._beside = self._beside if passage is None else tuple(passage)
        numbers = {key: number for number, key in enumerate(self._frames)}
        beside = [numbers[key] for key in self._beside if key in numbers and key != self.pinned]
        spines = {numbers[key] for key in aside}
        self._placing = self._placing.with_aside(spines, self._view, beside, self._covered())
        for key, frame in self._frames.items():
            if key in aside:
                self._tell(key, passage)
            frame.setVisible(key not in aside)
        for key, spine in self._spines.items():
            spine.setVisible(key in aside)
        for gutter, (left, right) in zip(self._gutters, pairwise(self._frames), strict=True):
            gutter.setVisible(left not in aside and right not in aside)
        overflow = self._placing.total - self._view
        self._bar.setVisible(overflow > 0)
        self._bar.setRange(0, max(0, overflow))
        self._bar.setPageStep(self._view)
        self._bar.setSingleStep(self._placing.width + GUTTER)
        self._bar.setGeometry(0, self._desk.height() - _BAR, self._view, _BAR)

    def _tell(self, key: str, passage: Collection[str] | None) -> None:
        """The spine says whose it is; whether it has the passage stays where that is not told."""
        spine = self._spines.get(key)
        if spine is None:
            spine = self._spines[key] = Spine(self._desk)
            spine.wanted.connect(partial(self._on_wanted, key))
        has = spine.has_passage if passage is None else key in passage
        spine.show_column(self._frames[key].header.name, self._appearance.theme, has_passage=has)

    def put(self) -> None:
        """Every column, gutter and spine to where it stands, or is on its way."""
        height = self._desk.height() - (_BAR if self._bar.isVisible() else 0)
        head = max((f.header.sizeHint().height() for f in self._frames.values()), default=0)
        lefts = self.lefts()
        for key, frame in self._frames.items():
            if key == self.pinned:
                frame.raise_()
            if frame.header.height() != head:
                frame.header.setFixedHeight(head)
            frame.setGeometry(lefts[key], 0, self._placing.width, height)
            if key in self._aside:
                self._spines[key].stand(lefts[key], self._placing.spine, height, head)
        for gutter, key in zip(self._gutters, self._frames, strict=False):
            gutter.setGeometry(lefts[key] + self._placing.width, head, GUTTER, height - head)
            if key == self.pinned:
                gutter.raise_()

    def lefts(self) -> dict[str, int]:
        """Where each column begins in the view, in pixels."""
        lefts: dict[str, int] = {}
        for key, left in zip(self._frames, self._placing.lefts, strict=True):
            at = left - self.sideways
            if key == self.pinned:
                at = max(at, 0)
            if key in self._slide_from:
                at = round(between(self._slide_from[key], at, self._slid))
            lefts[key] = at
        return lefts

    def boxes(self) -> list[QRect]:
        """Where columns and spines stand in the view, from left to right, in pixels."""
        height = self._desk.height()
        return [
            QRect(left, 0, self._placing.breadth(number), height)
            for number, left in enumerate(self.lefts().values())
        ]

    def _slide(self, share: float) -> None:
        """Columns are that far on their way to where they will stand."""
        self._slid = share
        if share >= 1.0:
            self._slide_from = {}
        self.put()

    # ---- sideways

    @property
    def sideways(self) -> int:
        """How far the columns are scrolled to the left, in pixels."""
        return self._bar.value()

    def scroll_sideways(self, position: float) -> None:
        self._bar.setValue(round(position))

    def scroll_by_hand(self, across: int) -> bool:
        """By that many pixels, as a wheel asks for; False where there is nowhere to go."""
        if not self._bar.isVisible():
            return False
        if self._began is None:
            self._began = self.sideways
        self._bar.setValue(self._bar.value() - across)
        self._on_scrolled_by_hand()
        return True

    def _on_scrolled_by_hand(self) -> None:
        self._glide.stop()
        self._slide(1.0)
        self._rest.start()

    def step_sideways(self, by: int) -> None:
        """To the next place where columns stand whole, that many to the right."""
        stops = self._placing.stops(self._view)
        number = nearest_stop(stops, self.sideways) + by
        self.scroll_sideways(stops[min(max(number, 0), len(stops) - 1)])

    def stand_whole(self) -> None:
        """Come to the nearest place where the columns in view are whole."""
        stops = self._placing.stops(self._view)
        if self._bar.isVisible() and not self._bar.isSliderDown() and stops:
            here = self.sideways
            began, self._began = self._began, None
            if began is None or abs(here - began) < _MEANT:
                end = stops[nearest_stop(stops, here)]
            else:
                end = whole_column(stops, began, here)
            self._go([Move(float(here), float(end), self.scroll_sideways)])

    def rest(self) -> None:
        """Nothing goes on by itself out of sight, or when the window closes."""
        self._rest.stop()
        self._began = None
        self._glide.stop()
        if self._slide_from:
            self._slide(1.0)

    def _go(self, moves: Sequence[Move]) -> None:
        self._glide.go(moves, calm=self._appearance.calm)

    # ---- bringing columns into view

    def moves_to_show(
        self, article_ids: Sequence[str], *, kept: Collection[str] | None = None
    ) -> list[Move]:
        """What brings these columns into view, the weightiest first.

        Where `kept` is given they have a passage in common, and others step aside where that lets
        more of them stand side by side, but for the kept ones; else all stay as they stand.
        """
        if len(self._placing.lefts) != len(self._frames):
            return []  # columns come and go: Qt passes the keyboard on
        if kept is None:
            aside = self._aside.difference(article_ids)
            return self._moves(aside, article_ids, None)
        stays = {*kept, *(key for key, frame in self._frames.items() if _has_keyboard(frame))}
        if self.pinned is not None:
            stays.add(self.pinned)
        passage = [key for key in article_ids if key in self._frames and key != self.pinned]
        view = self._view - self._covered()
        aside = aside_for(list(self._frames), passage, view, self._placing.width, stays)
        return self._moves(aside, article_ids, article_ids)

    def _moves(
        self, aside: frozenset[str], shown: Sequence[str], passage: Sequence[str] | None
    ) -> list[Move]:
        before = self.lefts()
        changed = aside != self._aside or bool(self._slide_from)
        self._set_aside(aside, passage)
        position = self._sideways_to_show(shown)
        if not changed:
            return [Move(float(self.sideways), position, self.scroll_sideways)]
        self._slide_from, self._slid = before, 0.0
        self.scroll_sideways(position)
        self.put()
        return [Move(0.0, 1.0, self._slide)]

    def show_now(self, article_ids: Sequence[str]) -> None:
        """Have these columns in view at once."""
        for move in self.moves_to_show(article_ids):
            move.put(move.end)

    def bring_back(self, shown: Sequence[str]) -> None:
        """All columns stand again; these stay in view."""
        if self._aside:
            self._go(self._moves(frozenset(), shown, None))

    def _on_wanted(self, key: str) -> None:
        self._go(self.moves_to_show([key]))
        self.brought_back.emit(key)

    def _sideways_to_show(self, article_ids: Sequence[str]) -> float:
        """The sideways scroll that has these columns in view, or as many as there is room for."""
        numbers = {key: number for number, key in enumerate(self._frames)}
        wanted = [
            (self._placing.lefts[numbers[key]], self._placing.right(numbers[key]))
            for key in article_ids
            if key in numbers and key != self.pinned and key not in self._aside
        ]
        if not wanted:
            return float(self.sideways)
        left, right = stretch_to_show(wanted, self._view - self._covered())
        shown = scroll_to_show(max(left - self._covered(), 0), right, self.sideways, self._view)
        if shown == self.sideways:
            return float(shown)
        return float(whole_column(self._placing.stops(self._view), self.sideways, shown))

    def _covered(self) -> int:
        """How much of the view the pinned column takes, in pixels."""
        return self._placing.width + GUTTER if self.pinned is not None else 0


def _has_keyboard(frame: Frame) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and frame.isAncestorOf(focus)
