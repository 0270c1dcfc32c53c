"""The desk that columns stand on: made and taken away one by one, dragged to other places."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QCursor,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from reader.ui.appearance import Appearance
from reader.ui.columns.dragging import DropMark, EdgeScroll
from reader.ui.columns.frame import Frame
from reader.ui.columns.marks.tones import Tones
from reader.ui.columns.ribbons import Ribbons
from reader.ui.columns.row import Row


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
        self.row = Row(appearance, self)
        self._drop_mark = DropMark(appearance, self.row.boxes, self)
        self._edge = EdgeScroll(self)
        self._edge.wanted.connect(self._on_edge)

    @property
    def frames(self) -> dict[str, Frame]:
        """Frames by article id, from left to right."""
        return self._frames

    @property
    def gutters(self) -> Sequence[Ribbons]:
        return self._gutters

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing goes on by itself out of sight, or when the window closes."""
        self._edge.stop()
        self.row.rest()

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
        self.row.set_frames(self._frames, self._gutters)
        self.arranged.emit()

    def replace(self, article_id: str, frame: Frame) -> None:
        """Another text of the same article."""
        old = self._frames[article_id]
        self._frames[article_id] = frame
        self._take_in(article_id, frame)
        self._discard(old)
        self._renew_gutters()
        self.row.set_frames(self._frames, self._gutters)
        self.arranged.emit()

    def arrange(self) -> None:
        """Give every column its place and width."""
        self.row.arrange()
        self.arranged.emit()

    def _take_in(self, article_id: str, frame: Frame) -> None:
        frame.setParent(self)
        frame.show()
        frame.column.tabbed.connect(partial(self.row.show_now, [article_id]))

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

    # ---- dragging a column by its head

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
        self.row.step_sideways(by)
        self._drop_mark.show_under(QCursor.pos())

    # ---- what a person does

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta()
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        across = delta.x() or (delta.y() if shift else 0)
        event.setAccepted(bool(across) and self.row.scroll_by_hand(across))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), QColor(self._appearance.theme.surface["chrome"]))
