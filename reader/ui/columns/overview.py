"""The strip beside a column that shows all of it: its marks and the part in view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QWidget

from reader.core.difference.divergence import Verdict
from reader.core.matching.link import Relation
from reader.core.text.span import Span
from reader.ui.columns.column import Column
from reader.ui.columns.marks.tones import Tones
from reader.ui.columns.plan.heights import Heights

WIDTH: Final = 14
_EXACT: Final = 400
"""Marks up to this number are placed by their lines, more by their paragraphs' heights."""
_LEAST_FRAME: Final = 8
"""Pixels that the frame around what is in view has at least, however long the article is."""
_FADED: Final = 0.4
_PLACES: Final = 2_000
"""How many places are told apart then: more than the strip has pixels."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the strip, in shares of the column's height; `kind` is its role in the theme."""

    top: float
    bottom: float
    kind: str


class Overview(QWidget):
    """Follows a column; a click or drag brings that part of the article into view."""

    height_wanted = Signal(float)
    """The height of the text that should stand in the middle of the view."""

    def __init__(self, column: Column, tones: Tones, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = column
        self._tones = tones
        self._layers: dict[str, tuple[Tick, ...]] = {"bands": (), "notes": (), "hits": ()}
        self._pictures: dict[str, QPixmap] = {}
        self._active: tuple[Tick, ...] = ()
        self._seen = (0.0, 1.0)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName("Overview of the whole article")
        self.setToolTip("The whole article; click to come to a place")
        column.scrolled.connect(self._on_scrolled)
        column.settled.connect(self.refresh)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        return tuple(tick for layer in self._layers.values() for tick in layer)

    @property
    def active(self) -> tuple[Tick, ...]:
        """Where the active passage stands."""
        return self._active

    def set_tones(self, tones: Tones) -> None:
        if tones == self._tones:
            return
        self._tones = tones
        self._pictures.clear()
        self.update()

    def refresh(self) -> None:
        """Place the column's marks anew."""
        self.refresh_bands()
        self.refresh_notes()
        self.refresh_hits()
        self.refresh_attention()

    def refresh_bands(self) -> None:
        """The machine's marks are others."""
        bands = self._column.bands
        wanted = [
            *((run.span, run.relations[0].value) for run in bands.runs),
            *((bar.span, "only") for bar in bands.bars),
            *((b.span, "conflict") for b in bands.boxes if b.verdict is Verdict.CONFLICT),
        ]
        self._set("bands", wanted)

    def refresh_notes(self) -> None:
        """The person's notes are others."""
        self._set("notes", [(stripe.note.span, "note") for stripe in self._column.stripes])

    def refresh_hits(self) -> None:
        """What was found is other."""
        self._set("hits", [(hit, "find") for hit in self._column.hits])

    def refresh_attention(self) -> None:
        """The active passage is another; the other marks stay where they are."""
        self._active = self._placed([(r, "active") for r in self._column.attention.readings])
        self.update()

    def _set(self, layer: str, wanted: Sequence[tuple[Span, str]]) -> None:
        self._layers[layer] = self._placed(wanted)
        self._pictures.pop(layer, None)
        self.update()

    def _placed(self, wanted: Sequence[tuple[Span, str]]) -> tuple[Tick, ...]:
        if self._column.is_settled and len(wanted) <= _EXACT:
            return self._placed_by_lines(wanted)
        return self._placed_by_paragraphs(wanted)

    def _placed_by_lines(self, wanted: Sequence[tuple[Span, str]]) -> tuple[Tick, ...]:
        height = max(self._column.height_of_text, 1.0)
        ticks: list[Tick] = []
        for span, kind in wanted:
            extent = self._column.extent(span)
            if extent is not None:
                ticks.append(Tick(extent[0] / height, extent[1] / height, kind))
        return tuple(ticks)

    def _placed_by_paragraphs(self, wanted: Sequence[tuple[Span, str]]) -> tuple[Tick, ...]:
        """Thousands of marks: one of a kind at each place that can be told from the next."""
        height = max(self._column.height_of_text, 1.0)
        heights = self._column.heights or self._by_share()
        ticks: dict[tuple[int, str], tuple[float, float]] = {}
        for span, kind in wanted:
            top, bottom = heights.at(span.start) / height, heights.at(span.end) / height
            place = round(top * _PLACES), kind
            if place not in ticks or ticks[place][1] < bottom:
                ticks[place] = top, bottom
        return tuple(Tick(*ends, kind) for (_, kind), ends in ticks.items())

    def _by_share(self) -> Heights:
        """As if the text were one paragraph: while its lines have no places yet."""
        bottom = max(self._column.height_of_text - self._column.blank_below, 0.0)
        return Heights((0,), (0.0,), len(self._column.text), bottom)

    def part_in_view(self) -> tuple[float, float]:
        """Top and bottom of the part in view, in shares of the column's height."""
        if not self._column.is_held:
            height = max(self._column.height_of_text, 1.0)
            top = self._column.upper_edge / height
            self._seen = top, min(1.0, top + self._column.viewport().height() / height)
        return self._seen

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._tones.theme
        surface, ink = theme.surface, theme.ink
        painter.fillRect(self.rect(), QColor(surface["page"]))
        faded = self._column.attention.fading and not theme.high_contrast
        self._paint_layers(painter, _FADED if faded else 1.0)
        for tick in self._active:
            y, height = self._extent(tick)
            place = QRectF(0, y, WIDTH, max(height, 3.0))
            shade = QColor(ink["text"])
            painter.fillRect(place, QColor(surface["page"]))
            painter.setClipRect(place)
            self._paint_layers(painter, 1.0)
            painter.setClipping(False)
            painter.fillRect(QRectF(0, y, 2, place.height()), shade)
        top, bottom = self.part_in_view()
        height = max((bottom - top) * self.height(), _LEAST_FRAME)
        frame = QRectF(0.5, top * self.height() + 0.5, WIDTH - 1, height - 1)
        shade = QColor(ink["text"])
        shade.setAlphaF(0.0 if theme.high_contrast else 0.06)
        painter.setBrush(shade)
        painter.setPen(QPen(QColor(ink["text"] if theme.high_contrast else ink["quiet"]), 1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(frame, 3, 3)

    def _paint_layers(self, painter: QPainter, opacity: float) -> None:
        painter.setOpacity(opacity)
        for layer in self._layers:
            painter.drawPixmap(0, 0, self._drawn(layer))
        painter.setOpacity(1.0)

    def _drawn(self, layer: str) -> QPixmap:
        """A layer's ticks as a picture: thousands of them would be too many for every frame."""
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        picture = self._pictures.get(layer)
        if picture is None or picture.size() != size:
            picture = self._pictures[layer] = QPixmap(size)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            for kind in _LANES:
                for y, height in self._strips(layer, kind):
                    self._paint(painter, kind, y, height)
            painter.end()
        return picture

    def _strips(self, layer: str, kind: str) -> list[tuple[float, float]]:
        """Upper edges and heights of a layer's ticks of one kind; those that touch are one."""
        ticks = sorted(self._extent(t) for t in self._layers[layer] if t.kind == kind)
        merged: list[tuple[float, float]] = []
        for y, height in ticks:
            if merged and kind != "conflict" and y <= sum(merged[-1]):
                top, before = merged[-1]
                merged[-1] = top, max(before, y + height - top)
            elif not merged or y - merged[-1][0] >= 1:
                merged.append((y, height))
        return merged

    def _extent(self, tick: Tick) -> tuple[float, float]:
        return tick.top * self.height(), max(2.0, (tick.bottom - tick.top) * self.height())

    def _paint(self, painter: QPainter, kind: str, y: float, height: float) -> None:
        """Kinds are told by place and width too: conflicts cross the strip, notes stand left."""
        colour = QColor(self._tones.mark(kind).line)
        x, width = _LANES[kind]
        if kind == "conflict":
            painter.fillRect(QRectF(x, y, width, 2.5), colour)
            painter.fillRect(QRectF(x + width - 3, y - 1, 3, 4.5), colour)
        elif kind == Relation.PARAPHRASE.value:
            step = round(y)  # on whole pixels: else every other line is twice as thick
            while step < y + height:
                painter.fillRect(QRectF(x, step, width, 1), colour)
                step += 2
        else:
            painter.fillRect(QRectF(x, y, width, height), colour)

    # ---- what a person does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._want(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._want(event.position().y())

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._column.wheelEvent(event)

    def _want(self, y: float) -> None:
        share = min(max(y / max(self.height(), 1), 0.0), 1.0)
        self.height_wanted.emit(share * self._column.height_of_text)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 100)

    def _on_scrolled(self) -> None:
        self.update()


_LANES: Final[dict[str, tuple[float, float]]] = {
    "note": (1, 2),
    Relation.VERBATIM.value: (4, 5),
    Relation.NEAR.value: (4, 4),
    Relation.PARAPHRASE.value: (4, 4),
    "only": (10, 1),
    "conflict": (3, 9),
    "find": (0, 14),
}
"""Left edge and width of each kind of mark on the strip, in pixels."""
