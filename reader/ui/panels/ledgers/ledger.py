"""A ledger: all that the articles state of one sort, to sort, to filter, to go to in the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPointF,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QToolButton, QVBoxLayout, QWidget

from reader.core.comparison import Comparison
from reader.core.difference.divergence import Verdict
from reader.ui.appearance import SPACES, Appearance
from reader.ui.panels.drawn.paragraph import Paragraph
from reader.ui.panels.drawn.pieces import Piece, found_in
from reader.ui.panels.drawn.rows import RowDelegate, bolder
from reader.ui.panels.ledgers.rows import LedgerRow
from reader.ui.panels.tables.copying import Copied, as_mime
from reader.ui.panels.tables.views import GridView
from reader.ui.panels.tables.widths import SharedWidths, Width
from reader.ui.panels.words import VERDICT_SIGNS, VERDICT_WORDS, count_words, source_of
from reader.ui.session import Session
from reader.ui.widgets.choices import choice
from reader.ui.widgets.flow import FlowLayout
from reader.ui.widgets.items import NO_PARENT, Index, area_of, font_of
from reader.ui.widgets.saying import Saying
from reader.ui.widgets.search_field import TYPING_PAUSE, SearchField

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""The LedgerRow of a row."""
MakeRows = Callable[[Comparison, Sequence[str], Sequence[str]], list[LedgerRow]]


@dataclass(frozen=True, slots=True)
class LedgerColumn:
    """A column: its head, its width, and whether its words are the article's own."""

    head: str
    width: Width
    text: bool = False


class LedgerModel(QAbstractTableModel):
    """The rows of the comparison, sorted and filtered."""

    def __init__(
        self,
        session: Session,
        columns: Sequence[LedgerColumn],
        rows: MakeRows,
        first: int,
        parent: QObject | None = None,
    ) -> None:
        """`first` is the column that rows are sorted by at first."""
        super().__init__(parent)
        self._session = session
        self._columns = tuple(columns)
        self._make = rows
        self._all: list[LedgerRow] = []
        self._rows: list[LedgerRow] = []
        self._sorted = (first, Qt.SortOrder.AscendingOrder)
        self._text = ""
        self._verdict: Verdict | None = None
        self._unvalued = False
        session.comparing.comparison_changed.connect(self.read)
        session.stories.articles_changed.connect(self.read)
        self.read()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @property
    def everything(self) -> int:
        """How many rows there are without any search or verdict."""
        return sum(1 for row in self._all if self._unvalued or row.valued)

    @property
    def unvalued(self) -> int:
        """How many rows give no number."""
        return sum(1 for row in self._all if not row.valued)

    @property
    def text(self) -> str:
        return self._text

    def column(self, number: int) -> LedgerColumn:
        return self._columns[number]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.cells[index.column()]
            case Qt.ItemDataRole.AccessibleTextRole:
                words = row.cells[index.column()] or "none"
                return f"{self._columns[index.column()].head}: {words}"
            case Qt.ItemDataRole.ToolTipRole:
                return row.reason or row.cells[index.column()]
            case _ if role == ROW_ROLE:
                return row
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole and section < len(self._columns):
            return self._columns[section].head
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted = (column, order)
        self._arrange()

    def set_filter(self, text: str, verdict: Verdict | None) -> None:
        """Show only rows that hold `text` in a cell and have this verdict."""
        self._text, self._verdict = text.strip(), verdict
        self._arrange()

    def show_unvalued(self, shown: bool) -> None:
        """List what gives no number too, after all that does."""
        self._unvalued = shown
        self._arrange()

    def copied(self, rows: Sequence[int]) -> Copied:
        header = tuple(column.head for column in self._columns)
        return Copied(header, tuple(self._rows[n].cells for n in rows))

    def read(self) -> None:
        """Take what was compared last."""
        session = self._session
        comparison = session.comparing.comparison
        self._all = []
        if comparison is not None:
            stored = [session.stories.article(article_id) for article_id in session.comparing.ids]
            if all(stored):
                texts = [one.article.text for one in stored if one]
                names = [source_of(one) for one in stored if one]
                self._all = self._make(comparison, texts, names)
        self._arrange()

    def _arrange(self) -> None:
        wanted, (column, order) = self._text.casefold(), self._sorted
        self.beginResetModel()
        self._rows = [
            row
            for row in self._all
            if (row.valued or self._unvalued)
            and (self._verdict is None or row.verdict is self._verdict)
            and (not wanted or any(wanted in cell.casefold() for cell in row.cells))
        ]
        self._rows.sort(key=lambda row: (row.article, row.span))
        down = order is Qt.SortOrder.DescendingOrder
        self._rows.sort(key=lambda row: row.keys[column], reverse=down)
        self._rows.sort(key=lambda row: not row.valued)
        self.endResetModel()


