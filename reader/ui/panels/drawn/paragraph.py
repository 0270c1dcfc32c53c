"""Pieces of text laid out in a width and painted with their forms."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextLayout,
    QTextOption,
)

from reader.core.text.direction import is_right_to_left
from reader.core.text.offsets import Utf16Map
from reader.core.text.span import Span
from reader.ui.appearance import usual_width
from reader.ui.panels.drawn.marks import Stroke, box, line
from reader.ui.panels.drawn.pieces import ELLIPSIS, Form, Pieces, around, extent, text_of
from reader.ui.themes import Theme
from reader.ui.widgets.text_lines import in_ink, x_of

_LEFT_TO_RIGHT = Qt.LayoutDirection.LeftToRight
_RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft
_TO_THE_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
LEADING = 1.25
"""Line height in cells and lists, as a multiple of the font's own."""


@dataclass(frozen=True, slots=True)
class Patch:
    """Where one piece, or its part on one line, stands; in logical pixels from the paragraph."""

    form: Form
    area: QRectF
    baseline: float


class Paragraph:
    """One laid-out text; more than `lines` lines (0: any number) are cut with an ellipsis."""

    def __init__(
        self, pieces: Pieces, font: QFont, width: float, *, lines: int = 0, leading: float = LEADING
    ) -> None:
        self._text = text_of(pieces)
        self._metrics = QFontMetricsF(font)
        self._layout = QTextLayout(self._text.replace("\n", "\N{LINE SEPARATOR}"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._turned = is_right_to_left(self._text)
        option.setTextDirection(_RIGHT_TO_LEFT if self._turned else _LEFT_TO_RIGHT)
        option.setAlignment(_TO_THE_RIGHT if self._turned else Qt.AlignmentFlag.AlignLeft)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self._step = self._metrics.height() * leading
        self._cut_at: QPointF | None = None
        self._lay_out(max(width, 1.0), lines)
        self._quiet: list[tuple[int, int]] = []
        """Start and length, in UTF-16 units, of what is written in quiet ink."""
        self.patches = self._patches(pieces)

    @property
    def height(self) -> float:
        return self._step * max(1, self._layout.lineCount())

    @property
    def width(self) -> float:
        """How far the widest line reaches, its ellipsis included."""
        lines = (self._layout.lineAt(n) for n in range(self._layout.lineCount()))
        widest = max((line.naturalTextRect().right() for line in lines), default=0.0)
        return widest + (self._metrics.horizontalAdvance(ELLIPSIS) if self.cut else 0.0)

    @property
    def line_count(self) -> int:
        return self._layout.lineCount()

    @property
    def cut(self) -> bool:
        """Whether there was more text than lines."""
        return self._cut_at is not None

    @property
    def shown(self) -> int:
        """How many code points of the text stand in its lines."""
        if not self._layout.lineCount():
            return 0
        last = self._layout.lineAt(self._layout.lineCount() - 1)
        end = last.textStart() + last.textLength()
        return Utf16Map(self._text).span_from_qt(0, end).end

    def paint(self, painter: QPainter, at: QPointF, theme: Theme, ink: str | None = None) -> None:
        """Draw tints, then the words, then lines and boxes; `ink` is the theme's text ink."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for patch in self.patches:
            _tint(painter, patch, at, theme)
        for patch in self.patches:
            _lines(painter, patch, at, theme)
        painter.setPen(QColor(ink or theme.ink["text"]))
        quiet = [in_ink(*run, theme.ink["quiet"]) for run in self._quiet]
        self._layout.draw(painter, at, quiet)
        if self._cut_at is not None:
            painter.setPen(QColor(theme.ink["quiet"]))
            painter.setFont(self._layout.font())
            painter.drawText(at + self._cut_at, ELLIPSIS)
        painter.restore()

    def _lay_out(self, width: float, lines: int) -> None:
        layout = self._layout
        layout.beginLayout()
        y = 0.0
        room = self._metrics.horizontalAdvance(ELLIPSIS)
        offset = (self._step - self._metrics.height()) / 2
        while True:
            made = layout.createLine()
            if not made.isValid():
                break
            made.setLineWidth(width)
            made.setPosition(QPointF(0, y + offset))
            y += self._step
            end = made.textStart() + made.textLength()
            if lines and layout.lineCount() == lines and end < len(layout.text()):
                made.setLineWidth(max(1.0, width - room))
                made.setPosition(QPointF(0, y - self._step + offset))
                shown = made.naturalTextRect()
                if self._turned:  # the room for the ellipsis is at the left, where such a line ends
                    made.setPosition(QPointF(room, made.y()))
                    shown = made.naturalTextRect()
                at = shown.left() - room if self._turned else shown.right()
                self._cut_at = QPointF(at, y - self._step + offset + made.ascent())
                break
        layout.endLayout()

    def _patches(self, pieces: Pieces) -> tuple[Patch, ...]:
        units = Utf16Map(self._text)
        found: list[Patch] = []
        at = 0
        for piece in pieces:
            span = Span(at, at + len(piece.text))
            at = span.end
            if piece.form is Form.PLAIN:
                continue
            start, end = units.qt_range(span)
            if piece.form in (Form.QUIET, Form.DELETED):
                self._quiet.append((start, end - start))
            found += self._patches_of(piece.form, start, end)
        return tuple(found)

    def _patches_of(self, form: Form, start: int, end: int) -> list[Patch]:
        found: list[Patch] = []
        for n in range(self._layout.lineCount()):
            row = self._layout.lineAt(n)
            first = max(start, row.textStart())
            last = min(end, row.textStart() + row.textLength())
            if first >= last:
                continue
            edges = sorted((x_of(row, first), x_of(row, last)))
            right = min(edges[1], row.naturalTextRect().right())
            area = QRectF(edges[0], row.y(), right - edges[0], row.height())
            found.append(Patch(form, area, row.y() + row.ascent()))
        return found


_TRIES = ((1.0, 24, 0.7), (0.85, 24, 0.7), (0.7, 24, 0.7), (1.0, 0, 1.0), (0.85, 0, 1.0))
"""Shares of the room, characters of context and how surely what tells most must end in it, tried
until it stands whole in the lines there are.
"""


def fitted(pieces: Pieces, font: QFont, width: float, lines: int) -> Paragraph:
    """A paragraph of so many lines that shows what is set off, wherever it stands in the text."""
    room = width / usual_width(font) * lines
    first, last = extent(pieces)
    tries: list[Paragraph] = []
    for share, before, sure in _TRIES:
        cut = around(pieces, max(12, int(room * share)), before, sure)
        start, end = extent(cut)
        tries.append(Paragraph(cut, font, width, lines=lines))
        if end - start == last - first and end <= tries[-1].shown:
            return tries[-1]
    return tries[2]


_TINTS = {
    Form.CHANGED: "near",
    Form.INSERTED: "near",
    Form.CONFLICT: "conflict",
    Form.FOUND: "find",
}


def _tint(painter: QPainter, patch: Patch, at: QPointF, theme: Theme) -> None:
    mark = theme.marks.get(_TINTS.get(patch.form, ""))
    if mark is None or mark.tint is None:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(mark.tint))
    painter.drawRoundedRect(patch.area.translated(at).adjusted(-1, 0, 1, 0), 2, 2)


def _lines(painter: QPainter, patch: Patch, at: QPointF, theme: Theme) -> None:
    area, width = patch.area.translated(at), theme.line_width
    under = min(at.y() + patch.baseline + 3.0, area.bottom())
    match patch.form:
        case Form.CHANGED:
            colour = theme.marks["near"].line
            line(painter, area.left(), area.right(), under, colour, width, Stroke.DOTTED)
        case Form.KIN:
            colour = theme.ink["quiet"]
            line(painter, area.left(), area.right(), under, colour, width, Stroke.DOTTED)
        case Form.INSERTED:
            line(painter, area.left(), area.right(), under, theme.marks["near"].line, width)
        case Form.DELETED:
            middle = at.y() + patch.baseline - area.height() * 0.22
            line(painter, area.left(), area.right(), middle, theme.ink["quiet"], width)
        case Form.CONFLICT:
            box(
                painter,
                area.adjusted(-1.0, 0.5, 1.0, -0.5),
                theme.marks["conflict"].line,
                theme.line_width,
            )
        case Form.FOUND:
            line(painter, area.left(), area.right(), under, theme.marks["find"].line, 1.0)
        case _:
            pass
