"""One article on screen: text to read and select, with its marks painted from the layout."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from reader.core.text.article import Block, Role
from reader.core.text.span import Span
from reader.ui.columns.marks.painting import RIGHT_MARGIN, MarkPainter, lane_at, left_margin
from reader.ui.columns.marks.shapes import NOTHING, Laid, MarkIndex, Marks, lay_out
from reader.ui.columns.marks.tones import Tones
from reader.ui.columns.plan.bands import Attention, Bands, Stripe
from reader.ui.columns.plan.heights import Heights
from reader.ui.columns.plan.paragraphs import Paragraph, paragraphs
from reader.ui.columns.text.document import Setting, Typesetter, headline_size, is_hidden
from reader.ui.columns.text.gestures import TouchedSheet
from reader.ui.steps import Turns


class Column(TouchedSheet):
    """One article's canonical text with the machine's and the person's marks; see Sheet."""

    settled = Signal()
    """Every line has its place: after filling, zooming or a new width."""

    def __init__(
        self,
        text: str,
        font: QFont,
        tones: Tones,
        *,
        folded: bool = False,
        parent: QWidget | None = None,
        turns: Turns | None = None,
    ) -> None:
        super().__init__(text, font, parent, turns)
        self._tones = tones
        self._painter = MarkPainter(tones)
        self._folded = folded
        self._numbers = False
        self._why: Callable[[int], Sequence[str]] = lambda _offset: ()
        self._bands = Bands()
        self._attention = Attention()
        self._stripes: tuple[Stripe, ...] = ()
        self._hits: tuple[Span, ...] = ()
        self._hit: Span | None = None
        self._flash: tuple[Span, ...] = ()
        self._turning = False
        """While lines change: scrolling that Qt does of itself then must not ask for places."""
        self._crossings: tuple[float, ...] = ()
        self._laid: dict[int, Laid] = {}
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._headline = headline_size(0)
        self._index = MarkIndex()
        self._setting = Setting(self.document(), text, self._turns, self)
        self._setting.advanced.connect(self._on_set)
        self._setting.finished.connect(self._settling.again)
        self._settling.settled.connect(self._on_settled)

    # ---- what it shows

    @property
    def paragraphs(self) -> Sequence[Paragraph]:
        return self._paragraphs

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

    @property
    def heights(self) -> Heights | None:
        """How high each place stands, in code points and pixels; None until that is settled."""
        tops = self._settling.tops
        if not self.is_settled or len(tops) < len(self._paragraphs):
            return None
        starts = [paragraph.span.start for paragraph in self._paragraphs]
        bottom = self.height_of_text - self.blank_below
        return Heights(starts, tops, len(self._text), bottom)

    @property
    def is_settled(self) -> bool:
        waiting = self._turning or self._setting.running or self._settling.running
        return bool(self._paragraphs) and not waiting

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

    def set_blocks(self, blocks: Sequence[Block]) -> None:
        """Set the text with these roles; see `set_paragraphs`."""
        self.set_paragraphs(paragraphs(self._text, blocks))

    def set_paragraphs(self, found: tuple[Paragraph, ...]) -> None:
        """Set the text in these paragraphs: for the first time, or again where they are others."""
        if not self._paragraphs:
            self._take(found)
            self._setting.fill(found, self._typesetter(), folded=self._folded)
            self.moveCursor(QTextCursor.MoveOperation.Start)
        elif found != self._paragraphs:
            self._take(found)
            self._set_again()

    def set_look(self, font: QFont, tones: Tones, *, folded: bool, numbers: bool) -> None:
        if numbers != self._numbers:
            self._numbers = numbers
            place = self._place()
            self._hold(place)
            self._left = left_margin(numbers=numbers)
            self._laid.clear()
            self._turning = True
            self._set_margins()
            self._return_to(place)
            self._settling.again()
            self._turning = False
        if (font, folded) != (self._font, self._folded):
            self._hold(self._place())
        if (font, tones, folded) != (self._font, self._tones, self._folded):
            self._font, self._tones, self._folded = font, tones, folded
            self._painter = MarkPainter(tones)
            self._set_again()
        self.viewport().update()

    def finish(self) -> None:
        """Set and place every line now; for whoever cannot wait for `settled`."""
        self._setting.finish()
        self._settling.finish()

    def stop(self) -> None:
        """End work that goes on in slices; for closing."""
        self._setting.stop()
        self._settling.stop()

    def _set_again(self) -> None:
        if not self._paragraphs:
            return
        place = self._place()
        first = 0
        if place is not None and not self.is_held:
            self._kept = place
            first = self.document().findBlock(place[0]).blockNumber()
        self._turning = True
        self._setting.set_again(
            self._paragraphs, self._typesetter(), folded=self._folded, first=max(first, 0)
        )
        self._turning = False

    def _typesetter(self) -> Typesetter:
        self._headline = headline_size(self.characters)
        return Typesetter(self._font, self._tones.theme, self._headline)

    def _take(self, found: tuple[Paragraph, ...]) -> None:
        self._paragraphs = found
        self._index.set_paragraphs([paragraph.span for paragraph in found])
        self._lay_out_anew()

    def _lay_out_anew(self) -> None:
        """What is on screen gets its marks again when it is painted."""
        self._laid.clear()
        self.viewport().update()

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._still is not None:
            painter = QPainter(self.viewport())
            painter.fillRect(event.rect(), self._tones.page)
            painter.drawPixmap(0, 0, self._still)
            return
        view = QRectF(event.rect()).translated(0, self.upper_edge)
        visible = list(self._blocks_in(view)) if self._paragraphs else []
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
        paragraph = self._paragraphs[block.blockNumber()]
        painter.translate(box.topLeft())
        left = self._left - box.left()
        right = self.viewport().width() - RIGHT_MARGIN - box.left()
        laid = self._laid_out(block)
        if laid is not NOTHING:
            self._painter.paint_over(painter, laid, left, right)
        if paragraph.role in (Role.CAPTION, Role.REPEAT):
            edge = right - 2 if paragraph.right_to_left else left
            self._painter.paint_rule(painter, edge, box.height())
        if self._numbers and paragraph.number and block.layout().lineCount():
            line = block.layout().lineAt(0).height()
            self._painter.paint_number(painter, paragraph.number, self.font(), left, line)
        if self._folded and self._follows_a_fold(block):
            self._painter.paint_fold(painter, left, left + 48, -6)
        painter.translate(-box.topLeft())

    def _paint_crossings(self) -> None:
        if not self._crossings:
            return
        painter = QPainter(self.viewport())
        for height in self._crossings:
            self._painter.paint_crossing(painter, height, self.viewport().width())
        painter.end()

    def _is_hidden(self, block: QTextBlock) -> bool:
        return is_hidden(self._paragraphs[block.blockNumber()], folded=self._folded)

    def _folds(self, block: QTextBlock) -> bool:
        """Whether a block is folded away; a blank line still has a place."""
        if block.blockNumber() >= len(self._paragraphs):  # the text is not set yet
            return True
        return not self._paragraphs[block.blockNumber()].blank and self._is_hidden(block)

    def _follows_a_fold(self, block: QTextBlock) -> bool:
        before = block.previous()
        while before.isValid() and self._is_hidden(before):
            if self._folds(before):
                return True
            before = before.previous()
        return False

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        place = None
        turned = event.size().width() != event.oldSize().width()
        if turned:
            place = self._place()
            self._hold(place)
        self._laid.clear()
        self._turning = turned
        super().resizeEvent(event)
        if turned:
            self._return_to(place)
            self._settling.again()
            self._turning = False

    def _on_set(self) -> None:
        """Some paragraphs have other lines now: the line one reads stays where it was."""
        if not self.is_held:
            self._lay_out_anew()
            self._kept = self._kept or self._place()
            self._return_to(self._kept)

    def _on_settled(self) -> None:
        if not self.is_settled:
            return
        if self._headline != headline_size(self.characters):
            # Not earlier: Qt loses lines where formats change while it is still placing them.
            self._set_again()
            self._settling.again()
            return
        self._let_go()
        self._return_to(self._kept)
        self._kept = None
        self._laid.clear()  # what was painted meanwhile may have had other lines
        self.viewport().update()
        self.settled.emit()
