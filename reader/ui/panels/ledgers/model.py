"""The rows of a ledger as a table: sorted, searched, told in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from reader.core.comparison import Comparison
from reader.core.difference.divergence import Verdict
from reader.ui.panels.ledgers.rows import LedgerRow
from reader.ui.panels.tables.copying import Copied
from reader.ui.panels.tables.widths import Width
from reader.ui.panels.words import source_of
from reader.ui.session import Session
from reader.ui.widgets.items import NO_PARENT, Index

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
