"""One article on screen: its paragraphs set by their roles, folded, numbered and set again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QPainter, QResizeEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QWidget

from reader.core.text.article import Block, Role
from reader.ui.columns.marks.painting import left_margin
from reader.ui.columns.marks.tones import Tones
from reader.ui.columns.plan.heights import Heights
from reader.ui.columns.plan.paragraphs import Paragraph, paragraphs
from reader.ui.columns.text.document import Setting, Typesetter, headline_size, is_hidden
from reader.ui.columns.text.marked import MarkedSheet
from reader.ui.steps import Turns


class Column(MarkedSheet):
    """One article's canonical text, set by the roles of its paragraphs in slices; see Sheet."""

    settled = Signal()
    """Every line has its place: after filling, zooming or a new width."""

    def __init__(
        self,
        text: str,
        font: QFont,
        tones: Tones,
        *,
        folded: bool = False,
        numbers: bool = False,
        parent: QWidget | None = None,
        turns: Turns | None = None,
    ) -> None:
        super().__init__(text, font, tones, parent, turns)
        self._folded = folded
        self._numbers = numbers
        self._left = left_margin(numbers=numbers)
        self._set_margins()
        self._turning = False
        """While lines change: scrolling that Qt does of itself then must not ask for places."""
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._headline = headline_size(0)
        self._setting = Setting(self.document(), text, self._turns, self)
        self._setting.advanced.connect(self._on_set)
        self._setting.finished.connect(self._settling.again)
        self._settling.settled.connect(self._on_settled)

    # ---- what it shows

    @property
    def paragraphs(self) -> Sequence[Paragraph]:
        return self._paragraphs

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

    def set_blocks(self, blocks: Sequence[Block]) -> None:
        """Set the text with these roles; see `set_paragraphs`."""
        self.set_paragraphs(paragraphs(self._text, blocks))

    def set_paragraphs(self, found: tuple[Paragraph, ...]) -> None:
        """Set the text in these paragraphs: for the first time, or again where they are others."""
        if not self._paragraphs:
            self._take(found)
            self._setting.fill(found, self._typesetter(), folded=self._folded)
            self.moveCursor(QTextCursor.MoveOperation.Start)
        elif [p.span for p in found] != [p.span for p in self._paragraphs]:
            place = self._place()
            self._hold(place)
            self._take(found)
            self._turning = True
            self.document().clear()
            self._set_margins()
            self._setting.fill(found, self._typesetter(), folded=self._folded)
            self._return_to(place)
            self._turning = False
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
            self._font, self._folded = font, folded
            self._set_tones(tones)
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

    # ---- what is painted beside the marks

    def _paint_aside(
        self, painter: QPainter, block: QTextBlock, height: float, left: float, right: float
    ) -> None:
        paragraph = self._paragraphs[block.blockNumber()]
        if paragraph.role in (Role.CAPTION, Role.REPEAT):
            edge = right - 2 if paragraph.right_to_left else left
            self._painter.paint_rule(painter, edge, height)
        if self._numbers and paragraph.number and block.layout().lineCount():
            line = block.layout().lineAt(0).height()
            self._painter.paint_number(painter, paragraph.number, self.font(), left, line)
        if self._folded and self._follows_a_fold(block):
            self._painter.paint_fold(painter, left, left + 48, -6)

    def _is_hidden(self, block: QTextBlock) -> bool:
        if block.blockNumber() >= len(self._paragraphs):  # the text is not set yet
            return True
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
