"""A text laid out on paper: where its words stand, scrolling to them, and nothing coming in."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QFont, QPixmap, QTextBlock, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reader.core.text.offsets import Utf16Map
from reader.core.text.span import Span
from reader.ui.appearance import usual_width
from reader.ui.columns.marks.painting import LEFT_MARGIN, RIGHT_MARGIN
from reader.ui.columns.text.settling import Settling
from reader.ui.steps import Turns

_TOP_MARGIN: Final = 8
_BOTTOM_MARGIN: Final = 240
"""Blank paper below the last line, so that an article's end can stand beside another's middle."""
_AIR: Final = 6.0
"""Above a line that is brought to the upper edge, in pixels."""
_NEAR: Final = 40_000
"""UTF-16 units that are laid out at once: a hundredth of a second and less."""
_SIDE: Final = LEFT_MARGIN + RIGHT_MARGIN


class Sheet(QTextEdit):
    """Canonical text in a read-only view; positions are code points, heights pixels of the text.

    The widget's own text is never read back: Qt turns no-break spaces into spaces.
    """

    selected = Signal(object)
    """The selected Span, empty where nothing is selected."""
    scrolled = Signal(float)
    """The text has moved to this height."""

    def __init__(
        self,
        text: str,
        font: QFont,
        parent: QWidget | None = None,
        turns: Turns | None = None,
    ) -> None:
        super().__init__(parent)
        self._turns = turns or Turns(self)
        self._text = text
        self._font = font
        self._offsets = Utf16Map(text)
        self._left = LEFT_MARGIN
        self._kept: tuple[int, float] | None = None
        self._still: QPixmap | None = None
        self._set_up()
        self._settling = Settling(self.document(), self._turns, self)
        self._settling.advanced.connect(self._on_advanced)
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
        self.document().setDocumentMargin(0)
        self._set_margins()

    def _set_margins(self) -> None:
        frame = self.document().rootFrame()
        margins = frame.frameFormat()
        margins.setLeftMargin(self._left)
        margins.setRightMargin(RIGHT_MARGIN)
        margins.setTopMargin(_TOP_MARGIN)
        margins.setBottomMargin(_BOTTOM_MARGIN)
        # Told of a new frame, Qt lays out all of the text at once; told of a new text, in slices.
        self.document().setLayoutEnabled(False)
        frame.setFrameFormat(margins)
        self.document().setLayoutEnabled(True)

    @property
    def text(self) -> str:
        """The canonical text."""
        return self._text

    @property
    def offsets(self) -> Utf16Map:
        """The one door between this text's code points and the document's positions."""
        return self._offsets

    @property
    def is_settled(self) -> bool:
        """Whether every line has its place."""
        return not self._settling.running

    def _folds(self, block: QTextBlock) -> bool:
        """Whether a block is folded away; on a plain sheet none is."""
        return False

    # ---- where things are

    @property
    def height_of_text(self) -> float:
        """As far as it is known: to ask the document would lay out all of it at once."""
        if not self.is_settled:
            return self.furthest + self.viewport().height()
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
        self._stay_put()
        self.verticalScrollBar().setValue(round(height))

    def _stay_put(self) -> None:
        """Where the text is scrolled to from now on counts, not where it was before."""
        self._let_go()
        self._kept = None

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
        """Scroll so that the line of a code point stands at the upper edge, with a little air."""
        self._return_to((self._offsets.to_qt(offset), -_AIR))
        self._settling.again()

    @property
    def standing(self) -> tuple[int, float]:
        """The UTF-16 unit at the upper edge of the view, and how far its line is scrolled past."""
        return self._place() or (0, 0.0)

    def height_of(self, standing: tuple[int, float]) -> float:
        """Where such a place is now, in pixels of the text."""
        line = self._line(standing[0]) if standing != (0, 0.0) else None
        return 0.0 if line is None else min(max(line[0] + standing[1], 0.0), self.furthest)

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
        return round(usual_width(self._font) * characters) + _SIDE

    @property
    def characters(self) -> float:
        """How many characters of the text face a line holds, about."""
        room = self.viewport().width() - self._left - RIGHT_MARGIN
        return max(room, 0) / usual_width(self._font)

    def _place(self) -> tuple[int, float] | None:
        """The line at the upper edge of the view and how far it is scrolled past, to return to."""
        if self._kept is not None:
            return self._kept
        if self.upper_edge <= 0:
            return None
        layout = self.document().documentLayout()
        # Just below the air: a line of which no more than that is seen is not the one being read.
        top = QPointF(self._left, self.upper_edge + _AIR + 1)
        unit = layout.hitTest(top, Qt.HitTestAccuracy.FuzzyHit)
        line = self._line(max(unit, 0))
        return None if line is None else (unit, self.upper_edge - line[0])

    def _return_to(self, place: tuple[int, float] | None) -> None:
        """Back to a line; again when all is settled, since until then the text may be too short."""
        if self._still is not None:
            self._kept = place or self._kept
        elif place is not None and (line := self._line(place[0])) is not None:
            self.verticalScrollBar().setValue(round(line[0] + place[1]))
            self._kept = place

    @property
    def is_held(self) -> bool:
        """Whether the view stands still until the line at its upper edge has its new place."""
        return self._still is not None

    def _hold(self, place: tuple[int, float] | None) -> None:
        """Show what is on screen for as long as it takes to lay out all that stands above it.

        To be called before the lines change. A place near the beginning needs no waiting.
        """
        if place is not None and place[0] > _NEAR and self._still is None:
            self._still = self.viewport().grab() if self.isVisible() else QPixmap()
            self._kept = place
            # Qt lays out at once all that stands above the scrolled height.
            self.verticalScrollBar().setValue(0)

    def _let_go(self) -> None:
        if self._still is not None:
            self._still = None
            self._return_to(self._kept)
            self.viewport().update()

    def _on_advanced(self, reached: int) -> None:
        if self._still is not None and self._kept is not None and reached > self._kept[0]:
            self._let_go()

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
        if self._still is None:  # else nothing has moved that anybody sees
            self.scrolled.emit(self.upper_edge)
