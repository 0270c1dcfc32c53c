"""How the cells of a ledger are painted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from reader.core.difference.divergence import Verdict
from reader.ui.appearance import SPACES
from reader.ui.panels.drawn.paragraph import Paragraph
from reader.ui.panels.drawn.pieces import Piece, found_in
from reader.ui.panels.drawn.rows import RowDelegate, bolder
from reader.ui.panels.ledgers.model import ROW_ROLE, LedgerModel
from reader.ui.panels.ledgers.rows import LedgerRow
from reader.ui.widgets.items import Index, area_of, font_of


class LedgerDelegate(RowDelegate):
    """The articles' words in the face of the text, a conflict in its own ink."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, self.row_height())

    def row_height(self) -> int:
        face = self._appearance.text_font(85)
        return round(Paragraph((Piece("x"),), face, 100).height) + 2 * SPACES[0] + 1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        self.ground(painter, option)
        row: LedgerRow = index.data(ROW_ROLE)
        model = index.model()
        assert isinstance(model, LedgerModel)
        area = area_of(option)
        font = font_of(option)
        theme, text = self.theme, model.column(index.column()).text
        face, ink = (self._appearance.text_font(85) if text else font), theme.ink["text"]
        if index.column() == model.columnCount() - 1:
            conflict = row.verdict is Verdict.CONFLICT
            face = bolder(font) if conflict else font
            ink = theme.marks["conflict"].line if conflict else theme.ink["quiet"]
        elif row.flagged or not text:
            ink = theme.ink["quiet"] if row.flagged and not text else ink
        room = area.adjusted(SPACES[1], 0, -SPACES[1], 0)
        paragraph = Paragraph(found_in(index.data(), model.text), face, room.width(), lines=1)
        y = area.top() + (area.height() - paragraph.height) / 2
        painter.setClipRect(area)
        paragraph.paint(painter, QPointF(room.left(), y), theme, ink)
        self.rule(painter, area)
        painter.restore()
