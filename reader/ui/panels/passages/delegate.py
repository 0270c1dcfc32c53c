"""How the cells of the passages table are painted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from reader.core.annotating.annotation import ReviewState
from reader.core.matching.link import Relation
from reader.ui.appearance import SPACES
from reader.ui.listing import Outcome
from reader.ui.panels.drawn.marks import Stroke, bar, line
from reader.ui.panels.drawn.paragraph import LEADING, Paragraph, fitted
from reader.ui.panels.drawn.pieces import Piece
from reader.ui.panels.drawn.rows import RowDelegate, bolder, smaller
from reader.ui.panels.passages.model import (
    COPIED_ROLE,
    DECIDED_ROLE,
    INDEPENDENCE_ROLE,
    PIECES_ROLE,
    RELATION_ROLE,
    STATE_ROLE,
    VERDICT_ROLE,
)
from reader.ui.panels.passages.telling import FIRST_ARTICLE, Column
from reader.ui.panels.words import STATE_SIGNS, STATE_WORDS, others_words, outcome_words
from reader.ui.session.reviewing import Reviewed
from reader.ui.widgets.items import Index, area_of, font_of

GUTTER = 20
"""Where the form of the relation to the base stands, left of a reading."""
_ABSENT = 12
"""How long the line is that stands where an article lacks the passage."""
STROKES = {
    Relation.VERBATIM: ("verbatim", Stroke.SOLID),
    Relation.NEAR: ("near", Stroke.DASHED),
    Relation.PARAPHRASE: ("paraphrase", Stroke.DOTTED),
}


class PassageDelegate(RowDelegate):
    """Readings in the face of the text with their differences; all else in the system's face."""

    lines = 3
    """How many lines of text a row has."""

    def face(self) -> QFont:
        """The face of the readings, at a size for tables."""
        return self._appearance.text_font(85)

    def row_height(self) -> int:
        step = Paragraph((Piece("x"),), self.face(), 100).height
        return round(step * self.lines) + 2 * SPACES[0] + 1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, self.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        self.ground(painter, option)
        area = area_of(option)
        font = font_of(option)
        room = area.adjusted(SPACES[1], SPACES[0], -SPACES[1], -SPACES[0] - 1)
        match index.column():
            case Column.NUMBER:
                self._say(painter, room, [(index.data(), font, "quiet")])
            case Column.VERDICT:
                self._verdict(painter, room, font, index)
            case Column.STATE:
                self._state(painter, room, font, index)
            case _:
                self._reading(painter, area, index)
        self.rule(painter, area)
        painter.restore()

    def _verdict(self, painter: QPainter, room: QRect, font: QFont, index: Index) -> None:
        found = Outcome(index.data(VERDICT_ROLE))
        shared, independence = index.data(COPIED_ROLE), index.data(INDEPENDENCE_ROLE)
        told = [(outcome_words(found), font, "text")]
        if found is Outcome.CONFLICT:
            told = [(outcome_words(found), bolder(font), "conflict")]
        elif found in (Outcome.ONLY, Outcome.NO_DIFFERENCE):
            told = [(outcome_words(found), font, "quiet")]
        if index.column() < FIRST_ARTICLE and found is not Outcome.ONLY:
            told.append((shared, smaller(font), "quiet"))
        if independence:
            told.append((independence, smaller(font), "quiet"))
        self._say(painter, room, told)

    def _state(self, painter: QPainter, room: QRect, font: QFont, index: Index) -> None:
        reviewed: Reviewed = index.data(STATE_ROLE)
        words = f"{STATE_SIGNS[reviewed.state]} {STATE_WORDS[reviewed.state]}".strip()
        call = reviewed.state is ReviewState.NEEDS_A_CALL
        told = [(words, font, "text" if call else "quiet")]
        if reviewed.changed:
            told.append(("changed since", smaller(font), "warning"))
        if reviewed.others:
            ink = "warning" if reviewed.disputed else "quiet"
            told.append((others_words(reviewed.others), smaller(font), ink))
        if decided := index.data(DECIDED_ROLE):
            told.append((decided, smaller(font), "quiet"))
        self._say(painter, room, told)

    def _say(self, painter: QPainter, room: QRect, told: list[tuple[str, QFont, str]]) -> None:
        """Short lines below each other; the last word is the name of an ink."""
        y = float(room.top())
        theme = self.theme
        for words, font, ink in told[: self.lines]:
            paragraph = Paragraph((Piece(words),), font, room.width(), lines=1)
            colour = theme.marks["conflict"].line if ink == "conflict" else theme.ink[ink]
            paragraph.paint(painter, QPointF(room.left(), y), theme, colour)
            y += paragraph.height

    def _reading(self, painter: QPainter, area: QRect, index: Index) -> None:
        pieces = index.data(PIECES_ROLE)
        theme, face = self.theme, self.face()
        metrics = QFontMetricsF(face)
        if not pieces:
            y = area.top() + SPACES[0] + metrics.height() * LEADING / 2
            left = area.left() + GUTTER
            line(painter, left, left + _ABSENT, round(y) + 0.5, theme.ink["quiet"], 1.0)
            return
        width = area.width() - GUTTER - SPACES[1]
        paragraph = fitted(pieces, face, width, self.lines)
        y = area.top() + SPACES[0]
        self._relation(painter, area, y + paragraph.height / paragraph.line_count / 2, index)
        painter.setClipRect(area)
        paragraph.paint(painter, QPointF(area.left() + GUTTER, y), theme)

    def _relation(self, painter: QPainter, area: QRect, y: float, index: Index) -> None:
        """The form of the mark that this reading has in the text, as a sample before it."""
        theme = self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if Outcome(index.data(VERDICT_ROLE)) is Outcome.ONLY:
            stripe = QRectF(area.left() + 6, area.top() + SPACES[0] + 2, 3, area.height() - 13)
            bar(painter, stripe, theme.marks["only"].line)
            return
        relation = index.data(RELATION_ROLE)
        if relation in STROKES:
            name, stroke = STROKES[relation]
            colour = theme.marks[name].line
            line(painter, area.left() + 2, area.left() + 13, y, colour, theme.line_width, stroke)