class _LedgerDelegate(RowDelegate):
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


class LedgerPanel(QWidget):
    """Search, verdict, count, table; the current row's place comes into view."""

    def __init__(
        self,
        session: Session,
        appearance: Appearance,
        name: str,
        one: str,
        columns: Sequence[LedgerColumn],
        rows: MakeRows,
        first: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._one = one
        self._columns = tuple(columns)
        self.search = SearchField(f"Search the {name.lower()}")
        told = (Verdict.CONFLICT, Verdict.COMPATIBLE, Verdict.AGREE)
        self.verdict = choice(
            "Beside the other articles",
            "Any verdict",
            [(f"{VERDICT_SIGNS[v]} {VERDICT_WORDS[v]}", v) for v in told],
        )
        self.unvalued = QToolButton()
        self.unvalued.setText("Also without a number")
        self.unvalued.setCheckable(True)
        self.unvalued.setProperty("role", "toggle")
        self.unvalued.setToolTip("‘This week’, ‘months’: they say how much without a number")
        self.unvalued.setAccessibleName("Also list what gives no number")
        self.count = Saying("How many are listed")
        self.table = GridView(
            appearance, name, "Enter goes to the text, Control with C copies rows"
        )
        self.model = LedgerModel(session, columns, rows, first, self)
        self.table.setModel(self.model)
        self._delegate = _LedgerDelegate(appearance, self.table)
        self.table.setItemDelegate(self._delegate)
        self.table.verticalHeader().setDefaultSectionSize(self._delegate.row_height())
        self.table.horizontalHeader().setSortIndicator(first, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        self.table.installEventFilter(self)
        self.widths = SharedWidths(
            self.table, session.settings, name.lower(), lambda: [c.width for c in self._columns]
        )
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_PAUSE)
        bar = QWidget()
        flow = FlowLayout(bar)
        flow.setContentsMargins(SPACES[1], SPACES[0], SPACES[1], SPACES[0])
        for widget in (self.verdict, self.unvalued, self.search, self.count):
            flow.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.table, 1)
        self._connect()
        self._on_listed()

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._typing.start())
        self.search.returnPressed.connect(self._apply)
        self.search.left_downwards.connect(self.table.setFocus)
        self._typing.timeout.connect(self._apply)
        self.verdict.currentIndexChanged.connect(self._apply)
        self.unvalued.toggled.connect(self.model.show_unvalued)
        self.model.modelReset.connect(self._on_listed)
        self._session.stories.story_changed.connect(self._on_listed)
        self.table.clicked.connect(self._go_to)
        self.table.entered_row.connect(self._go_to)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)

    def _apply(self) -> None:
        self._typing.stop()
        verdict = self.verdict.currentData()
        self.model.set_filter(self.search.text(), None if verdict is None else Verdict(verdict))

    def _on_listed(self) -> None:
        listed, everything = self.model.rowCount(), self.model.everything
        self.unvalued.setVisible(self.model.unvalued > 0)
        told = count_words(listed, self._one)
        self.count.setText(told if listed == everything else f"{told} of {everything:,}")
        if not self._session.stories.is_open:
            self.table.empty_words = "No project is open."
        elif everything and not listed:
            self.table.empty_words = f"No {self._one} passes the filter."
        elif not self._session.stories.articles:
            self.table.empty_words = "Add articles to see what they state."
        else:
            self.table.empty_words = f"No {self._one} found."

    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        """The table is walked with the keys: the board comes along. A click comes by itself."""
        by_key = QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton
        if by_key and self.table.hasFocus():
            self._go_to(current)

    def _go_to(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, LedgerRow):
            article_id = self._session.comparing.ids[row.article]
            self._session.passages.go_to(article_id, row.span)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.table
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.matches(QKeySequence.StandardKey.Copy)
        ):
            self.copy()
            return True
        return super().eventFilter(watched, event)

    def copy(self) -> None:
        """The chosen rows as text, HTML and CSV to the clipboard."""
        rows = sorted(i.row() for i in self.table.selectionModel().selectedRows())
        if rows:
            QGuiApplication.clipboard().setMimeData(as_mime(self.model.copied(rows)))
