"""A sheet with marks: the machine's bands, the person's stripes, what was found, all at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QWidget

from reader.core.text.span import Span
from reader.ui.columns.marks.painting import RIGHT_MARGIN, MarkPainter, lane_at
from reader.ui.columns.marks.shapes import NOTHING, Laid, MarkIndex, Marks, lay_out
from reader.ui.columns.marks.tones import Tones
from reader.ui.columns.plan.bands import Attention, Bands, Stripe
from reader.ui.columns.text.gestures import TouchedSheet
from reader.ui.steps import Turns


class MarkedSheet(TouchedSheet):
    """Holds what is marked, paints it below and above the words, and says what is under the mouse.

    Only what is on screen is laid out; so other marks cost no more than a repaint.
    """

    def __init__(
        self,
        text: str,
        font: QFont,
        tones: Tones,
        parent: QWidget | None = None,
        turns: Turns | None = None,
    ) -> None:
        super().__init__(text, font, parent, turns)
        self._why: Callable[[int], Sequence[str]] = lambda _offset: ()
        self._bands = Bands()
        self._attention = Attention()
        self._stripes: tuple[Stripe, ...] = ()
        self._hits: tuple[Span, ...] = ()
        self._hit: Span | None = None
        self._flash: tuple[Span, ...] = ()
        self._crossings: tuple[float, ...] = ()
        self._index = MarkIndex()
        self._laid: dict[int, Laid] = {}
        self._set_tones(tones)

    def _set_tones(self, tones: Tones) -> None:
        self._tones = tones
        self._painter = MarkPainter(tones)

    # ---- what is marked

    @property
    def bands(self) -> Bands:
        return self._bands

    @property
    def attention(self) -> Attention:
        return self._attention

    @property
    def stripes(self) -> tuple[Stripe, ...]:
        return self._stripes

    @property
    def hits(self) -> tuple[Span, ...]:
        return self._hits

    def set_bands(self, bands: Bands) -> None:
        if bands is not self._bands:
            self._bands = bands
            self._index.set_bands(bands)
            self._lay_out_anew()

    def set_attention(self, attention: Attention) -> None:
        """Where the active passage stands; cheap, for only what is on screen is laid out anew."""
        if attention != self._attention:
            self._attention = attention
            self._lay_out_anew()

    def set_stripes(self, stripes: tuple[Stripe, ...]) -> None:
        if stripes != self._stripes:
            self._stripes = stripes
            self._index.set_stripes(stripes)
            self._lay_out_anew()

    def set_hits(self, hits: tuple[Span, ...], current: Span | None = None) -> None:
        """Found words, and which of them one is at."""
        if (hits, current) != (self._hits, self._hit):
            self._hits, self._hit = hits, current
            self._index.set_hits(hits, current)
            self._lay_out_anew()

    def set_flash(self, spans: tuple[Span, ...]) -> None:
        """A box around a place that was asked for, until it is taken away."""
        if spans != self._flash:
            self._flash = spans
            self._index.set_flash(spans)
            self._lay_out_anew()

    @property
    def crossings(self) -> tuple[float, ...]:
        return self._crossings

    def set_crossings(self, heights: tuple[float, ...]) -> None:
        """Where thin lines cross the column, in pixels of the view: passages it lacks."""
        if heights != self._crossings:
            self._crossings = heights
            self.viewport().update()

    def reasons_at(self, offset: int) -> tuple[str, ...]:
        """Why a code point is marked, in words."""
        return tuple(self._why(offset))

    def set_reasons(self, why: Callable[[int], Sequence[str]]) -> None:
        """Who says in words why a code point is marked."""
        self._why = why

    def _lay_out_anew(self) -> None:
        """What is on screen gets its marks again when it is painted."""
        self._laid.clear()
        self.viewport().update()

    def _is_hidden(self, block: QTextBlock) -> bool:
        """Whether a block is a line without height; on a sheet whose text is all shown none is."""
        return False

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._still is not None:
            painter = QPainter(self.viewport())
            painter.fillRect(event.rect(), self._tones.page)
            painter.drawPixmap(0, 0, self._still)
            return
        view = QRectF(event.rect()).translated(0, self.upper_edge)
        visible = list(self._blocks_in(view))
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._tones.page)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.upper_edge)
        for block, box in visible:
            laid = self._laid_out(block)
            if laid is not NOTHING:
                painter.translate(box.topLeft())
                self._painter.paint_under(painter, laid, resting=not self._attention.fading)
                painter.translate(-box.topLeft())
        painter.end()
        self._paint_crossings()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.upper_edge)
        for block, box in visible:
            self._paint_over(painter, block, box)
        painter.end()

    def _paint_over(self, painter: QPainter, block: QTextBlock, box: QRectF) -> None:
        painter.translate(box.topLeft())
        left = self._left - box.left()
        right = self.viewport().width() - RIGHT_MARGIN - box.left()
        laid = self._laid_out(block)
        if laid is not NOTHING:
            self._painter.paint_over(painter, laid, left, right)
        self._paint_aside(painter, block, box.height(), left, right)
        painter.translate(-box.topLeft())

    def _paint_aside(
        self, painter: QPainter, block: QTextBlock, height: float, left: float, right: float
    ) -> None:
        """What else stands beside a paragraph, between `left` and `right` of its own upper edge."""

    def _paint_crossings(self) -> None:
        if not self._crossings:
            return
        painter = QPainter(self.viewport())
        for height in self._crossings:
            self._painter.paint_crossing(painter, height, self.viewport().width())
        painter.end()

    def _laid_out(self, block: QTextBlock) -> Laid:
        number = block.blockNumber()
        laid = self._laid.get(number)
        if laid is None:
            marks = self._index.of(number)
            if marks is None and self._attention.readings:
                marks = Marks()
            if marks is None:
                laid = NOTHING
            else:
                laid = lay_out(block, marks, self._offsets, self._attention)
            self._laid[number] = laid
        return laid

    def _blocks_in(self, view: QRectF) -> Iterator[tuple[QTextBlock, QRectF]]:
        """Visible paragraphs that reach into a stretch of the text, with their boxes."""
        layout = self.document().documentLayout()
        unit = layout.hitTest(QPointF(self._left, view.top()), Qt.HitTestAccuracy.FuzzyHit)
        block = self.document().findBlock(max(unit, 0))
        while block.isValid():
            box = layout.blockBoundingRect(block)
            if box.top() > view.bottom():
                break
            if not self._is_hidden(block):
                yield block, box
            block = block.next()

    # ---- what is under the mouse

    def note_at(self, point: QPoint) -> str | None:
        """The annotation whose stripe is under a point of the left margin."""
        if point.x() >= self._left - 9:
            return None
        lane = lane_at(self._left - point.x())
        height = point.y() + self.upper_edge
        for stripe in self._stripes:
            extent = self.extent(stripe.note.span)
            if extent and extent[0] <= height <= extent[1] and abs(stripe.lane - lane) <= 1:
                return stripe.note.annotation_id
        return None

    def words_at(self, point: QPoint) -> Sequence[str]:
        note = self.note_at(point)
        if note is not None:
            words = next((s.note.words for s in self._stripes if s.note.annotation_id == note), "")
            return (words or "A note without words.",)
        offset = self.offset_at(point)
        return self.reasons_at(offset) if offset >= 0 else ()
