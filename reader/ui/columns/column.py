"""One article on screen: text to read and select, with its marks painted from the layout."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from reader.core.text.article import Block, Role
from reader.core.text.offsets import Utf16Map
from reader.core.text.span import Span
from reader.ui.columns.bands import Attention, Bands, Stripe
from reader.ui.columns.document import Setting, Typesetter, is_hidden
from reader.ui.columns.marks import NOTHING, Laid, MarkIndex, Marks, lay_out
from reader.ui.columns.painting import (
    LEFT_MARGIN,
    NUMBER_MARGIN,
    RIGHT_MARGIN,
    MarkPainter,
    lane_at,
)
from reader.ui.columns.paragraphs import Paragraph, paragraphs
from reader.ui.columns.settling import Settling
from reader.ui.columns.tones import Tones

_TOP_MARGIN: Final = 8
_BOTTOM_MARGIN: Final = 240
"""Blank paper below the last line, so that an article's end can stand beside another's middle."""
_CLICK: Final = 4
"""Pixels that a click may drift."""
_SIDE: Final = LEFT_MARGIN + RIGHT_MARGIN


class Column(QTextEdit):
    """A read-only view of one article's canonical text; positions are code points.

    The widget's own text is never read back: Qt turns no-break spaces into spaces.
    """

    selected = Signal(object)
    """The selected Span, empty where nothing is selected."""
    attended = Signal()
    """The keyboard came here."""
    clicked = Signal(int)
    """A click, without dragging, on this code point; -1 beside the text."""
    note_clicked = Signal(str)
    """A click on a stripe in the margin."""
    scrolled = Signal(float)
    """The text has moved to this height."""
    settled = Signal()
    """Every line has its place: after filling, zooming or a new width."""
    zoom_wanted = Signal(int)
    """Steps of Ctrl and the wheel."""
    menu_wanted = Signal(QPoint)

    def __init__(
        self,
        text: str,
        font: QFont,
        tones: Tones,
        *,
        folded: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = text
        self._offsets = Utf16Map(text)
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
        self._crossings: tuple[float, ...] = ()
        self._left = LEFT_MARGIN
        self._kept: tuple[int, float] | None = None
        self._laid: dict[int, Laid] = {}
        self._pressed: QPoint | None = None
        self._font = font
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._index = MarkIndex(())
        self._set_up()
        self._setting = Setting(self.document(), text, self)
        self._settling = Settling(self.document(), self)
        self._setting.advanced.connect(self._settling.again)
        self._settling.settled.connect(self._on_settled)
        self.selectionChanged.connect(self._on_selection_changed)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def _set_up(self) -> None:
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("role", "column")
        # Only what a sheet for all text boxes would otherwise add: a column is paper, not a field.
        self.setStyleSheet("border: none; border-radius: 0; padding: 0; background: transparent;")
        self.document().setDocumentMargin(0)
        self._set_margins()

    def _set_margins(self) -> None:
        frame = self.document().rootFrame()
        margins = frame.frameFormat()
        margins.setLeftMargin(self._left)
        margins.setRightMargin(RIGHT_MARGIN)
        margins.setTopMargin(_TOP_MARGIN)
        margins.setBottomMargin(_BOTTOM_MARGIN)
        frame.setFrameFormat(margins)

    # ---- what it shows

    @property
    def text(self) -> str:
        """The canonical text."""
        return self._text

    @property
    def offsets(self) -> Utf16Map:
        """The one door between this text's code points and the document's positions."""
        return self._offsets

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
    def is_settled(self) -> bool:
        return bool(self._paragraphs) and not (self._setting.running or self._settling.running)

    def set_bands(self, bands: Bands) -> None:
        if bands != self._bands:
            self._bands = bands
            self._index_marks()

    def set_attention(self, attention: Attention) -> None:
        """Where the active passage stands; cheap, for only what is on screen is laid out anew."""
        if attention != self._attention:
            self._attention = attention
            self._laid.clear()
            self.viewport().update()

    def set_stripes(self, stripes: tuple[Stripe, ...]) -> None:
        if stripes != self._stripes:
            self._stripes = stripes
            self._index_marks()

    def set_hits(self, hits: tuple[Span, ...], current: Span | None = None) -> None:
        """Found words, and which of them one is at."""
        if (hits, current) != (self._hits, self._hit):
            self._hits, self._hit = hits, current
            self._index_marks()

    def set_flash(self, spans: tuple[Span, ...]) -> None:
        """A box around a place that was asked for, until it is taken away."""
        self._flash = spans
        self._index_marks()

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
        """Set the text with these roles: for the first time, or again where they are others."""
        found = paragraphs(self._text, blocks)
        if not self._paragraphs:
            self._paragraphs = found
            typesetter = Typesetter(self._font, self._tones.theme)
            self._setting.fill(found, typesetter, folded=self._folded)
            self.moveCursor(QTextCursor.MoveOperation.Start)
            self._index_marks()
        elif found != self._paragraphs:
            self._paragraphs = found
            self._set_again()

    def set_look(self, font: QFont, tones: Tones, *, folded: bool, numbers: bool) -> None:
        if numbers != self._numbers:
            self._numbers = numbers
            place = self._place()
            self._left = LEFT_MARGIN + (NUMBER_MARGIN if numbers else 0)
            self._laid.clear()
            self._set_margins()
            self._return_to(place)
            self._settling.again()
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
        self._laid.clear()
        typesetter = Typesetter(self._font, self._tones.theme)
        self._setting.set_again(self._paragraphs, typesetter, folded=self._folded)
        self._settling.again()
        self._return_to(place)

    def _index_marks(self) -> None:
        self._index = MarkIndex([p.span for p in self._paragraphs])
        hits = [(span, span == self._hit) for span in self._hits]
        self._index.add(self._bands, self._stripes, hits, self._flash)
        self._laid.clear()
        self.viewport().update()

    # ---- where things are

    @property
    def height_of_text(self) -> float:
        return float(self.document().size().height())

    @property
    def upper_edge(self) -> float:
        """Height of the text at the upper edge of the view, in pixels."""
        return float(self.verticalScrollBar().value())

    @property
    def furthest(self) -> float:
        return float(self.verticalScrollBar().maximum())

    @property
    def blank_below(self) -> float:
        """Blank paper below the last line, in pixels."""
        return float(_BOTTOM_MARGIN)

    def scroll_to(self, height: float) -> None:
        self._kept = None
        self.verticalScrollBar().setValue(round(height))

    def extent(self, span: Span) -> tuple[float, float] | None:
        """Top and bottom of a span in the text; None where it is folded away or not yet set."""
        start, end = self._offsets.qt_range(span)
        first = self._line(start)
        last = self._line(max(start, end - 1))
        if first is None or last is None:
            return None
        return first[0], last[1]

    def _line(self, unit: int) -> tuple[float, float] | None:
        block = self.document().findBlock(unit)
        if not block.isValid() or self._folds(block):
            return None
        box = self.document().documentLayout().blockBoundingRect(block)
        line = block.layout().lineForTextPosition(unit - block.position())
        if not line.isValid():
            return None
        top = box.top() + line.y()
        return top, top + line.height()

    @property
    def top_offset(self) -> int:
        """The code point at the upper edge of the view; 0 at the very beginning."""
        place = self._place()
        return 0 if place is None else self._offsets.from_qt(place[0])

    def show_at_top(self, offset: int) -> None:
        """Scroll so that the line of a code point stands at the upper edge."""
        self._return_to((self._offsets.to_qt(offset), 0.0))
        self._settling.again()

    def part_in_view(self) -> Span:
        """The stretch of the text that is on screen, and perhaps a little more."""
        layout, fuzzy = self.document().documentLayout(), Qt.HitTestAccuracy.FuzzyHit
        top = QPointF(0, self.upper_edge)
        bottom = QPointF(self.viewport().width(), self.upper_edge + self.viewport().height())
        first, last = layout.hitTest(top, fuzzy), layout.hitTest(bottom, fuzzy)
        start = self._offsets.from_qt(max(first, 0))
        return Span(start, max(start, self._offsets.from_qt(max(last, 0))))

    def offset_at(self, point: QPoint) -> int:
        """The code point under a point of the view, -1 where there is none."""
        height = QPointF(point.x(), point.y() + self.upper_edge)
        found = self.document().documentLayout().hitTest(height, Qt.HitTestAccuracy.ExactHit)
        return -1 if found < 0 else self._offsets.from_qt(found)

    def select(self, span: Span) -> None:
        """Select a stretch, as a person would."""
        start, end = self._offsets.qt_range(span)
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    @property
    def selection(self) -> Span:
        """What is selected; empty at the caret where nothing is."""
        cursor = self.textCursor()
        return self._offsets.span_from_qt(cursor.selectionStart(), cursor.selectionEnd())

    def widest(self, characters: int) -> int:
        """How wide the column is when its lines hold that many characters of the text face."""
        metrics = QFontMetricsF(self._font)
        return round(metrics.averageCharWidth() * characters) + _SIDE

    def _place(self) -> tuple[int, float] | None:
        """The line at the upper edge of the view and how far it is scrolled past, to return to."""
        if self._kept is not None:
            return self._kept
        if self.upper_edge <= 0:
            return None
        layout = self.document().documentLayout()
        unit = layout.hitTest(QPointF(self._left, self.upper_edge), Qt.HitTestAccuracy.FuzzyHit)
        line = self._line(max(unit, 0))
        return None if line is None else (unit, self.upper_edge - line[0])

    def _return_to(self, place: tuple[int, float] | None) -> None:
        """Back to a line; again when all is settled, since until then the text may be too short."""
        if place is not None and (line := self._line(place[0])) is not None:
            self.verticalScrollBar().setValue(round(line[0] + place[1]))
            self._kept = place

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
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
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.upper_edge)
        for block, box in visible:
            self._paint_over(painter, block, box)
        painter.end()
        self._paint_crossings()

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

    # ---- what a person does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        here = event.position().toPoint()
        if (
            event.button() is not Qt.MouseButton.LeftButton
            or self._pressed is None
            or (here - self._pressed).manhattanLength() > _CLICK
            or self.textCursor().hasSelection()
        ):
            return
        self._pressed = None
        note = self._note_at(here)
        if note is not None:
            self.note_clicked.emit(note)
        else:
            self.clicked.emit(self.offset_at(here))

    def _note_at(self, point: QPoint) -> str | None:
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

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = event.angleDelta().y()
            self.zoom_wanted.emit(1 if steps > 0 else -1)
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or (
            abs(event.angleDelta().x()) > abs(event.angleDelta().y())
        ):
            event.ignore()
        else:
            self._kept = None
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.attended.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            self._explain(event)
            return True
        return super().viewportEvent(event)

    def _explain(self, event: QHelpEvent) -> None:
        note = self._note_at(event.pos())
        if note is not None:
            words = next((s.note.words for s in self._stripes if s.note.annotation_id == note), "")
            told = [words or "A note without words."]
        else:
            offset = self.offset_at(event.pos())
            told = list(self.reasons_at(offset)) if offset >= 0 else []
        if told:
            area = QRect(event.pos() - QPoint(4, 4), event.pos() + QPoint(4, 4))
            QToolTip.showText(event.globalPos(), "\n".join(told), self.viewport(), area)
        else:
            QToolTip.hideText()

    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self._place() if event.size().width() != event.oldSize().width() else None
        self._laid.clear()
        super().resizeEvent(event)
        self._return_to(place)
        self._settling.again()

    def changeEvent(self, event: QEvent) -> None:
        """The interface's face and size are not the article's: QTextEdit would take them over."""
        if event.type() not in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            super().changeEvent(event)

    # ---- nothing comes in, and only the source's own characters go out

    def loadResource(self, kind: int, name: object) -> None:
        """An article asks for nothing from outside."""

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return False

    def createMimeDataFromSelection(self) -> QMimeData:
        made = QMimeData()
        made.setText(self.selection.of(self._text))
        return made

    # ---- inside

    def _on_selection_changed(self) -> None:
        self.selected.emit(self.selection)

    def _on_scrolled(self) -> None:
        self.scrolled.emit(self.upper_edge)

    def _on_settled(self) -> None:
        if not self.is_settled:
            return
        self._return_to(self._kept)
        self._kept = None
        self._laid.clear()  # what was painted meanwhile may have had other lines
        self.viewport().update()
        self.settled.emit()
