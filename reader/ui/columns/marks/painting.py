"""Draws laid-out marks: tints below the words, lines, boxes and margins over them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from reader.core.difference.divergence import Verdict
from reader.core.matching.link import Relation
from reader.ui.columns.marks.geometry import Piece
from reader.ui.columns.marks.shapes import Beside, Laid, Underlined
from reader.ui.columns.marks.tones import Tone, Tones

LEFT_MARGIN: Final = 32
"""Room for a person's stripes, in pixels."""
NUMBER_MARGIN: Final = 20
"""Room for paragraph numbers, further left."""
RIGHT_MARGIN: Final = 26
"""Room for the machine's bars and signs."""
_BAR_AT: Final = 7
_SIGN_AT: Final = 17
"""From the text to the bar of what only one article says, and to the middle of a sign."""
_STRIPE: Final = 4
_LANE: Final = 6
_FIRST_LANE: Final = 14
"""From the text to the first stripe."""
_HIT, _CURRENT_HIT = 0.5, 1.4
"""Weight of the frame around found words, and around those one is at."""
_ACTIVE: Final = 2
_ACTIVE_BOLD: Final = 3
"""Width of the bar along the active passage; bold where no tint tells it."""
_BESIDE: Final = 4
"""From the words to that bar."""
_AIR: Final = 1.0
"""Between a box and its words: most of the space to the next word stays outside."""
_BELOW: Final = 3.0
"""From the baseline to the first underline."""
_DEPTH: Final = 3.0
"""From one underline to the next."""

_DASHES: Final[dict[Relation, list[float]]] = {
    Relation.VERBATIM: [],
    Relation.NEAR: [5.0, 3.0],
    Relation.PARAPHRASE: [1.0, 1.5],
}
"""In pen widths. Dots are square: round caps take Qt sixty times as long."""
_CHANGED_DASHES: Final = [1.0, 1.5]


def left_margin(*, numbers: bool) -> int:
    """From the column's edge to its words, in pixels, with paragraph numbers or without."""
    return LEFT_MARGIN + (NUMBER_MARGIN if numbers else 0)


