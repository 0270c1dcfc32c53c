"""The columns side by side: kept in order, made and taken away one by one, scrolled sideways."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QCursor,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollBar, QWidget

from reader.ui.appearance import Appearance
from reader.ui.columns.frame import Frame
from reader.ui.columns.marks.tones import Tones
from reader.ui.columns.moving.dragging import DropMark, EdgeScroll
from reader.ui.columns.plan.placing import (
    GUTTER,
    Placing,
    nearest_stop,
    place,
    scroll_to_show,
    stretch_to_show,
    whole_column,
)
from reader.ui.columns.reveal import Glide, Move
from reader.ui.columns.ribbons import Ribbons

_BAR: Final = 10
_REST_MS: Final = 160
"""After this pause in scrolling sideways, columns come to stand whole."""


class Desk(QWidget):
    """Frames from left to right with a gutter between neighbours; never rebuilds what stays."""

    arranged = Signal()
    """Columns have other widths or neighbours."""
    moved = Signal(str, int)
    """A column was dragged to another place from the left."""
    passage_wanted = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._frames: dict[str, Frame] = {}
        self._gutters: list[Ribbons] = []
        self._placing = Placing((), 0, 0)
        self._view = 0
        self._pinned: str | None = None
        self._bar = QScrollBar(Qt.Orientation.Horizontal, self)
        self._bar.setAccessibleName("Sideways along the columns")
        self._bar.valueChanged.connect(self._put)
        self._bar.actionTriggered.connect(self._on_scrolled_by_hand)
        self._bar.sliderReleased.connect(self._on_scrolled_by_hand)
        self._glide = Glide(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.stand_whole)
        self._drop_mark = DropMark(appearance, self._boxes, self)
        self._edge = EdgeScroll(self)
        self._edge.wanted.connect(self._on_edge)

    @property
    def frames(self) -> dict[str, Frame]:
        """Frames by article id, from left to right."""
        return self._frames

    @property
    def gutters(self) -> Sequence[Ribbons]:
        return self._gutters

    @property
    def sideways(self) -> int:
        """How far the columns are scrolled to the left, in pixels."""
        return self._bar.value()

    def scroll_sideways(self, position: float) -> None:
        self._bar.setValue(round(position))

    def stand_whole(self) -> None:
        """Come to the nearest place where the columns in view are whole."""
        stops = self._placing.stops(self.width())
        if self._bar.isVisible() and not self._bar.isSliderDown() and stops:
            here = self.sideways
            end = float(stops[nearest_stop(stops, here)])
            move = Move(float(here), end, self.scroll_sideways)
            self._glide.go([move], calm=self._appearance.calm)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing goes on by itself out of sight, or when the window closes."""
        self._rest.stop()
        self._edge.stop()
        self._glide.stop()

    def set_columns(self, article_ids: Sequence[str], make: Callable[[str], Frame]) -> None:
        """Show these articles in this order; frames that are there already stay as they are."""
        before = self._frames
        self._frames = {key: before[key] if key in before else make(key) for key in article_ids}
        for key, frame in before.items():
            if self._frames.get(key) is not frame:
                self._discard(frame)
        for key, frame in self._frames.items():
            if before.get(key) is not frame:
                self._take_in(key, frame)
        self._renew_gutters()
        self._follow_in_tab_order()
        self.arrange()

    def replace(self, article_id: str, frame: Frame) -> None:
        """Another text of the same article."""
        old = self._frames[article_id]
        self._frames[article_id] = frame
        self._take_in(article_id, frame)
        self._discard(old)
        self._renew_gutters()
        self.arrange()

    def _take_in(self, article_id: str, frame: Frame) -> None:
        frame.setParent(self)
        frame.show()
        frame.column.tabbed.connect(partial(self._bring, article_id))

    def _bring(self, article_id: str) -> None:
        """Have a column in view; not while others come and go, when Qt passes the keyboard on."""
        if len(self._placing.lefts) == len(self._frames):
            self.scroll_sideways(self.sideways_to_show([article_id]))

    def pin(self, article_id: str | None) -> None:
        """Keep this column in view at the left while the others scroll; None for none."""
        if article_id != self._pinned:
            self._pinned = article_id
            self.arrange()

    @property
    def pinned(self) -> str | None:
        return self._pinned if self._pinned in self._frames else None

    def _discard(self, frame: Frame) -> None:
        frame.column.stop()
        frame.column.blockSignals(True)
        frame.hide()
        frame.deleteLater()

    def _renew_gutters(self) -> None:
        """One gutter between neighbours; those whose neighbours are the same stay."""
        known = {gutter.columns: gutter for gutter in self._gutters}
        frames = list(self._frames.values())
        self._gutters = []
        for left, right in itertools.pairwise(frames):
            pair = (left.column, right.column)
            gutter = known.pop(pair, None)
            if gutter is None:
                gutter = Ribbons(*pair, Tones(self._appearance.theme), self)
                gutter.passage_wanted.connect(self.passage_wanted)
                gutter.show()
            self._gutters.append(gutter)
        for gutter in known.values():
            gutter.let_go()
            gutter.hide()
            gutter.deleteLater()

    def _follow_in_tab_order(self) -> None:
        """Tab goes from text to text; the heads' menus come after them."""
        frames = self._frames.values()
        stops = [*(f.column for f in frames), *(f.header.menu_button for f in frames)]
        for one, other in itertools.pairwise(stops):
            QWidget.setTabOrder(one, other)

    # ---- places

    def arrange(self) -> None:
        """Give every column its place and width."""
        frames = list(self._frames.values())
        if not frames:
            self._bar.hide()
            return
        before = self._placing.stops(self._view) if self._placing.lefts else (0,)
        first = nearest_stop(before, self.sideways)
        widest = max(frame.widest() for frame in frames)
        narrowest = max(frame.narrowest() for frame in frames)
        self._view = self.width()
        self._placing = place(self._view, len(frames), widest, narrowest)
        overflow = self._placing.total - self._view
        self._bar.setVisible(overflow > 0)
        self._bar.setRange(0, max(0, overflow))
        self._bar.setPageStep(self._view)
        self._bar.setSingleStep(self._placing.width + GUTTER)
        self._bar.setGeometry(0, self.height() - _BAR, self._view, _BAR)
        stops = self._placing.stops(self._view)
        self._bar.setValue(stops[min(first, len(stops) - 1)])
        self._put()
        self.arranged.emit()

    def _put(self) -> None:
        height = self.height() - (_BAR if self._bar.isVisible() else 0)
        head = max((f.header.sizeHint().height() for f in self._frames.values()), default=0)
        rights: list[int] = []
        for (key, frame), left in zip(self._frames.items(), self._placing.lefts, strict=True):
            at = left - self._bar.value()
            if key == self.pinned:
                at = max(at, 0)
                frame.raise_()
            if frame.header.height() != head:
                frame.header.setFixedHeight(head)
            frame.setGeometry(at, 0, self._placing.width, height)
            rights.append(at + self._placing.width)
        for gutter, right in zip(self._gutters, rights, strict=False):
            gutter.setGeometry(right, head, GUTTER, height - head)
            if gutter.columns[0] is self._pinned_column():
                gutter.raise_()

    def _pinned_column(self) -> QWidget | None:
        return self._frames[self.pinned].column if self.pinned is not None else None

    def sideways_to_show(self, article_ids: Sequence[str]) -> float:
        """The sideways scroll that has these columns in view, or as many as there is room for;
        the first are the weightiest.
        """
        lefts = dict(zip(self._frames, self._placing.lefts, strict=True))
        wanted = [
            (lefts[key], lefts[key] + self._placing.width)
            for key in article_ids
            if key in lefts and key != self.pinned
        ]
        if not wanted:
            return float(self.sideways)
        covered = self._placing.width + GUTTER if self.pinned is not None else 0
        left, right = stretch_to_show(wanted, self.width() - covered)
        shown = scroll_to_show(max(left - covered, 0), right, self.sideways, self.width())
        if shown == self.sideways:
            return float(shown)
        return float(whole_column(self._placing.stops(self.width()), self.sideways, shown))

    # ---- dragging a column by its head

    def _boxes(self) -> list[QRect]:
        return [frame.geometry() for frame in self._frames.values()]

    def drag(self, point: QPoint) -> None:
        """Show where a column dragged to a global point would come to stand."""
        self._drop_mark.show_under(point)
        self._edge.watch(point)

    def call_off_drag(self) -> None:
        self._drop_mark.hide()
        self._edge.stop()

    def drop(self, article_id: str, point: QPoint) -> None:
        """A drag has ended here; outside the desk it comes to nothing."""
        self.call_off_drag()
        number = self._drop_mark.place_under(point)
        if number is not None:
            before = list(self._frames).index(article_id)
            self.moved.emit(article_id, number - 1 if number > before else number)

    def _on_edge(self, by: int) -> None:
        """The next column beyond a side, while a drag rests there."""
        stops = self._placing.stops(self.width())
        number = nearest_stop(stops, self.sideways) + by
        self.scroll_sideways(stops[min(max(number, 0), len(stops) - 1)])
        self._drop_mark.show_under(QCursor.pos())

    # ---- what a person does

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta()
        across = delta.x() or (
            delta.y() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0
        )
        if across and self._bar.isVisible():
            self._glide.stop()
            self._bar.setValue(self._bar.value() - across)
            self._rest.start()
            event.accept()
        else:
            event.ignore()

    def _on_scrolled_by_hand(self) -> None:
        self._glide.stop()
        self._rest.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), QColor(self._appearance.theme.surface["chrome"]))
