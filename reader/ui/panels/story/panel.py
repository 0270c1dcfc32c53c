"""The story panel: article by article how much they share, drawn, to open the pair one wants."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.ui.appearance import SPACES, Appearance
from reader.ui.panels.details.parts import label
from reader.ui.panels.drawn.marks import bar
from reader.ui.panels.drawn.rows import RowDelegate, bolder, smaller
from reader.ui.panels.story.facts import Part, Share
from reader.ui.panels.story.model import (
    OTHERS_ROLE,
    PARTS_ROLE,
    SHARE_ROLE,
    STRIP,
    OverviewModel,
    percent,
)
from reader.ui.panels.tables.views import GridView, NameHeader
from reader.ui.panels.tables.widths import SharedWidths, Width
from reader.ui.panels.words import NONE
from reader.ui.session import Session
from reader.ui.themes import blend
from reader.ui.widgets.items import Index, area_of, font_of

_ROW = 44
_NAME, _NARROWEST = 280, 104


class _OverviewDelegate(RowDelegate):
    """Bars with their numbers; the strip as steps, higher where more articles share."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(_NARROWEST, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        self.ground(painter, option)
        area = area_of(option)
        font = font_of(option)
        if index.column() == STRIP:
            self._strip(painter, area, index.data(PARTS_ROLE) or [], index.data(OTHERS_ROLE))
        else:
            self._share(painter, area, font, index.data(SHARE_ROLE))
        self.rule(painter, area)
        painter.restore()

    def _share(self, painter: QPainter, area: QRect, font: QFont, share: Share | None) -> None:
        """The whole share as a bar, in it what is word for word; the numbers beside it."""
        theme = self.theme
        if share is None:
            painter.setPen(QColor(theme.ink["quiet"]))
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), NONE)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(area).adjusted(SPACES[1], 0, -SPACES[1], 0)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        baseline = area.top() + 6 + metrics.ascent()
        painter.setPen(QColor(theme.ink["text" if share.whole else "quiet"]))
        told = percent(share.whole)
        painter.drawText(QPointF(room.left(), baseline), told)
        x = room.left() + metrics.horizontalAdvance(told) + SPACES[1]
        if share.conflicts:
            painter.setFont(bolder(font))
            painter.setPen(QColor(theme.marks["conflict"].line))
            painter.drawText(QPointF(x, baseline), f"≠ {share.conflicts}")
        small = smaller(font, 0.85)
        words = percent(share.verbatim)
        painter.setFont(small)
        painter.setPen(QColor(theme.ink["quiet"]))
        width = QFontMetricsF(small).horizontalAdvance(words)
        if share.verbatim and x + 32 + width < room.right():
            painter.drawText(QPointF(room.right() - width, baseline), words)
        track = QRectF(room.left(), area.bottom() - 14, room.width(), 6)
        bar(painter, track, theme.surface["hover"])
        for part, mark in ((share.whole, "paraphrase"), (share.verbatim, "verbatim")):
            if part:
                filled = QRectF(track.left(), track.top(), max(2.0, track.width() * part), 6)
                bar(painter, filled, theme.marks[mark].line)

    def _strip(self, painter: QPainter, area: QRect, own: list[Part], others: int) -> None:
        theme = self.theme
        track = QRectF(area).adjusted(SPACES[1], 8, -SPACES[1], -9)
        painter.fillRect(track, QColor(theme.surface["hover"]))
        for part in own:
            level = part.others / max(1, others)
            height = track.height() * (0.25 + 0.75 * level)
            colour = blend(theme.marks["verbatim"].line, theme.surface["page"], 0.35 + 0.65 * level)
            left = track.left() + track.width() * part.start
            width = max(1.0, track.width() * (part.end - part.start))
            painter.fillRect(QRectF(left, track.bottom() - height, width, height), QColor(colour))


class StoryPanel(QWidget):
    """The matrix; Enter or a click on a cell puts the two articles on the board."""

    def __init__(
        self, session: Session, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.table = GridView(
            appearance,
            "How much the articles share",
            "A row says how much of its article stands in each other one. Enter opens the pair",
        )
        self.model = OverviewModel(session, self)
        self.table.setModel(self.model)
        self.table.setItemDelegate(_OverviewDelegate(appearance, self.table))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.widths = SharedWidths(self.table, session.settings, "story", self._widths)
        self.names = NameHeader(appearance, _NAME, self.table)
        self.names.setAccessibleName("Articles")
        self.names.setDefaultSectionSize(_ROW)
        self.table.setVerticalHeader(self.names)
        self.told = label(
            "Of each row’s article: how much the column’s article also has, ≠ conflicts, and at "
            "the right what is word for word. Click to read the two beside each other.",
            "quiet",
        )
        self.told.setContentsMargins(SPACES[1], SPACES[0], SPACES[1], SPACES[0])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.told)
        layout.addWidget(self.table, 1)
        self.table.empty_words = "Add a second article to see what they share."
        self.table.clicked.connect(self._open)
        self.table.entered_row.connect(self._open)

    def _open(self, index: QModelIndex) -> None:
        """Put the two articles of a cell on the board, or the row's own with all the others."""
        board = self._session.board
        here = self.model.article(index.row()).id
        if index.column() == STRIP:
            others = (a.id for a in self._session.stories.articles if a.id != here)
            board.set_columns((here, *others))
        elif index.column() - 1 != index.row():
            board.set_columns((here, self.model.article(index.column() - 1).id))
        board.set_base(here)

    def _widths(self) -> list[Width]:
        pairs = self.model.columnCount() - 1
        return [Width(2 * _NARROWEST, 2.0), *[Width(_NARROWEST, 1.0)] * pairs] if pairs > 0 else []
