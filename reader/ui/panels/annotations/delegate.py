"""How the rows of the annotations list are painted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from reader.core.annotating.annotation import Annotation, Standing, Status, Tag
from reader.ui.appearance import SPACES
from reader.ui.panels.annotations.model import ROW_ROLE, AnnotationsModel
from reader.ui.panels.annotations.rows import (
    Entry,
    Found,
    Heading,
    Row,
    standing_of,
)
from reader.ui.panels.drawn.marks import bar, dot
from reader.ui.panels.drawn.paragraph import fitted
from reader.ui.panels.drawn.pieces import Piece, Pieces, text_of
from reader.ui.panels.drawn.rows import RowDelegate, bolder, smaller
from reader.ui.panels.words import STANDING_WORDS
from reader.ui.widgets.items import Index, area_of, font_of

_HEADING, _ROW = 28, 48
_STRIPE = 3


class AnnotationDelegate(RowDelegate):
    """The quote in the face of the text, below it tags, note, place and rating."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW_ROLE)
        return QSize(100, _HEADING if isinstance(row, Heading) else _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        row: Row = index.data(ROW_ROLE)
        area = area_of(option)
        font = font_of(option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        model = index.model()
        assert isinstance(model, AnnotationsModel)
        if isinstance(row, Heading):
            self._heading(painter, area, font, row)
        else:
            self.ground(painter, option)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if isinstance(row, Entry):
                self._entry(painter, area, font, row, model)
            else:
                self._found(painter, area, font, row, model)
            self.rule(painter, area)
        painter.restore()

    def _heading(self, painter: QPainter, area: QRect, font: QFont, row: Heading) -> None:
        theme = self.theme
        painter.setFont(bolder(smaller(font)))
        painter.setPen(QColor(theme.ink["text"]))
        room = area.adjusted(SPACES[1], SPACES[0], -SPACES[1], 0)
        metrics = QFontMetricsF(painter.font())
        words = metrics.elidedText(row.words, Qt.TextElideMode.ElideRight, room.width() - 40)
        middle = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(room, middle, words)
        painter.setFont(smaller(font))
        painter.setPen(QColor(theme.ink["quiet"]))
        after = room.adjusted(round(metrics.horizontalAdvance(words)) + SPACES[1], 0, 0, 0)
        painter.drawText(after, middle, str(row.count))

    def _entry(
        self, painter: QPainter, area: QRect, font: QFont, row: Entry, model: AnnotationsModel
    ) -> None:
        annotation, theme = row.annotation, self.theme
        tags = [tag for tag_id in annotation.tag_ids if (tag := model.words.tag(tag_id))]
        stripe = theme.tag(tags[0].colour) if tags else theme.marks["note"].line
        bar(
            painter,
            QRectF(area.left() + SPACES[0], area.top() + 6, _STRIPE, area.height() - 13),
            stripe,
        )
        left = area.left() + SPACES[2]
        self._quote(painter, area, left, model.words.quote(annotation), quiet=row.removed)
        baseline = self._second(area)
        x = left + self._tags(painter, QPointF(left, baseline), font, tags)
        self._rest(painter, area, x, baseline, font, annotation, model)

    def _quote(
        self, painter: QPainter, area: QRect, left: float, pieces: Pieces, *, quiet: bool
    ) -> None:
        face = self._appearance.text_font(85)
        width = area.right() - left - SPACES[1]
        words = fitted(pieces, face, width, 1)
        ink = self.theme.ink["quiet" if quiet else "text"]
        words.paint(painter, QPointF(left, area.top() + SPACES[0]), self.theme, ink)

    def _second(self, area: QRect) -> float:
        """Baseline of the second line."""
        return area.bottom() - 10.0

    def _tags(self, painter: QPainter, at: QPointF, font: QFont, tags: list[Tag]) -> float:
        """Swatch and name of each tag; the width they take."""
        small = smaller(font)
        painter.setFont(small)
        metrics = QFontMetricsF(small)
        x = at.x()
        for tag in tags[:4]:
            dot(
                painter,
                QPointF(x + 4, at.y() - metrics.capHeight() / 2),
                4,
                self.theme.tag(tag.colour),
            )
            painter.setPen(QColor(self.theme.ink["text"]))
            painter.drawText(QPointF(x + 12, at.y()), tag.name)
            x += 12 + metrics.horizontalAdvance(tag.name) + SPACES[2]
        return x - at.x()

    def _rest(
        self,
        painter: QPainter,
        area: QRect,
        x: float,
        baseline: float,
        font: QFont,
        annotation: Annotation,
        model: AnnotationsModel,
    ) -> None:
        """Note, place, rating and how well it stands, as far as there is room."""
        theme, small = self.theme, smaller(font)
        quiet = theme.ink["quiet"]
        told: list[tuple[Pieces, QFont, str]] = []
        if annotation.status is Status.CHECKED:
            told.append(((Piece("✓ checked"),), small, quiet))
        rating = model.words.rating(annotation)
        if rating is not None:
            told.append(((Piece(rating.name),), bolder(small), theme.ink["text"]))
        standing = standing_of(annotation)
        if standing is not Standing.FOUND:
            sign = (Piece(f"! {STANDING_WORDS[standing]}"),)
            told.append((sign, bolder(small), theme.ink["warning"]))
        told.append((model.words.note(annotation), small, theme.ink["text"]))
        if annotation.targets:
            told.append(((Piece(_where(annotation, model)),), small, quiet))
        for pieces, face, ink in told:
            room = area.right() - SPACES[1] - x
            if not text_of(pieces) or room < 24:
                continue
            metrics = QFontMetricsF(face)
            words = fitted(pieces, face, room, 1)
            top = baseline - metrics.ascent() - (words.height - metrics.height()) / 2
            words.paint(painter, QPointF(x, top), theme, ink)
            x += words.width + SPACES[2]

    def _found(
        self, painter: QPainter, area: QRect, font: QFont, row: Found, model: AnnotationsModel
    ) -> None:
        left = area.left() + SPACES[2]
        self._quote(painter, area, left, row.pieces, quiet=False)
        painter.setFont(smaller(font))
        painter.setPen(QColor(self.theme.ink["quiet"]))
        painter.drawText(QPointF(left, self._second(area)), model.words.source(row.article_id))


def _where(annotation: Annotation, model: AnnotationsModel) -> str:
    """The article of its first place, and how many more places it has."""
    where, more = model.words.source(annotation.targets[0].article_id), len(annotation.targets) - 1
    return f"{where} and {more} more" if more else where
