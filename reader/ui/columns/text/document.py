"""An article as a QTextDocument, one to one in UTF-16 units, set in slices by the event loop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from reader.core.text.article import Role
from reader.core.text.span import Span
from reader.ui.appearance import SPACES
from reader.ui.columns.plan.paragraphs import Paragraph
from reader.ui.steps import Turns
from reader.ui.themes import Theme

_SLICE_MS: Final = 4
"""How long one slice may insert; laying out what was inserted takes as long again and more."""
_FIRST_SCREEN: Final = 4_000
"""Characters that are set at once, before anything is painted."""
_CAPTION_INDENT: Final = SPACES[2]


@dataclass(frozen=True, slots=True)
class Style:
    """How paragraphs of one role are set, relative to the text face; spaces in lines of text.

    `line_height` is in hundredths of the size of the type, as typographers and browsers count it.
    Qt counts from the natural height of a line of the face, which in Noto Serif is already 1.36
    times the size.
    """

    size: float = 1.0
    bold: bool = False
    quiet: bool = False
    line_height: float = 150.0
    above: float = 0.0
    below: float = 0.7
    indent: int = 0


STYLES: Final[dict[Role, Style]] = {
    Role.HEADLINE: Style(size=1.5, bold=True, line_height=124, above=0.3, below=0.6),
    Role.STANDFIRST: Style(size=1.12, line_height=140, below=0.9),
    Role.HEADING: Style(size=1.1, bold=True, line_height=130, above=0.9, below=0.35),
    Role.BYLINE: Style(size=0.87, quiet=True, line_height=135, below=0.7),
    Role.BODY: Style(),
    Role.SPEAKER: Style(size=0.87, bold=True, quiet=True, above=0.3, below=0.15),
    Role.CAPTION: Style(size=0.87, quiet=True, line_height=140, indent=_CAPTION_INDENT),
    Role.REPEAT: Style(size=0.82, quiet=True, line_height=130, indent=_CAPTION_INDENT, below=0.5),
    Role.FURNITURE: Style(size=0.82, quiet=True, line_height=125, below=0.3),
}
FOLDED_ROLES: Final = frozenset({Role.FURNITURE, Role.REPEAT})
_HEADLINES: Final = ((40.0, 1.2), (59.0, 1.35))
"""Up to how many characters on a line a headline has which size; on longer lines its own."""


def headline_size(characters: float) -> float:
    """How large a headline is set, relative to the text, where lines hold so many characters.

    In a narrow column a large headline breaks after every other word and pushes the text away.
    """
    for least, size in _HEADLINES:
        if characters < least:
            return size
    return STYLES[Role.HEADLINE].size


class Typesetter:
    """Formats for every role at one zoom in one theme; `headline` is relative to the text."""

    def __init__(self, font: QFont, theme: Theme, headline: float) -> None:
        self.font = font
        self._natural = QFontMetricsF(font).lineSpacing() / QFontInfo(font).pixelSize()
        quiet = QColor(theme.ink["quiet"])
        self._blocks: dict[tuple[Role, bool], QTextBlockFormat] = {}
        self._words: dict[Role, QTextCharFormat] = {}
        own = STYLES | {Role.HEADLINE: replace(STYLES[Role.HEADLINE], size=headline)}
        for role, style in own.items():
            for turned in (False, True):
                self._blocks[role, turned] = self._block(style, turned)
            words = QTextCharFormat()
            if style.size != 1.0:
                words.setFontPointSize(font.pointSizeF() * style.size)
            if style.bold:
                words.setFontWeight(QFont.Weight.Bold)
            if style.quiet:
                words.setForeground(quiet)
            self._words[role] = words
        # A line without height, not an invisible block: Qt loses its way between those, so that a
        # click between two paragraphs would land at the end of the article.
        self._no_block = QTextBlockFormat()
        self._no_block.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self._no_block.setNonBreakableLines(True)
        self._no_words = QTextCharFormat()
        self._no_words.setFontPointSize(1)
        self._no_words.setForeground(QColor(Qt.GlobalColor.transparent))
        self._label = QTextCharFormat()
        self._label.setFontWeight(QFont.Weight.Bold)
        self._label.setForeground(quiet)

    def block(self, paragraph: Paragraph, *, hidden: bool) -> QTextBlockFormat:
        if hidden:
            return self._no_block
        return self._blocks[paragraph.role, paragraph.right_to_left]

    def words(self, paragraph: Paragraph, *, hidden: bool) -> QTextCharFormat:
        return self._no_words if hidden else self._words[paragraph.role]

    @property
    def label(self) -> QTextCharFormat:
        """A speaker label inside a paragraph."""
        return self._label

    def _block(self, style: Style, right_to_left: bool) -> QTextBlockFormat:
        made = QTextBlockFormat()
        made.setLineHeight(
            style.line_height / self._natural,
            QTextBlockFormat.LineHeightTypes.ProportionalHeight.value,
        )
        line = QFontMetricsF(self.font).lineSpacing()
        made.setTopMargin(round(style.above * line))
        made.setBottomMargin(round(style.below * line))
        made.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        )
        if right_to_left:
            made.setRightMargin(style.indent)
        else:
            made.setLeftMargin(style.indent)
        return made


class Setting(QObject):
    """Fills a document with an article's paragraphs, or sets them anew, a slice at a time.

    Positions in the document are UTF-16 units of the canonical text: a line feed is a block
    separator, or a blank inside a paragraph, and nothing is added or left out.
    """

    advanced = Signal()
    """Some paragraphs have other formats, or are there at last."""
    finished = Signal()

    def __init__(
        self, document: QTextDocument, text: str, turns: Turns, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._text = text
        self._turns = turns
        self._paragraphs: Sequence[Paragraph] = ()
        self._typesetter: Typesetter | None = None
        self._folded = False
        self._filled = 0
        self._formatted = 0
        self._first = 0
        document.setUndoRedoEnabled(False)

    @property
    def running(self) -> bool:
        return self in self._turns

    @property
    def paragraphs(self) -> Sequence[Paragraph]:
        return self._paragraphs

    def fill(
        self, paragraphs: Sequence[Paragraph], typesetter: Typesetter, *, folded: bool
    ) -> None:
        """Begin with an empty document: the first screen now, the rest from the event loop."""
        self._paragraphs, self._typesetter, self._folded = paragraphs, typesetter, folded
        self._document.setDefaultFont(typesetter.font)
        self._filled = self._formatted = self._first = 0
        self._go_on(_FIRST_SCREEN)

    def set_again(
        self,
        paragraphs: Sequence[Paragraph],
        typesetter: Typesetter,
        *,
        folded: bool,
        first: int = 0,
    ) -> None:
        """Other roles, zoom, colours or folding for the same text.

        `first` is the paragraph at the upper edge of the view: what is on screen is set at once.
        """
        self._paragraphs, self._typesetter, self._folded = paragraphs, typesetter, folded
        if self._document.defaultFont() != typesetter.font:
            self._document.setDefaultFont(typesetter.font)
        self._formatted = 0
        self._first = first if self._filled == len(paragraphs) else 0
        self._go_on(_FIRST_SCREEN)

    def finish(self) -> None:
        """Do what is left at once."""
        if self.running:
            self._slice(None)
            self._done()

    def stop(self) -> None:
        self._turns.leave(self)

    def _go_on(self, characters: int) -> None:
        self._slice(characters)
        if self._formatted < len(self._paragraphs):
            self._turns.take(self, self._take_turn)
            self.advanced.emit()
        else:
            self._done()

    def _take_turn(self) -> None:
        self._slice(-1)
        if self._formatted < len(self._paragraphs):
            self.advanced.emit()
        else:
            self._done()

    def _done(self) -> None:
        self.stop()
        self.advanced.emit()
        self.finished.emit()

    def _slice(self, characters: int | None) -> None:
        """Set paragraphs: that many characters, with -1 as long as a slice lasts, with None all."""
        clock = QElapsedTimer()
        clock.start()
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        done = 0
        count = len(self._paragraphs)
        block = QTextBlock()
        while self._formatted < count:
            number = (self._first + self._formatted) % count
            paragraph = self._paragraphs[number]
            if number < self._filled:
                if block.blockNumber() != number:
                    block = self._document.findBlockByNumber(number)
                self._format(cursor, block, paragraph)
                block = block.next()
            else:
                self._insert(cursor, paragraph)
                self._filled += 1
            self._formatted += 1
            done += len(paragraph.span) + 1
            if characters is not None and (
                done >= characters >= 0 or (characters < 0 and clock.elapsed() >= _SLICE_MS)
            ):
                break
        cursor.endEditBlock()

    def _insert(self, cursor: QTextCursor, paragraph: Paragraph) -> None:
        assert self._typesetter is not None
        hidden = is_hidden(paragraph, folded=self._folded)
        block = self._typesetter.block(paragraph, hidden=hidden)
        words = self._typesetter.words(paragraph, hidden=hidden)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if self._filled == 0:
            cursor.setBlockFormat(block)
            cursor.setBlockCharFormat(words)
        else:
            cursor.insertBlock(block, words)
        at = paragraph.span.start
        for label in () if hidden else paragraph.labels:
            cursor.insertText(_unwrapped(self._text[at : label.start]), words)
            cursor.insertText(_unwrapped(label.of(self._text)), self._typesetter.label)
            at = label.end
        cursor.insertText(_unwrapped(self._text[at : paragraph.span.end]), words)

    def _format(self, cursor: QTextCursor, block: QTextBlock, paragraph: Paragraph) -> None:
        assert self._typesetter is not None
        hidden = is_hidden(paragraph, folded=self._folded)
        wanted = self._typesetter.block(paragraph, hidden=hidden)
        words = self._typesetter.words(paragraph, hidden=hidden)
        cursor.setPosition(block.position())
        if block.blockFormat() != wanted:
            cursor.setBlockFormat(wanted)
        if block.charFormat() != words or paragraph.labels:
            cursor.setBlockCharFormat(words)
            keep = QTextCursor.MoveMode.KeepAnchor
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, keep)
            cursor.setCharFormat(words)
            for label in () if hidden else paragraph.labels:
                self._select_label(cursor, block, paragraph, label)
                cursor.setCharFormat(self._typesetter.label)

    def _select_label(
        self, cursor: QTextCursor, block: QTextBlock, paragraph: Paragraph, label: Span
    ) -> None:
        before = self._text[paragraph.span.start : label.start]
        start = block.position() + len(before.encode("utf-16-le")) // 2
        cursor.setPosition(start)
        end = start + len(label.of(self._text).encode("utf-16-le")) // 2
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)


def _unwrapped(text: str) -> str:
    """The same number of characters without line feeds."""
    return text.replace("\n", " ")


def is_hidden(paragraph: Paragraph, *, folded: bool) -> bool:
    """Whether a paragraph takes no room: a blank line, or furniture that is folded away."""
    return paragraph.blank or (folded and paragraph.role in FOLDED_ROLES)
