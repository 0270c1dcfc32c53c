"""A whole column: its head, its text and its overview, as one thing on the board."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from reader.core.annotating.annotation import StoredArticle
from reader.ui.appearance import Appearance
from reader.ui.columns import overview
from reader.ui.columns.column import Column
from reader.ui.columns.head.header import Header
from reader.ui.columns.marks.painting import left_margin
from reader.ui.columns.marks.tones import Tones
from reader.ui.columns.overview import Overview
from reader.ui.session import Board
from reader.ui.steps import Turns

HEADLINE_POINTS: Final = 11.0
_FOCUS_LINE: Final = 2
_SIDE_LINE: Final = 1
_FEWEST: Final = 20
"""Characters that a line holds at least, however large the text is."""


class Frame(QWidget):
    """Head, text and overview of one article; it outlives changes of its neighbours."""

    note_wanted = Signal(str)
    passage_wanted = Signal(str, int)
    """Article id and the code point that was clicked, -1 beside the text."""
    menu_wanted = Signal(str, QPoint)

    def __init__(
        self,
        stored: StoredArticle,
        board: Board,
        appearance: Appearance,
        turns: Turns,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._board = board
        self._appearance = appearance
        self._tones = Tones(appearance.theme)
        self.stored = stored
        self.header = Header(self)
        self.column = Column(
            stored.article.text,
            appearance.text_font(board.zoom),
            self._tones,
            folded=board.folded,
            numbers=board.numbers,
            parent=self,
            turns=turns,
        )
        self.overview = Overview(self.column, self._tones, self)
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.column, 1)
        across.addWidget(self.overview, 0)
        self._down = QVBoxLayout(self)
        self._down.setSpacing(0)
        self._down.addWidget(self.header, 0)
        self._down.addLayout(across, 1)
        self.header.set_indent(left_margin(numbers=board.numbers))
        self._leave_sides()
        self._connect()
        self.show_article(stored)

    def _connect(self) -> None:
        article_id = self.stored.id
        self._board.focus_changed.connect(self.update)
        self._board.columns_changed.connect(self.update)
        column = self.column
        column.selected.connect(lambda span: self._board.set_selection(article_id, span))
        column.attended.connect(lambda: self._board.set_focus(article_id))
        column.zoom_wanted.connect(self._board.zoom_by)
        column.clicked.connect(lambda offset: self.passage_wanted.emit(article_id, offset))
        column.note_clicked.connect(self.note_wanted)
        column.menu_wanted.connect(lambda point: self.menu_wanted.emit(article_id, point))

    def show_article(self, stored: StoredArticle) -> None:
        """The same text with other metadata."""
        self.stored = stored
        article = stored.article
        font = self._appearance.text_font(100)
        font.setPointSizeF(HEADLINE_POINTS)
        self.header.show_article(article, font, self._tones.theme.ink["text"])
        name = article.outlet or article.title or article.name
        self.column.setAccessibleName(f"Text of {name}: {article.title or article.name}")
        self.overview.setAccessibleName(f"Overview of {name}")

    def show_look(self) -> None:
        """Theme, zoom, folding and numbers as they are now."""
        self._tones = Tones(self._appearance.theme)
        self.column.set_look(
            self._appearance.text_font(self._board.zoom),
            self._tones,
            folded=self._board.folded,
            numbers=self._board.numbers,
        )
        self.header.set_indent(left_margin(numbers=self._board.numbers))
        self.overview.set_tones(self._tones)
        self._leave_sides()
        self.header.show_shares(self.header.bar.shares, self._tones)
        self.show_article(self.stored)
        self.update()

    def _leave_sides(self) -> None:
        """Room for the lines at the sides, where the theme has them."""
        side = _SIDE_LINE if self._tones.theme.high_contrast else 0
        self._down.setContentsMargins(side, 0, side, 0)

    def make_menu(self) -> QMenu:
        """What can be done with the words of the column, and with the column."""
        menu = QMenu(self)
        copy = menu.addAction("Copy")
        copy.setEnabled(self.column.textCursor().hasSelection())
        copy.triggered.connect(self.column.copy)
        menu.addAction("Select all").triggered.connect(self.column.selectAll)
        menu.addSeparator()
        menu.addActions(self.header.menu.actions())
        return menu

    def widest(self) -> int:
        """How wide the frame may grow, in pixels."""
        return self.column.widest(self._board.measure) + overview.WIDTH

    def narrowest(self) -> int:
        """How wide the frame must be for a few words to stand on a line, in pixels."""
        return self.column.widest(_FEWEST) + overview.WIDTH

    @property
    def is_focused(self) -> bool:
        """Whether keys that tag and note are about this column; a line along its head says so."""
        return self._board.focus == self.stored.id

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        surface = self._tones.theme.surface
        painter.fillRect(self.rect(), QColor(surface["page"]))
        if self._tones.theme.high_contrast:
            # Page and desk have one colour there: lines part them.
            for x in (0, self.width() - _SIDE_LINE):
                painter.fillRect(x, 0, _SIDE_LINE, self.height(), QColor(surface["edge"]))
        if self.is_focused:
            accent = QColor(self._tones.theme.ink["accent"])
            painter.fillRect(0, 0, self.width(), _FOCUS_LINE, accent)