class MarkPainter:
    """Paints the marks of paragraphs in one theme."""

    def __init__(self, tones: Tones) -> None:
        self._tones = tones
        self._width = tones.theme.line_width
        self._pens: dict[tuple[str, str, float], QPen] = {}
        self._colours: dict[str, QColor] = {}

    # ---- below the words

    def paint_under(self, painter: QPainter, laid: Laid, *, resting: bool) -> None:
        """`resting` while no passage is active: then all marks are a little quieter."""
        for mark in laid.underlined:
            tint = self._tone(mark, resting).tint
            if tint is not None:
                painter.fillRect(_band(mark.piece), self._colour(tint))
        for stripe, piece in laid.brackets:
            tint = self._tones.mark("note").tint
            if stripe.active and tint is not None:
                painter.fillRect(_band(piece), self._colour(tint))
        for box in laid.boxed:
            tint = self._tones.mark("conflict", faded=box.faded).tint
            if box.verdict is Verdict.CONFLICT and tint is not None:
                painter.fillRect(_band(box.piece), self._colour(tint))
        for piece, _ in laid.hits:
            tone = self._tones.mark("find")
            if tone.tint is not None:
                painter.fillRect(_band(piece), self._colour(tone.tint))

    def _tone(self, mark: Underlined, resting: bool) -> Tone:
        if mark.changed:
            return self._tones.changed(faded=mark.faded)
        return self._tones.relation(mark.relations[0], faded=mark.faded, resting=resting)

    # ---- over the words

    def paint_over(self, painter: QPainter, laid: Laid, left: float, right: float) -> None:
        """`left` and `right` are the text's edges in the painter's coordinates."""
        for mark in laid.underlined:
            self._underline(painter, mark)
        for box in laid.boxed:
            conflict = box.verdict is Verdict.CONFLICT
            tone = (
                self._tones.mark("conflict", faded=box.faded)
                if conflict
                else self._tones.quiet(faded=True)
            )
            pen = self._pen(tone.line, [] if conflict else [1.5, 2.0], 1.0)
            self._box(painter, box.piece, pen)
        for piece, current in laid.hits:
            weight = _CURRENT_HIT if current else _HIT
            self._box(painter, piece, self._pen(self._tones.mark("find").line, [], weight))
        if laid.flash:
            painter.setPen(self._pen(self._tones.theme.ink["accent"], [], 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(_outline(laid.flash))
        for stripe, piece in laid.brackets:
            colour = self._tag(stripe.note.colours[0] if stripe.note.colours else "grey")
            self._bracket(painter, piece, colour, 1.4 if stripe.active else 1.0)
        self._margins(painter, laid, left, right)

    def _underline(self, painter: QPainter, mark: Underlined) -> None:
        piece = mark.piece
        # Where colours do not fade, lines do: what is not active is drawn half as thick.
        weight = 0.5 if mark.faded and self._tones.theme.high_contrast else 1.0
        for relation, slot in zip(mark.relations, mark.slots, strict=True):
            colour = self._tones.relation(relation, faded=mark.faded).line
            painter.setPen(self._pen(colour, _DASHES[relation], weight))
            self._line(painter, piece, slot)
        if mark.changed:
            colour = self._tones.changed(faded=mark.faded).line
            painter.setPen(self._pen(colour, _CHANGED_DASHES, 1.3 * weight))
            self._line(painter, piece, max(mark.slots, default=0) + 1)

    def _line(self, painter: QPainter, piece: Piece, slot: int) -> None:
        y = piece.baseline + _BELOW + slot * _DEPTH + self._width / 2
        painter.drawLine(QPointF(piece.left, y), QPointF(piece.right, y))

    def _box(self, painter: QPainter, piece: Piece, pen: QPen) -> None:
        """Closed where the stretch begins and ends, open where it goes on to another line."""
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        left, right = piece.left - _AIR, piece.right + _AIR
        top, bottom = piece.top + 1, piece.bottom + 1
        if piece.first and piece.last:
            painter.drawRoundedRect(QRectF(left, top, right - left, bottom - top), 3, 3)
            return
        painter.drawLine(QPointF(left, top), QPointF(right, top))
        painter.drawLine(QPointF(left, bottom), QPointF(right, bottom))
        start, end = (right, left) if piece.turned else (left, right)
        if piece.first:
            painter.drawLine(QPointF(start, top), QPointF(start, bottom))
        if piece.last:
            painter.drawLine(QPointF(end, top), QPointF(end, bottom))

    def _bracket(self, painter: QPainter, piece: Piece, colour: str, weight: float) -> None:
        painter.setPen(self._pen(colour, [], weight))
        top, bottom = piece.top + 1, piece.bottom
        at_left, at_right = (piece.last, piece.first) if piece.turned else (piece.first, piece.last)
        for x, way, wanted in ((piece.left - 1, 1, at_left), (piece.right + 1, -1, at_right)):
            if wanted:
                painter.drawPolyline(
                    [
                        QPointF(x + 3 * way, top),
                        QPointF(x, top),
                        QPointF(x, bottom),
                        QPointF(x + 3 * way, bottom),
                    ]
                )

    def _margins(self, painter: QPainter, laid: Laid, left: float, right: float) -> None:
        ink = self._colour(self._tones.theme.ink["text"])
        width = _ACTIVE_BOLD if self._tones.theme.high_contrast else _ACTIVE
        for beside in laid.active:
            painter.fillRect(_strip(left - _BESIDE - width, width, beside), ink)
        for bar in laid.bars:
            colour = self._tones.mark("only", faded=bar.faded).line
            painter.fillRect(_strip(right + _BAR_AT, 2, bar), self._colour(colour))
        for stripe, beside in laid.stripes:
            x = left - _FIRST_LANE - stripe.lane * _LANE
            colours = stripe.note.colours or ("grey",)
            height = (beside.bottom - beside.top) / len(colours)
            for n, colour in enumerate(colours):
                part = Beside(beside.top + n * height, beside.top + (n + 1) * height)
                width = _STRIPE + (1 if stripe.active else 0)
                painter.fillRect(_strip(x, width, part), self._colour(self._tag(colour)))
        for sign in laid.signs:
            tone = self._tones.mark("conflict", faded=sign.faded)
            self._sign(painter, QPointF(right + _SIGN_AT, (sign.top + sign.bottom) / 2), tone.line)

    def _sign(self, painter: QPainter, middle: QPointF, colour: str) -> None:
        """A not-equal sign, drawn: no font need have it."""
        painter.setPen(self._pen(colour, [], 1.2))
        x, y = middle.x(), middle.y()
        for dy in (-2.5, 2.5):
            painter.drawLine(QPointF(x - 5, y + dy), QPointF(x + 5, y + dy))
        painter.drawLine(QPointF(x - 3, y + 6), QPointF(x + 3, y - 6))

    def paint_number(
        self, painter: QPainter, number: int, font: QFont, left: float, line: float
    ) -> None:
        """A paragraph's number in the far margin; `line` is the first line's height."""
        painter.setFont(font)
        painter.setPen(self._colour(self._tones.theme.ink["quiet"]))
        box = QRectF(left - LEFT_MARGIN - NUMBER_MARGIN + 4, 0, NUMBER_MARGIN + 4, line)
        painter.drawText(
            box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(number)
        )

    def paint_rule(self, painter: QPainter, x: float, height: float) -> None:
        """The rule beside a caption."""
        painter.fillRect(
            QRectF(x, 1, 2, height - 2), self._colour(self._tones.theme.surface["edge"])
        )

    def paint_fold(self, painter: QPainter, left: float, right: float, y: float) -> None:
        """Where furniture is folded away: a dotted line."""
        painter.setPen(self._pen(self._tones.theme.ink["quiet"], [1.0, 4.0], 1.0))
        painter.drawLine(QPointF(left, y), QPointF(right, y))

    def paint_crossing(self, painter: QPainter, y: float, width: float) -> None:
        """A passage that this column lacks, on its way from one neighbour to the other."""
        weight = 0.5 if self._tones.theme.high_contrast else 0.8
        painter.setPen(self._pen(self._tones.quiet(faded=True).line, [4.0, 4.0], weight))
        painter.drawLine(QPointF(0, y), QPointF(width, y))

    def _tag(self, colour: str) -> str:
        return self._tones.theme.tag(colour)

    def _colour(self, name: str) -> QColor:
        found = self._colours.get(name)
        if found is None:
            found = self._colours[name] = QColor(name)
        return found

    def _pen(self, colour: str, dashes: list[float], weight: float) -> QPen:
        key = (colour, repr(dashes), weight)
        pen = self._pens.get(key)
        if pen is None:
            pen = QPen(self._colour(colour), self._width * weight)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if dashes:
                pen.setDashPattern(dashes)
            self._pens[key] = pen
        return pen


def _outline(found: Sequence[Piece]) -> QPainterPath:
    """One line around all pieces: a frame a line would rule a long place like a notebook."""
    around = QPainterPath()
    for piece in found:
        around.addRect(_band(piece).adjusted(-_AIR, 0, _AIR, 0))
    return around.simplified()


def _band(piece: Piece) -> QRectF:
    return QRectF(piece.left, piece.top, piece.right - piece.left, piece.bottom - piece.top + 1)


def _strip(x: float, width: float, beside: Beside) -> QRectF:
    return QRectF(x, beside.top, width, beside.bottom - beside.top)


def lane_at(distance: float) -> int:
    """The lane of stripes that far to the left of the text, in pixels."""
    return max(0, round((_FIRST_LANE - _STRIPE / 2 - distance) / -_LANE))
